import { messages } from '#custody/messages.ts';
import type { ChainLink, HeldPerson, HoldLimit } from '#custody/schema/reads.ts';
import { CustodianOf } from '#web/custody/custodian-of.tsx';
import { isAgeDoubted, personFacts, personView } from '#web/persons/person-of.tsx';
import { type Message, t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies } from '#web/platform/lists.ts';
import { useCanOpen } from '#web/platform/router.tsx';
import { PersonTag } from '#web/ui/person-tag.tsx';
import { Tabs } from '#web/ui/tabs.tsx';

/** The parts of the custody desk, each with an address. */
export function DeskTabs({ here, disputed }: { here: string; disputed?: number | undefined }) {
  const canOpen = useCanOpen();
  const tabs = [
    { href: '/penjagaan', label: t(messages.tabNow) },
    { href: '/penjagaan/serah-terima', label: t(messages.tabHandovers) },
    { href: '/penjagaan/dua-pernyataan', label: t(messages.tabDisputes), count: disputed || undefined },
    { href: '/penjagaan/barang', label: t(messages.tabBelongings) },
  ];
  return <Tabs label={t(messages.tabs)} here={here} tabs={tabs.filter((it) => canOpen(it.href))} />;
}

/** Who is held, with a way to their custody. */
export function HeldTag({ held, big }: { held: HeldPerson; big?: boolean }) {
  const treated = held.ageClass === 'UNKNOWN' && !isAgeDoubted(held.person);
  const more = [personFacts(held.person), treated ? t(messages.treatedAsChild) : ''];
  return (
    <PersonTag
      person={personView(held.person)}
      href={big ? undefined : `/penjagaan/${held.custodyId}`}
      big={big}
      heading={big}
      more={more.filter(Boolean).join(' · ')}
    />
  );
}

/** Who answers, by the kind's word and the agency's name. */
export function CustodianLine(props: {
  link: Pick<ChainLink, 'custodianKind' | 'agencyCode' | 'facility'>;
  words: Lists;
}) {
  const { link, words } = props;
  const agencies = useAgencies();
  const label = [
    agencies.nameOf(link.agencyCode) || words.label('custodian_kind', link.custodianKind),
    link.facility,
  ];
  return <CustodianOf kindCode={link.custodianKind} label={label.filter(Boolean).join(', ')} />;
}

const urgencyWords = {
  young: messages.young,
  hurt: messages.hurt,
  unwell: messages.unwell,
  at_risk: messages.at_risk,
} satisfies Record<NonNullable<HeldPerson['hold']>['urgencies'][number], Message>;

/** Why a child goes at once: `umurnya di bawah 12 tahun, tampak terluka`. */
export function urgencyText(held: HeldPerson, words: Lists): string {
  const years = words.number('youngChildAge') ?? 12;
  return (held.hold?.urgencies ?? []).map((it) => t(urgencyWords[it], { years })).join(', ');
}

/** What the limit is and where it comes from; never shown as law. */
export function limitText(limit: HoldLimit, besideBar = false): string {
  return t(besideBar ? messages.limitNote : messages.limitIs, {
    hours: limit.hours,
    source: t(limit.isDefault ? messages.limitDefault : messages.limitChosen),
  });
}

/** `Orang tua atau wali dihubungi, Dinas Sosial diberi tahu, dan 3 lagi` */
export function fewSteps(kinds: readonly string[], words: Lists): string {
  const named = kinds.slice(0, 3).map((kind) => withinSentence(words.label('custody_step', kind)));
  const steps = named.join(', ');
  return kinds.length > 3 ? t(messages.andMore, { steps, count: kinds.length - 3 }) : steps;
}

// A name such as Dinas Sosial keeps its capitals within a sentence.
function withinSentence(label: string): string {
  return /\s\p{Lu}/u.test(label) ? label : label.charAt(0).toLocaleLowerCase('id') + label.slice(1);
}
