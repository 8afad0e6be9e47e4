import { messages } from '#meetings/messages/agenda.ts';
import type { AgendaFigures, AgendaItem, AgendaProposal, FactSource } from '#meetings/schema/agenda.ts';
import { decimal, integer, month, percent } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';

type About = { readonly source: AgendaItem['source']; readonly key: string; readonly figures: AgendaFigures };
export type Names = { agency: (code: string) => string; area: (code: string) => string };

const isFact = (it: About): it is AgendaProposal =>
  it.source !== 'FREE' && it.source !== 'SPEAKER' && it.key !== '';

const figureNames = {
  handover: messages.handover,
  assessed: messages.assessed,
  referral: messages.referral,
} as const;

/** The name of a figure that the city has a target for. */
function figureName(key: string): string {
  return key === 'handover' || key === 'assessed' || key === 'referral' ? t(figureNames[key]) : key;
}

/** What a fact is called when it is put on the agenda. */
export function factTitle(it: AgendaProposal, names: Names): string {
  const name = {
    BREACHES: names.agency,
    OVERDUE_ACTIONS: names.agency,
    HOT_SPOT: names.area,
    OFF_TARGET: figureName,
  };
  return t(messages[it.source], { name: name[it.source](it.key) });
}

const figureWords = {
  BREACHES: messages.figuresBREACHES,
  HOT_SPOT: messages.figuresHOT_SPOT,
  OVERDUE_ACTIONS: messages.figuresOVERDUE_ACTIONS,
  OFF_TARGET: messages.figuresOFF_TARGET,
} as const;

/** The frozen figures of an item in one line; empty for what comes from no figure. */
export function figureLine(it: About): string {
  if (!isFact(it)) return '';
  const { figures } = it;
  const said = (value: number | undefined) =>
    it.key === 'handover' ? t(messages.hours, { n: decimal(value ?? 0) }) : percent(value ?? 0);
  const count = (value: number | undefined) => integer(value ?? 0);
  return t(figureWords[it.source], {
    late: count(figures.late),
    open: count(figures.open),
    escalated: count(figures.escalated),
    oldestDays: count(figures.oldestDays),
    now: count(figures.now),
    before: count(figures.before),
    of: count(figures.of),
    value: said(figures.value),
    target: said(figures.target),
    from: figures.from ? month(`${figures.from}-01`) : '',
    to: figures.to ? month(`${figures.to}-01`) : '',
  });
}

const ways = {
  BREACHES: () => '/rujukan/lewat-waktu',
  HOT_SPOT: (key: string) => `/papan?wilayah=${key}`,
  OVERDUE_ACTIONS: (key: string) => `/tindak-lanjut?tampil=late&instansi=${key}`,
  OFF_TARGET: () => '/papan',
} satisfies Record<FactSource, (key: string) => string>;

/** Where the records behind an item's figures stand. */
export function figureHref(it: About): string | null {
  return isFact(it) ? ways[it.source](it.key) : null;
}
