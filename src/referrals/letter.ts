// The referral on paper: a letter with what it discloses, and a slip on which the agency answers.

import { listAgencies } from '#agencies/queries.ts';
import { codesOn, readLetterhead } from '#areas/queries.ts';
import { cityDate } from '#platform/calendar.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { type Html, html } from '#platform/http/html.ts';
import { type Locale, say, type Text } from '#platform/messages.ts';
import { paperDate, paperDateTime } from '#platform/print/dates.ts';
import { factLines, printedPaper, signatureRoom } from '#platform/print/layout.ts';
import { problem } from '#platform/problems.ts';
import type { World } from '#platform/world.ts';
import { letterMessages as words } from '#referrals/letter-messages.ts';
import { messages } from '#referrals/messages.ts';
import { openReferral } from '#referrals/queries/one.ts';
import type { DisclosedField, ReferralRecord } from '#referrals/schema.ts';

type Said = (text: Text, values?: Record<string, string | number>) => string;
type Labels = {
  readonly say: Said;
  readonly code: (list: string, code: string) => string;
  readonly agency: (code: string) => string;
};

/** The letter of a referral, for its team at any time, for the agency asked while it is open. */
export async function referralLetter(
  tx: Tx,
  viewer: Viewer,
  referralId: string,
  world: World,
): Promise<{ paper: string; record: ReferralRecord }> {
  const record = await openReferral(tx, viewer, referralId, world);
  const { referral } = record;
  if (!record.abilities.includes('printLetter')) throw problem('not-allowed');
  const now = world.now();
  const labels = await labelsFor(tx, viewer, cityDate(now, viewer.city.timeZone));
  const wall = { locale: viewer.locale, timeZone: viewer.city.timeZone };
  const paper = printedPaper({
    title: labels.say(words.title),
    number: referral.number,
    purpose: labels.say(words.purpose, { duty: labels.code('duty', referral.dutyCode) }),
    letterhead: await readLetterhead(tx),
    issuer: labels.agency(referral.fromAgency),
    printedBy: { name: viewer.name, agency: labels.agency(viewer.agencyCode) },
    printedAt: now,
    demonstration: viewer.city.demonstration,
    ...wall,
    body: html`${letterBody(record, labels, wall)}${replySlip(record, labels, viewer.locale)}`,
  });
  return { paper, record };
}

async function labelsFor(tx: Tx, viewer: Viewer, day: string): Promise<Labels> {
  const { locale } = viewer;
  const lists = new Map<string, Map<string, Text>>();
  for (const list of ['duty', 'need', 'risk_level', 'kin_relation', 'referral_decline_reason'])
    lists.set(list, await codesOn(tx, list, day));
  const agencies = new Map((await listAgencies(tx, day)).map((it) => [it.agencyCode, it]));
  return {
    say: (text, values) => say(text, locale, values),
    code: (list, code) => lists.get(list)?.get(code)?.[locale] ?? code,
    agency: (code) => {
      const found = agencies.get(code);
      return found ? (locale === 'id' ? found.nameId : found.nameEn) : code;
    },
  };
}

function letterBody(
  { referral, question, disclosed, dutyBasis, sentBy }: ReferralRecord,
  labels: Labels,
  wall: Parameters<typeof paperDate>[1],
): Html {
  const sentAt = new Date(referral.sentAt);
  const shown = (disclosed?.fields ?? []).map(
    (value) => [labels.say(messages[value.field]), valueOnPaper(value, referral, labels)] as const,
  );
  const basis = dutyBasis ? `, ${dutyBasis}` : '';
  return html`<p>${paperDate(sentAt, wall)}</p>
<p>${labels.say(words.to)}<br><strong>${labels.agency(referral.toAgency)}</strong><br>${labels.say(words.queue)}</p>
${factLines([
  [labels.say(messages.duty), `${labels.code('duty', referral.dutyCode)}${basis}`],
  [labels.say(words.answerBy), paperDateTime(new Date(referral.dueAt), wall)],
])}
<h2>${labels.say(messages.question)}</h2>
<p>${question ?? ''}</p>
<h2>${labels.say(words.aboutChild)}</h2>
${factLines(shown.map(([label, value]) => [label, value || labels.say(messages.empty)]))}
<p>${labels.say(words.confidential)}</p>
${signatureRoom([{ as: labels.say(words.sender), name: sentBy ?? '', more: labels.agency(referral.fromAgency) }], { locale: wall.locale })}`;
}

function valueOnPaper(value: DisclosedField, referral: ReferralRecord['referral'], labels: Labels): string {
  const { person } = referral;
  switch (value.field) {
    case 'name':
      return person?.kind === 'known' ? [person.name, ...person.aliases].join(', ') : '';
    case 'sex':
      return person ? labels.say(words[person.sex]) : '';
    case 'age': {
      if (!person || person.ageLow === null) return '';
      const years =
        person.ageLow === person.ageHigh ? `${person.ageLow}` : `${person.ageLow}–${person.ageHigh}`;
      return labels.say(words.years, { years });
    }
    case 'kin':
      return (value.kin ?? [])
        .map((it) => [it.name, labels.code('kin_relation', it.relation), it.phone].filter(Boolean).join(', '))
        .join('; ');
    case 'need':
    case 'riskLevel': {
      const list = value.field === 'need' ? 'need' : 'risk_level';
      return (value.codes ?? []).map((code) => labels.code(list, code)).join(', ');
    }
    default:
      return value.text ?? '';
  }
}

/** To be filled in by hand and sent back; it names the referral by its number only. */
function replySlip({ referral }: ReferralRecord, labels: Labels, locale: Locale): Html {
  const line = '_'.repeat(60);
  return html`<section class="slip"><h2>${labels.say(words.slip, { number: referral.number })}</h2>
<p>${labels.say(words.slipBack, { agency: labels.agency(referral.fromAgency) })}</p>
<p>☐ ${labels.say(words.slipAccepted)}<br>☐ ${labels.say(words.slipDeclined)}<br>☐ ${labels.say(words.slipCompleted)}</p>
<p>${labels.say(words.slipText)}</p>
<p>${line}</p><p>${line}</p><p>${line}</p>
${signatureRoom([{ as: labels.say(words.answerer), name: '', more: labels.agency(referral.toAgency) }], { at: { place: '……………………', day: '……………………' }, locale })}</section>`;
}
