import type { ReactNode } from 'react';
import type { Person } from '#persons/schema.ts';
import { messages } from '#web/persons/person-messages.ts';
import { t } from '#web/platform/i18n.ts';
import { PersonTag, type PersonView } from '#web/ui/person-tag.tsx';

/** A person of the wire in the form in which a screen may show them. */
export function personView(person: Person): PersonView {
  const adult = person.ageClass === 'ADULT';
  if (person.kind === 'known') return { kind: 'full', name: person.name, adult };
  if (person.kind === 'unnamed') return { kind: 'unnamed', adult };
  if (person.initials) return { kind: 'initials', initials: person.initials, adult };
  return { kind: 'restricted', caseNumber: person.caseNumber ?? t(messages.numberless) };
}

/** `laki-laki, 13 th (akta)`: sex, age, where it is known from, and whether it is doubted; nothing that names anybody. */
export function personFacts(person: Person): string {
  const facts = statedFacts(person);
  return isAgeDoubted(person) ? `${facts}, ${t(messages.protectedAsChild)}` : facts;
}

/** Whose years tell a child or an adult although the age is not known: other words say otherwise. */
export function isAgeDoubted({ ageClass, ageLow, ageHigh }: Person): boolean {
  return ageClass === 'UNKNOWN' && ((ageLow ?? 0) >= 18 || (ageHigh ?? 18) < 18);
}

type SexAndAge = Pick<Person, 'sex' | 'ageLow' | 'ageHigh'> & Partial<Pick<Person, 'ageSource'>>;

/** `laki-laki, 13 th (akta)`: sex and age as they were said, also of somebody met who is not yet a person on a list. */
export function statedFacts(person: SexAndAge): string {
  const age = ageWords(person) ?? t(messages.ageUnknown);
  return `${t(messages[person.sex])}, ${age}`;
}

/** `13 th (akta)`: the years and where they are known from; nothing when nothing is known. */
export function ageWords({ ageLow, ageHigh, ageSource }: SexAndAge): string | undefined {
  if (ageLow === null && ageHigh === null) return undefined;
  // Somebody seen as "18 or over" is recorded up to 120: the upper end says nothing.
  if (ageLow !== null && (ageHigh ?? 0) >= 120) return t(messages.yearsOrOver, { years: ageLow });
  const years = ageLow === ageHigh ? `${ageLow}` : `${ageLow ?? '?'}–${ageHigh ?? '?'}`;
  const source = ageSource ? ` (${t(messages[ageSource])})` : '';
  return `${t(messages.years, { years })}${source}`;
}

/** A person in a list: tile, name or what stands for it, sex and age, and a way to their page. */
export function PersonOf(props: {
  person: Person;
  more?: ReactNode;
  big?: boolean | undefined;
  heading?: boolean | undefined;
  /** Without a link, where the page is already this person's or the viewer has none to go to. */
  plain?: boolean | undefined;
}) {
  const { person } = props;
  return (
    <PersonTag
      person={personView(person)}
      href={props.plain ? undefined : `/anak/${person.personId}`}
      big={props.big}
      heading={props.heading}
      more={
        <>
          {personFacts(person)}
          {props.more ? <> · {props.more}</> : null}
        </>
      }
    />
  );
}
