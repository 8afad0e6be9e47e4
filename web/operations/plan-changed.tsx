import { messages } from '#operations/messages.ts';
import type { LegalBasis, Operation } from '#operations/schema.ts';
import { initialOf, type Values } from '#web/operations/plan-values.ts';
import { dateTime } from '#web/platform/format.ts';
import { type Message, t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useColleagues } from '#web/platform/lists.ts';
import { useSession } from '#web/platform/session.tsx';
import { ChangedMeanwhile } from '#web/ui/changed-meanwhile.tsx';

const compared = {
  kind: messages.kind,
  title: messages.title,
  plannedFrom: messages.from,
  plannedTo: messages.to,
  leadAgency: messages.leadAgency,
  partnerAgencies: messages.partners,
  team: messages.team,
  sites: messages.sites,
  legalBases: messages.bases,
  instruction: messages.instruction,
} satisfies Record<Exclude<keyof Values, 'base'>, Message>;
type Compared = keyof typeof compared;

/** What differs between the plan as it is stored now and the form, once somebody else changed it. */
export function PlanChanged(props: {
  newest: Operation;
  form: {
    values: Values;
    set: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => void;
    field: (name: Compared) => { id: string };
  };
  bases: readonly LegalBasis[];
  lists: Lists;
}) {
  const { newest, form } = props;
  const { staff } = useSession();
  const wordsOf = useWords(props);
  if (newest.version === form.values.base) return null;
  const now = initialOf(newest, staff);
  return (
    <ChangedMeanwhile
      parts={(Object.keys(compared) as Compared[])
        .filter((name) => wordsOf[name](now) !== wordsOf[name](form.values))
        .map((name) => ({ name, label: t(compared[name]), stored: wordsOf[name](now) }))}
      onTake={(name) => form.set(name, now[name])}
      idOf={(name) => form.field(name).id}
    />
  );
}

function useWords(from: { newest: Operation; bases: readonly LegalBasis[]; lists: Lists }) {
  const { lists, bases, newest } = from;
  const agencies = useAgencies();
  const colleagues = useColleagues();
  const all = (values: readonly string[], nameOf: (value: string) => string) =>
    values.map(nameOf).toSorted().join(', ');
  const colleague = (id: string) =>
    newest.team.find((it) => it.staffId === id)?.name || colleagues.nameOf(id) || id;
  const basis = (id: string) => bases.find((it) => it.legalBasisId === id)?.number ?? id;
  return {
    kind: (it) => lists.label('operation_kind', it.kind),
    title: (it) => it.title.trim(),
    plannedFrom: (it) => timeOf(it.plannedFrom),
    plannedTo: (it) => timeOf(it.plannedTo),
    leadAgency: (it) => agencies.nameOf(it.leadAgency),
    partnerAgencies: (it) => all(it.partnerAgencies, agencies.nameOf),
    team: (it) => all(it.team, colleague),
    sites: (it) => it.sites.map((site) => siteWords(site, lists)).join('; '),
    legalBases: (it) => all(it.legalBases, basis),
    instruction: (it) => it.instruction.trim(),
  } satisfies Record<Compared, (values: Values) => string>;
}

const timeOf = (at: string) => (at ? dateTime(at) : '');

function siteWords(site: Values['sites'][number], lists: Lists): string {
  const words = [
    site.place.trim(),
    lists.label('location_type', site.locationType),
    lists.area(site.areaCode),
  ];
  return words.filter(Boolean).join(', ');
}
