import { messages } from '#today/messages/life.ts';
import type { CareStretch, Lifeline } from '#today/schema/lifeline.ts';
import { dateTime, duration, shortDate, span } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { Words } from '#web/today/item-words.ts';
import type { Ahead, Segment } from '#web/today/life/model.ts';

/** The city's words, with the name of an area. */
export type LifeWords = Words & { area: (code: string | null) => string };

/** Who had the child: the place, else the agency, else the kind. */
export function careWords(
  care: Pick<CareStretch, 'kind' | 'facility' | 'agencyCode'>,
  words: LifeWords,
): string {
  if (care.facility) return care.facility;
  if (care.kind === 'FIELD_TEAM' || !care.agencyCode) return words.label('custodian_kind', care.kind);
  return words.agency(care.agencyCode);
}

/** What a stretch of the band is called. */
export function segmentWords(it: Segment, words: LifeWords): string {
  if (it.care) return careWords(it.care, words);
  if (it.look === 'gap') return t(messages.gap, { time: duration(it.to - it.from) });
  if (it.look === 'family') {
    const relation = it.after?.ended?.relation;
    return relation
      ? t(messages.familyWith, { relation: words.label('kin_relation', relation).toLowerCase() })
      : t(messages.family);
  }
  return it.after?.endKind ? words.label('custody_end', it.after.endKind) : t(messages.notInCare);
}

/** From when to when, and how long. */
export function segmentTime(it: Segment): string {
  const time = duration(it.to - it.from);
  if (it.lasts) return t(messages.since, { when: dateTime(it.from), time });
  return `${span(it.from, it.to)} · ${time}`;
}

/** Why there was a gap, or that nobody has said it. */
export function gapWhy(it: Segment): string {
  if (it.explained === null) return t(messages.gapOpen);
  return it.explained ? t(messages.gapExplained, { why: it.explained }) : t(messages.gapExplainedPlain);
}

/** Who gave the child to whom. */
export function handsWords(hands: CareStretch['began']): string {
  if (!hands || (!hands.giver && !hands.receiver)) return '';
  return t(messages.hands, { giver: hands.giver || '–', receiver: hands.receiver || '–' });
}

/** How and doing what the child was met. */
export function metWords(met: Lifeline['met'][number], words: LifeWords): string {
  const parts = [words.label('approach', met.approach), words.label('street_activity', met.activity)];
  if (met.spotOutcome) parts.push(words.label('spot_outcome', met.spotOutcome));
  return parts.filter(Boolean).join(', ').toLowerCase();
}

/** A step of a case in words. */
export function markWords(mark: Lifeline['marks'][number], words: LifeWords): string {
  if (mark.mark === 'opened') return t(messages.caseOpened);
  if (mark.mark === 'closed') return t(messages.caseClosed);
  if (mark.mark === 'reopened') return t(messages.caseReopened);
  return t(messages.caseStage, { stage: words.label('case_stage', mark.stage) });
}

/** What was asked for, by its duty or service. */
export function serviceName(it: Lifeline['services'][number], words: LifeWords): string {
  return words.label(it.kind === 'referral' ? 'duty' : 'service_component', it.code);
}

/** A referral or a line of the plan in words: what, and of whom. */
export function serviceWords(it: Lifeline['services'][number], words: LifeWords): string {
  return t(messages.service, { what: serviceName(it, words), agency: words.agency(it.agencyCode) });
}

/** What is still to come, in words. */
export function aheadWords(it: Ahead, words: LifeWords): string {
  if (it.kind === 'limit') return t(messages.aheadLimitLong);
  if (it.kind === 'visit') return t(messages.visit, { count: it.visit.month });
  return serviceWords(it.service, words);
}

/** When it is to come: a visit on its day, the others by theirs. */
export function aheadTime(it: Ahead): string {
  if (it.kind === 'limit') return t(messages.aheadLatest, { when: dateTime(it.at) });
  if (it.kind === 'visit') return t(messages.aheadOn, { when: shortDate(it.visit.dueOn) });
  return t(messages.aheadUntil, { when: shortDate(it.service.dueOn ?? it.at) });
}

/** Who is to do it. */
export function aheadWho(it: Ahead, words: LifeWords): string {
  if (it.kind === 'limit') return careWords(it.care, words);
  return words.agency(it.kind === 'visit' ? it.visit.agencyCode : it.service.agencyCode);
}
