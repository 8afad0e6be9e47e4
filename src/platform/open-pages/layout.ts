// Pages for people without an account, at addresses that stand on paper: HTML alone, readable on any phone, no script.
import { type Html, html } from '#platform/http/html.ts';
import type { Locale } from '#platform/messages.ts';

export type OpenPage = {
  readonly title: string;
  /** Who speaks here: the city's name. */
  readonly from: string;
  readonly locale: Locale;
  readonly body: Html;
};

/** A whole page for whoever holds the paper. */
export function openPage({ title, from, locale, body }: OpenPage): string {
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="/api/open.css">
</head>
<body>
<header><p class="from">${from}</p></header>
<main><h1>${title}</h1>
${body}</main>
</body>
</html>`.html;
}
