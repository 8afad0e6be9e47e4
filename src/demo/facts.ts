// Who the invented people of the demonstration are: the cast, and what can be known of a person met in the street.

import type { CalendarDate } from '#platform/calendar.ts';

export type Key = string;
/** An instant in UTC, as text: '2026-11-24T02:40:00.000Z'. */
export type InstantText = string;
export type Sex = 'male' | 'female' | 'unknown';
export type AgeClass = 'under_18' | 'adult' | 'not_known';

export type DemoRole =
  | 'field_officer'
  | 'custody_desk'
  | 'social_worker'
  | 'supervisor'
  | 'partner_desk'
  | 'area_desk'
  | 'coordinator'
  | 'community_body'
  | 'data_protection_officer'
  | 'auditor'
  | 'administrator';

export type DemoStaff = Readonly<{
  username: string;
  name: string;
  role: DemoRole;
  agency: string;
  /** The kecamatan or kelurahan of an area desk. */
  area: string | null;
  /** One line for the sign-in page: what this person is and sees. */
  does: Readonly<{ id: string; en: string }>;
}>;

export type Kin = Readonly<{
  relation:
    | 'MOTHER'
    | 'FATHER'
    | 'MAMAK'
    | 'SIBLING'
    | 'GRANDPARENT'
    | 'AUNT_OR_UNCLE'
    | 'GUARDIAN'
    | 'CHILD';
  name: string;
  phone: string | null;
  area: string | null;
  trusted: boolean;
  note: string;
  /** The person's key where the kin is a person in Rangkul as well (siblings). */
  person: Key | null;
}>;

export type Identity = Readonly<{
  name: string | null;
  nicknames: readonly string[];
  aliases: readonly string[];
  nik: string | null;
  /** Family card number, serial 0000 as well. */
  kk: string | null;
  birthDate: CalendarDate | null;
  birthPlace: string | null;
  suku: string | null;
  address: string | null;
  school: string | null;
  languages: readonly string[];
  kin: readonly Kin[];
}>;

export type AgeFact = Readonly<{
  kind: 'stated' | 'documented' | 'assessed';
  low: number | null;
  high: number | null;
  birthDate: CalendarDate | null;
}>;
