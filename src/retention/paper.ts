import type { Letterhead } from '#platform/city-folder/schema.ts';
import type { Viewer } from '#platform/database/transaction.ts';
import { html } from '#platform/http/html.ts';
import { inWords, say } from '#platform/messages.ts';
import { paperDateTime, paperDay } from '#platform/print/dates.ts';
import { paperTable, printedPaper } from '#platform/print/layout.ts';
import { messages } from '#retention/messages.ts';
import type { RetentionReport } from '#retention/schema.ts';

type Printing = {
  readonly report: RetentionReport;
  readonly letterhead: Letterhead;
  readonly issuer: string;
  readonly now: Date;
};

/** The retention report on A4: rules, what the last run did, what is held. Ids and numbers only. */
export function retentionPaper(viewer: Viewer, { report, letterhead, issuer, now }: Printing): string {
  const { locale, city } = viewer;
  const t = (text: { id: string; en: string }, values = {}) => say(text, locale, values);
  const at = (instant: string | null) =>
    instant ? paperDateTime(new Date(instant), { locale, timeZone: city.timeZone }) : t(messages.neverRun);
  const rules = report.rules.map((it) => [
    t(messages[it.rule]),
    `${t(messages.months, { n: it.months })} (${t(it.setByCity ? messages.byCity : messages.byDefault)})`,
    paperDay(it.since, locale),
    at(it.lastRun),
    String(it.done),
    String(it.doneInAll),
    String(it.held),
    String(it.dueSoon),
  ]);
  const holds = report.holds.map((it) => [it.reference, inWords(it.reason, locale), at(it.setAt), it.setBy]);
  return printedPaper({
    title: t(messages.title),
    purpose: t(messages.purpose),
    letterhead,
    issuer,
    printedBy: { name: viewer.name, agency: issuer || viewer.agencyCode },
    printedAt: now,
    demonstration: city.demonstration,
    locale,
    timeZone: city.timeZone,
    landscape: true,
    body: html`<h2>${t(messages.rules)}</h2>
${paperTable(
  [
    messages.rule,
    messages.after,
    messages.since,
    messages.lastRun,
    messages.done,
    messages.doneInAll,
    messages.held,
    messages.dueSoon,
  ].map((it) => t(it)),
  rules,
)}
<h2>${t(messages.holds)}</h2>
${
  holds.length > 0
    ? paperTable(
        [messages.reference, messages.reason, messages.since2, messages.setBy].map((it) => t(it)),
        holds,
      )
    : html`<p>${t(messages.noHolds)}</p>`
}`,
  });
}
