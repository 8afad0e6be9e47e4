import { words } from '#agencies/duties/words.ts';
import { type Desk, printed } from '#agencies/queries/desk.ts';
import type { DutyMatrix } from '#agencies/schema.ts';
import { type Html, html } from '#platform/http/html.ts';
import { say, type Text } from '#platform/messages.ts';
import { paperDay } from '#platform/print/dates.ts';
import { paperTable } from '#platform/print/layout.ts';
import { problem } from '#platform/problems.ts';

type Line = DutyMatrix['lines'][number];
type Said = (text: Text, values?: Record<string, string | number>) => string;

const inWords =
  (desk: Desk): Said =>
  (text, values = {}) =>
    say(text, desk.viewer.locale, values);

function nameOf(desk: Desk, line: Line): string {
  if (line.agencyCode) return desk.agency(line.agencyCode);
  return inWords(desk)(words.offices, {
    kind: desk.label('agency_kind', line.kind),
    count: line.offices,
  });
}

/** The matrix on paper: bodies against numbered duties on one sheet, then every duty with its holders, gaps and overlaps. */
export function matrixPage(desk: Desk, matrix: DutyMatrix): string {
  const t = inWords(desk);
  const body = html`<p>${t(words.asOn, { day: paperDay(matrix.day, desk.viewer.locale) })} ${t(words.marks)}</p>
${grid(desk, matrix)}
<section class="slip">${gapsAndOverlaps(desk, matrix)}
${dutyList(desk, matrix)}</section>`;
  return printed(desk, {
    title: t(words.matrix),
    purpose: t(words.matrixPurpose),
    issuer: desk.agency(desk.viewer.agencyCode),
    landscape: true,
    body,
  });
}

function grid(desk: Desk, { duties, lines }: DutyMatrix): Html {
  const mark = (line: Line, dutyCode: string) => {
    const held = line.held.find((it) => it.dutyCode === dutyCode);
    if (!held) return '';
    return `${held.bases.length > 0 ? '●' : '○'}${line.agencyCode ? '' : held.holders}`;
  };
  const heads = [inWords(desk)(words.agency), ...duties.map((_, at) => `${at + 1}`)];
  const rows = lines.map((line) => [
    nameOf(desk, line),
    ...duties.map(({ dutyCode }) => mark(line, dutyCode)),
  ]);
  return html`<div class="grid">${paperTable(heads, rows)}</div>`;
}

function numbered(desk: Desk, { duties }: DutyMatrix, wanted: (lines: number) => boolean): string[] {
  return duties.flatMap(({ dutyCode, lines }, at) =>
    wanted(lines) ? [`${at + 1}. ${desk.label('duty', dutyCode)}`] : [],
  );
}

function gapsAndOverlaps(desk: Desk, matrix: DutyMatrix): Html {
  const t = inWords(desk);
  const gaps = numbered(desk, matrix, (lines) => lines === 0);
  const overlaps = numbered(desk, matrix, (lines) => lines > 1);
  return html`<h2>${t(words.gaps)}: ${gaps.length}</h2><p>${gaps.length > 0 ? gaps.join('; ') : t(words.noGaps)}</p>
<h2>${t(words.overlaps)}: ${overlaps.length}</h2><p>${overlaps.join('; ')}</p><p>${t(words.overlapsMore)}</p>`;
}

function dutyList(desk: Desk, matrix: DutyMatrix): Html {
  const t = inWords(desk);
  const heads = ['', words.duty, words.nature, words.holders, words.basis, words.since].map((it) =>
    typeof it === 'string' ? it : t(it),
  );
  const rows = matrix.duties.map(({ dutyCode, nature }, at) => {
    const holders = matrix.lines.flatMap((line) =>
      line.held.filter((it) => it.dutyCode === dutyCode).map((held) => ({ held, name: nameOf(desk, line) })),
    );
    const bases = new Set(holders.flatMap(({ held }) => held.bases));
    const since = holders.map(({ held }) => held.since).sort()[0];
    return [
      `${at + 1}`,
      desk.label('duty', dutyCode),
      nature ? desk.label('duty_nature', nature) : '',
      holders.map(({ name }) => name).join('; ') || t(words.gaps),
      [...bases].join('; ') || t(words.noBasis),
      since ? paperDay(since, desk.viewer.locale) : '–',
    ];
  });
  return paperTable(heads, rows);
}

const namedTogether = 4;

/** One sheet for one body: its duties, on which basis, since when, with whom. */
export function guidePage(desk: Desk, matrix: DutyMatrix, agencyCode: string): string {
  const t = inWords(desk);
  const line = matrix.lines.find((it) => it.agencyCode === agencyCode);
  if (!line) throw problem('not-found');
  const agency = desk.agency(agencyCode);
  const body = html`<p>${t(line.held.length > 0 ? words.guideLead : words.guideNone, { agency })}</p>
${line.held.length > 0 ? guideTable(desk, matrix, line) : ''}
<h2>${t(words.always)}</h2>
<ul>${[words.rule1, words.rule2, words.rule3].map((rule) => html`<li>${t(rule)}</li>`)}</ul>`;
  return printed(desk, {
    title: `${t(words.guide)}: ${agency}`,
    purpose: t(words.guidePurpose, { agency }),
    issuer: desk.agency(desk.viewer.agencyCode),
    body,
  });
}

function guideTable(desk: Desk, matrix: DutyMatrix, line: Line): Html {
  const t = inWords(desk);
  const natures = new Map(matrix.duties.map((it) => [it.dutyCode, it.nature]));
  const others = (dutyCode: string) => {
    const names = matrix.lines
      .filter((it) => it !== line && it.held.some((held) => held.dutyCode === dutyCode))
      .map((it) => nameOf(desk, it));
    const more = names.length - namedTogether;
    if (names.length === 0) return t(words.alone);
    return [...names.slice(0, namedTogether), ...(more > 0 ? [t(words.andMore, { more })] : [])].join('; ');
  };
  return paperTable(
    [words.duty, words.nature, words.basis, words.since, words.together].map((it) => t(it)),
    line.held.map((held) => [
      desk.label('duty', held.dutyCode),
      desk.label('duty_nature', natures.get(held.dutyCode)),
      held.bases.join('; ') || t(words.noBasis),
      paperDay(held.since, desk.viewer.locale),
      others(held.dutyCode),
    ]),
  );
}
