// `/v/:code`: whoever holds a letter asks whether it is genuine, and learns the body and the day, and nothing else.
import { sql } from 'kysely';
import type { Database } from '#platform/database/transaction.ts';
import { localeOf } from '#platform/http/errors.ts';
import { html } from '#platform/http/html.ts';
import type { Route } from '#platform/http/routes.ts';
import { type Locale, say } from '#platform/messages.ts';
import { openPage } from '#platform/open-pages/layout.ts';
import { paperDate } from '#platform/print/dates.ts';
import { readLetterCode } from '#platform/typeset/letter-code.ts';
import { messages } from '#platform/typeset/messages.ts';

type Genuine = {
  agency_id: string;
  agency_en: string;
  issued_at: Date;
  time_zone: string;
  city_name: string;
  demonstration: boolean;
};

async function findGenuine(database: Database, code: string): Promise<Genuine | null> {
  const found = await sql<Genuine>`select * from app.verify_letter(${code})`.execute(database);
  return found.rows[0] ?? null;
}

function genuinePage(it: Genuine, locale: Locale): string {
  const agency = locale === 'id' ? it.agency_id : it.agency_en;
  return openPage({
    title: say(messages.verifyTitle, locale),
    from: it.city_name,
    locale,
    body: html`<p class="good">${say(messages.genuine, locale)}</p>
<dl><dt>${say(messages.issuedBy, locale)}</dt><dd>${agency}</dd>
<dt>${say(messages.issuedOn, locale)}</dt><dd>${paperDate(it.issued_at, { locale, timeZone: it.time_zone })}</dd></dl>
${it.demonstration ? html`<p>${say(messages.invented, locale)}</p>` : ''}<p>${say(messages.compare, locale)}</p>`,
  });
}

function unknownPage(locale: Locale): string {
  return openPage({
    title: say(messages.verifyTitle, locale),
    from: 'Rangkul',
    locale,
    body: html`<p class="bad">${say(messages.notGenuine, locale)}</p><p>${say(messages.typedWrong, locale)}</p>`,
  });
}

export const routes: readonly Route[] = [
  {
    kind: 'public',
    method: 'GET',
    path: '/v/:code',
    onPaper: true,
    summary: 'Whether a letter is genuine: body and day, nothing of what stands in it',
    run: async (request, reply, { database }) => {
      const locale = localeOf(request);
      const { code } = request.params as { code: string };
      const found = await findGenuine(database, readLetterCode(code));
      reply.type('text/html; charset=utf-8').status(found ? 200 : 404);
      return found ? genuinePage(found, locale) : unknownPage(locale);
    },
  },
];
