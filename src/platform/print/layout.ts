// Papers that the server makes: letters, records, lists with names. One sheet of style, black on white, no script.
import type { Letterhead } from '#platform/city-folder/schema.ts';
import { type Html, html } from '#platform/http/html.ts';
import { type Locale, say } from '#platform/messages.ts';
import { paperDateTime } from '#platform/print/dates.ts';
import { messages } from '#platform/print/messages.ts';

export type Paper = {
  readonly title: string;
  /** The number by which the paper is found again; a list has none. */
  readonly number?: string;
  /** What it is printed for: stands on the paper, because paper travels. */
  readonly purpose: string;
  readonly letterhead: Letterhead;
  /** The body that issues it, under the city's own line. */
  readonly issuer: string;
  readonly printedBy: { readonly name: string; readonly agency: string };
  readonly printedAt: Date;
  readonly demonstration: boolean;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly body: Html;
  /** Wide lists lie on their side. */
  readonly landscape?: boolean;
};

/** A whole printable page: letterhead, title, number, purpose, body, and who printed it and when. */
export function printedPaper(paper: Paper): string {
  const mark = paper.demonstration
    ? html`<p class="mark">${say(paper.letterhead.demonstrationMark, paper.locale)}</p>`
    : '';
  return html`<!doctype html>
<html lang="${paper.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${[paper.title, paper.number].filter(Boolean).join(' ')}</title>
<link rel="stylesheet" href="/api/print.css">
</head>
<body class="${paper.landscape ? 'wide' : 'tall'}">
<p class="screen-only">${say(messages.howToPrint, paper.locale)}</p>
<article class="sheet">
${mark}
${letterheadOf(paper)}
<h1>${paper.title}</h1>
${paper.number ? html`<p class="number">${say(messages.number, paper.locale)}: ${paper.number}</p>` : ''}
<div class="body">${paper.body}</div>
${footOf(paper)}
${mark}
</article>
</body>
</html>`.html;
}

function letterheadOf({ letterhead, issuer }: Paper): Html {
  const [city = '', unit = ''] = letterhead.lines;
  // The city's own line, and the body that issues: the city's letterhead names only one of its bodies.
  const below = issuer || unit;
  const ways = [letterhead.address, letterhead.phone, letterhead.email].filter(Boolean).join(' · ');
  return html`<header class="letterhead"><p class="letterhead__city">${city}</p>
<p class="letterhead__unit">${below.toLocaleUpperCase('id')}</p>
${ways ? html`<p class="letterhead__ways">${ways}</p>` : ''}</header>`;
}

function footOf(paper: Paper): Html {
  const when = paperDateTime(paper.printedAt, paper);
  return html`<footer class="foot"><p>${say(messages.purpose, paper.locale)}: ${paper.purpose}</p>
<p>${say(messages.printedBy, paper.locale, { ...paper.printedBy, when })} ${say(messages.recorded, paper.locale)}</p></footer>`;
}

export type Signing = {
  /** In which role: "Yang menyerahkan". */
  readonly as: string;
  readonly name: string;
  readonly more?: string;
  /** The picture drawn on screen (PNG), when there is one; the room for ink stays. */
  readonly picture?: Buffer | null;
};

/** Where and when it is signed: "Padang, 24 November 2026". */
export type SignedAt = { readonly place: string; readonly day: string };

/**
 * Room for signatures in ink, side by side under place and date: free above a line, the name in full under it. What was
 * drawn on screen stands above that room, small, so that it takes none of it.
 */
export function signatureRoom(
  signings: readonly Signing[],
  { at, locale }: { at?: SignedAt; locale: Locale },
): Html {
  const onScreen = (picture: Buffer) =>
    html`<p class="signature__drawn"><img alt="" src="data:image/png;base64,${picture.toString('base64')}"> ${say(messages.onScreen, locale)}</p>`;
  return html`<div class="signing">${at ? html`<p class="signing__at">${at.place}, ${at.day}</p>` : ''}
<div class="signatures">${signings.map(
    (it) => html`<div class="signature"><p>${it.as}</p>
${it.more ? html`<p class="signature__more">${it.more}</p>` : ''}
${it.picture ? onScreen(it.picture) : ''}
<div class="signature__room"><span>${say(messages.signatureRoom, locale)}</span></div>
<p class="signature__name">${it.name || say(messages.nobody, locale)}</p></div>`,
  )}</div></div>`;
}

/** Label and value, line by line; an empty value is left out. */
export function factLines(
  facts: readonly (readonly [label: string, value: string | Html | null | undefined])[],
): Html {
  return html`<table class="facts">${facts
    .filter(([, value]) => value)
    .map(([label, value]) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}</table>`;
}

/** A list as a table with its heads repeated on each sheet. */
export function paperTable(
  heads: readonly string[],
  rows: readonly (readonly (string | Html | null)[])[],
): Html {
  return html`<table class="list"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`;
}
