import { type Desk, printed } from '#agencies/queries/desk.ts';
import type { PaperFacts } from '#custody/papers/facts.ts';
import { words } from '#custody/papers/words.ts';
import { handoverNumber } from '#custody/queries/rows.ts';
import type { HeldPerson, HoldLimit } from '#custody/schema/reads.ts';
import { cityDate } from '#platform/calendar.ts';
import { type Html, html } from '#platform/http/html.ts';
import { type Locale, say, type Text } from '#platform/messages.ts';
import { paperDate, paperDateTime, paperDay } from '#platform/print/dates.ts';
import { factLines, paperTable, type SignedAt, signatureRoom } from '#platform/print/layout.ts';

const wallOf = (desk: Desk) => ({ locale: desk.viewer.locale, timeZone: desk.viewer.city.timeZone });

function signedAt(desk: Desk, moment: Date): SignedAt {
  const { timeZone } = desk.viewer.city;
  return { place: desk.letterhead.place, day: paperDay(cityDate(moment, timeZone), desk.viewer.locale) };
}

function numberOf(desk: Desk, facts: PaperFacts): string {
  return handoverNumber(facts.handoverId, cityDate(facts.occurredAt, desk.viewer.city.timeZone));
}

function sexAndAge(facts: Pick<PaperFacts, 'sex' | 'age'>, locale: Locale): string {
  const { age } = facts;
  const range = age && (age.low === age.high ? `${age.low}` : `${age.low}–${age.high}`);
  const years = range ? say(words.years, locale, { years: range }) : say(words.ageUnknown, locale);
  return `${say(words[facts.sex], locale)}, ${years}`;
}

/** The record of a hand-over: two sides, when, in which condition, with which belongings, and room for two signatures in ink. */
export function recordPage(desk: Desk, facts: PaperFacts): string {
  const { locale } = desk.viewer;
  const t = (text: Text, values = {}) => say(text, locale, values);
  const when = paperDateTime(facts.occurredAt, wallOf(desk));
  const side = (kind: string | null, agency: string | null, facility: string) =>
    // A shelter is kind, agency and place at once; what is the same is written once.
    [...new Set([desk.label('custodian_kind', kind), desk.agency(agency), facility])]
      .filter(Boolean)
      .join(', ');
  const relation = desk.label('kin_relation', facts.receiverRelation);
  const body = html`${standsOrNot(facts, locale)}
<p>${t(words.opening, { date: `${paperDate(facts.occurredAt, wallOf(desk))}, ${when.split(', ').at(-1)}` })}</p>
${factLines([
  [t(words.person), facts.name ?? t(words.unnamed)],
  [t(words.sexAge), sexAndAge(facts, locale)],
  [t(words.firstContact), facts.firstContactAt && paperDateTime(facts.firstContactAt, wallOf(desk))],
  [t(words.from), side(facts.fromKind, facts.fromAgency, '')],
  [t(words.end), desk.label('custody_end', facts.endKind)],
  [
    t(words.to),
    facts.toKind
      ? side(facts.toKind, facts.toAgency, facts.toFacility)
      : [facts.receiver, relation && `(${relation})`].filter(Boolean).join(' '),
  ],
  [t(words.condition), desk.label('condition', facts.condition)],
  [t(words.basis), desk.label('handover_basis', facts.basis)],
])}
<h2>${t(words.belongings)}</h2>
${belongingsTable(desk, facts)}
${facts.statementLetter ? html`<p>${t(words.statement)}</p>` : ''}
${signatureRoom(
  [
    {
      as: t(words.giver),
      name: facts.giver,
      more: desk.agency(facts.fromAgency),
      picture: facts.giverSignature,
    },
    {
      as: t(words.receiver),
      name: facts.receiver,
      more: facts.toAgency ? desk.agency(facts.toAgency) : relation,
      picture: facts.receiverSignature,
    },
  ],
  { at: signedAt(desk, facts.occurredAt), locale },
)}`;
  return printed(desk, {
    title: t(words.record),
    number: numberOf(desk, facts),
    purpose: t(words.recordPurpose),
    issuer: desk.agency(facts.fromAgency),
    body,
  });
}

function standsOrNot(facts: PaperFacts, locale: Locale): Html | '' {
  if (facts.state === 'stands') return '';
  return html`<p class="mark">${say(facts.state === 'disputed' ? words.disputed : words.setAside, locale)}</p>`;
}

function belongingsTable(desk: Desk, facts: PaperFacts): Html {
  const { locale } = desk.viewer;
  if (facts.belongings.length === 0) return html`<p>${say(words.noBelongings, locale)}</p>`;
  return paperTable(
    [say(words.what, locale), say(words.keptBy, locale), say(words.backOn, locale)],
    facts.belongings.map((it) => [
      it.what,
      it.returnedAt ? '–' : desk.agency(it.keptBy),
      it.returnedAt ? say(words.returned, locale) : it.returnDue ? paperDay(it.returnDue, locale) : '–',
    ]),
  );
}

/** The statement of the parent or guardian who takes a child home. */
export function letterPage(desk: Desk, facts: PaperFacts): string {
  const { locale } = desk.viewer;
  const t = (text: Text) => say(text, locale);
  const blank = '…………………………………………';
  const body = html`${standsOrNot(facts, locale)}
<p>${t(words.letterOpening)}</p>
${factLines([
  [t(words.person), facts.receiver || blank],
  [t(words.relation), desk.label('kin_relation', facts.receiverRelation) || blank],
  [t(words.address), blank],
  [t(words.phone), blank],
])}
<p>${t(words.letterReceives)}</p>
${factLines([
  [t(words.person), facts.name ?? t(words.unnamed)],
  [t(words.sexAge), sexAndAge(facts, locale)],
  [t(words.condition), desk.label('condition', facts.condition)],
  [t(words.end), paperDateTime(facts.occurredAt, wallOf(desk))],
])}
<p>${t(words.letterCare)}</p>
<p>${t(words.letterHelp)}</p>
${signatureRoom(
  [
    { as: t(words.receiver), name: facts.receiver, picture: facts.receiverSignature },
    {
      as: t(words.witness),
      name: facts.giver,
      more: desk.agency(facts.fromAgency),
      picture: facts.giverSignature,
    },
  ],
  { at: signedAt(desk, facts.occurredAt), locale },
)}`;
  return printed(desk, {
    title: t(words.letter),
    number: numberOf(desk, facts).replace('BA-', 'SP-'),
    purpose: t(words.letterPurpose),
    issuer: desk.agency(facts.fromAgency),
    body,
  });
}

/** Everybody held now, on one list for the change of the watch. */
export function watchListPage(desk: Desk, held: readonly HeldPerson[], limit: HoldLimit): string {
  const { locale } = desk.viewer;
  const t = (text: Text) => say(text, locale);
  const at = (instant: string) => paperDateTime(new Date(instant), wallOf(desk));
  const name = (it: HeldPerson) =>
    it.person.kind === 'known'
      ? it.person.name
      : it.person.kind === 'unnamed'
        ? t(words.unnamed)
        : (it.person.caseNumber ?? '–');
  const age = (it: HeldPerson) =>
    it.person.ageLow === null || it.person.ageHigh === null
      ? null
      : { low: it.person.ageLow, high: it.person.ageHigh };
  const rows = held.map((it) => [
    name(it),
    sexAndAge({ sex: it.person.sex ?? 'unknown', age: age(it) }, locale),
    at(it.firstContactAt),
    at(it.startedAt),
    it.hold ? at(it.hold.limitAt) : it.ageClass === 'ADULT' ? t(words.adult) : '–',
    it.stepsMissing.map((kind) => desk.label('custody_step', kind)).join('; ') || '–',
  ]);
  const heads = [words.person, words.sexAge, words.firstContact, words.since, words.limit, words.missing].map(
    t,
  );
  const body = html`${rows.length > 0 ? paperTable(heads, rows) : html`<p>${t(words.nobodyHere)}</p>`}
<p>${t(words.limitHours)} ${limit.hours}</p>
${signatureRoom(
  [
    { as: t(words.giver), name: desk.viewer.name },
    { as: t(words.receiver), name: '' },
  ],
  { at: signedAt(desk, desk.now), locale },
)}`;
  return printed(desk, {
    title: t(words.watchList),
    purpose: t(words.listPurpose),
    issuer: desk.agency(desk.viewer.agencyCode),
    landscape: true,
    body,
  });
}
