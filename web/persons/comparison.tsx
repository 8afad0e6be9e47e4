import { messages } from '#persons/messages/reviews.ts';
import { messages as matchMessages } from '#persons/messages.ts';
import type { MatchField } from '#persons/rules.ts';
import type { PersonRecord, ReviewComparison } from '#persons/schema.ts';
import { Agrees, fieldWords } from '#web/persons/match-evidence.tsx';
import { messages as personMessages } from '#web/persons/person-messages.ts';
import { ageWords, personView } from '#web/persons/person-of.tsx';
import { usePlaceName } from '#web/persons/place-name.ts';
import { t } from '#web/platform/i18n.ts';
import { useLists } from '#web/platform/lists.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { wordsOf } from '#web/ui/person-tag.tsx';

/** Two records side by side, field by field; opening it is recorded. */
export function Comparison({ reviewId }: { reviewId: string }) {
  const query = useQuery<ReviewComparison>(`match-reviews/${reviewId}`);
  return (
    <Loaded query={query} what={t(messages.compared)}>
      {(found) => <Fields found={found} />}
    </Loaded>
  );
}

type Values = Partial<Record<MatchField, string | undefined>>;
const shownFields = ['name', 'alias', 'sex', 'age', 'mother', 'father', 'origin', 'nik', 'marks'] as const;

function Fields({ found }: { found: ReviewComparison }) {
  const newer = useValues(found.person);
  const older = useValues(found.candidate);
  const rows = shownFields.filter((field) => newer[field] || older[field]);
  const cell = (values: Values, field: MatchField) =>
    values[field] || <span className="meta">{t(matchMessages.notNoted)}</span>;
  return (
    <DataTable
      caption={t(messages.compared)}
      captionHidden
      flush
      rows={rows}
      rowKey={(field) => field}
      columns={[
        { head: t(messages.field), lead: true, cell: (field) => <b>{t(fieldWords[field])}</b> },
        { head: t(messages.recordedNow), cell: (field) => cell(newer, field) },
        { head: t(messages.knownAlready), cell: (field) => cell(older, field) },
        { head: t(messages.agreement), cell: (field) => <Agrees how={agreementOf(found, field)} /> },
      ]}
    />
  );
}

/** Somebody known by a nickname alone stands under it: then the nickname is what was compared. */
function agreementOf({ fields }: ReviewComparison, field: MatchField) {
  return field === 'name' ? (fields.name ?? fields.alias) : fields[field];
}

function useValues({ person, originArea, details }: PersonRecord): Values {
  const lists = useLists().data;
  const origin = usePlaceName(originArea, { area: (code) => lists?.area(code) ?? '' });
  const kin = (relation: 'MOTHER' | 'FATHER') =>
    (details?.kin ?? [])
      .filter((it) => it.relation === relation)
      .map((it) => it.name)
      .join(', ');
  return {
    name: person.kind === 'unnamed' ? undefined : wordsOf(personView(person)),
    alias: person.kind === 'known' ? person.aliases.filter((it) => it !== person.name).join(', ') : undefined,
    sex: person.sex === 'unknown' ? undefined : t(personMessages[person.sex]),
    age: ageWords(person),
    mother: kin('MOTHER'),
    father: kin('FATHER'),
    origin,
    nik: details?.nikLastFour ? `•••• ${details.nikLastFour}` : undefined,
    marks: details?.marks?.join('; '),
  };
}
