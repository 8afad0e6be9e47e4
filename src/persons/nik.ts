// The national identity number (NIK): what it tells, and what contradicts it. It carries the area of first registration
// and the birth date as first written down, and never changes: a contradiction is a warning, not an error.

import { oldestAge } from '#persons/rules.ts';
import { ageOn, type CalendarDate, isCalendarDate } from '#platform/calendar.ts';

export type NikSex = 'male' | 'female';
export type NikWarning =
  | 'nik-date-impossible'
  | 'nik-area-unknown'
  | 'nik-birth-date-differs'
  | 'nik-age-differs'
  | 'nik-sex-differs'
  | 'nik-century-open'
  | 'nik-synthetic';
export type Nik = Readonly<{
  valid: true;
  digits: string;
  /** District of first registration, as '13.71.03'; not where the person lives. */
  areaCode: string;
  sex: NikSex | null;
  /** Every birth date the number allows, the likelier first; empty when its date does not exist. */
  birthDates: readonly CalendarDate[];
  /** Serial 0000 was never issued: invented people carry it, and a real city refuses it. */
  synthetic: boolean;
  warnings: readonly NikWarning[];
}>;
export type NotANik = Readonly<{ valid: false; problem: 'nik-not-16-digits' }>;
export type NikFacts = Readonly<{
  today: CalendarDate;
  /** When the person was born, as far as is known: a day, or the days that the age allows. */
  born?: Readonly<{ from: CalendarDate; to: CalendarDate }> | null;
  sex?: NikSex | null;
  /** Whether the interior ministry lists, or once listed, this six-digit area. */
  knowsArea?: (areaCode: string) => boolean;
}>;

/** Up to this age the other century is asked about; beyond it the younger reading is taken. */
const askedUpToAge = 105;

/** Reads a number as typed (spaces, dots and dashes allowed) and compares it with what is stated. */
export function readNik(typed: string, facts: NikFacts): Nik | NotANik {
  const digits = typed.replaceAll(/[\s.\-']/g, '');
  if (!/^\d{16}$/.test(digits)) return { valid: false, problem: 'nik-not-16-digits' };
  const areaCode = `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4, 6)}`;
  const dayField = Number(digits.slice(6, 8));
  const sex = sexOf(dayField);
  const birthDates = birthDatesOf(digits, dayField, facts.today);
  const synthetic = digits.endsWith('0000');
  return {
    valid: true,
    digits,
    areaCode,
    sex,
    birthDates,
    synthetic,
    warnings: warningsOf({ areaCode, sex, birthDates, synthetic }, facts),
  };
}

/** The last four digits, the only part a screen shows. */
export function lastFourOf(digits: string): string {
  return digits.slice(-4);
}

/** A number for an invented person: valid area and birth date, serial 0000. */
export function syntheticNik(areaCode: string, birthDate: CalendarDate, sex: NikSex): string {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const dayField = String(Number(day) + (sex === 'female' ? 40 : 0)).padStart(2, '0');
  return `${areaCode.replaceAll('.', '').slice(0, 6)}${dayField}${month}${year.slice(2)}0000`;
}

function sexOf(dayField: number): NikSex | null {
  if (dayField >= 1 && dayField <= 31) return 'male';
  return dayField >= 41 && dayField <= 71 ? 'female' : null;
}

function birthDatesOf(digits: string, dayField: number, today: CalendarDate): CalendarDate[] {
  const day = String(dayField > 40 ? dayField - 40 : dayField).padStart(2, '0');
  const month = digits.slice(8, 10);
  const year = digits.slice(10, 12);
  return [`20${year}-${month}-${day}`, `19${year}-${month}-${day}`].filter((date) => {
    if (!isCalendarDate(date)) return false;
    const age = ageOn(date, today);
    return age !== null && age <= oldestAge;
  });
}

function warningsOf(
  nik: Pick<Nik, 'areaCode' | 'sex' | 'birthDates' | 'synthetic'>,
  { today, born, sex, knowsArea }: NikFacts,
): NikWarning[] {
  const warnings: NikWarning[] = [];
  const fitting = nik.birthDates.filter((date) => !born || (born.from <= date && date <= born.to));
  if (nik.birthDates.length === 0 || nik.sex === null) warnings.push('nik-date-impossible');
  if (knowsArea && !knowsArea(nik.areaCode)) warnings.push('nik-area-unknown');
  if (born && nik.birthDates.length > 0 && fitting.length === 0)
    warnings.push(born.from === born.to ? 'nik-birth-date-differs' : 'nik-age-differs');
  if (sex && nik.sex && sex !== nik.sex) warnings.push('nik-sex-differs');
  const older = fitting[1];
  if (older && (ageOn(older, today) ?? 0) <= askedUpToAge) warnings.push('nik-century-open');
  if (nik.synthetic) warnings.push('nik-synthetic');
  return warnings;
}
