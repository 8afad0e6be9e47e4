import type { FastifyReply, FastifyRequest } from 'fastify';
import { calendarFile } from '#meetings/calendar-file.ts';
import { messages } from '#meetings/messages/open-page.ts';
import { invitationPage, type Shown, unknownInvitation } from '#meetings/open-page/page.ts';
import { answerByLink, checkInByLink, type OpenAnswer, openInvitation } from '#meetings/open-page/read.ts';
import { answers } from '#meetings/schema/invitations.ts';
import { localeOf } from '#platform/http/errors.ts';
import { fieldOf } from '#platform/http/forms.ts';
import type { Open, PublicRoute, Route } from '#platform/http/routes.ts';
import { lettersIn } from '#platform/letters.ts';
import type { Text } from '#platform/messages.ts';
import { isVisibleLine } from '#platform/schemas.ts';
import { publicAddress } from '#platform/world.ts';

const most = { delegateName: 120, delegateOffice: 200, note: 500, name: 120, office: 200, contact: 120 };

function tokenOf(request: FastifyRequest): string {
  return (request.params as { token: string }).token;
}

// Its own forms say where they come from: with no referrer at all a browser sends them as from nowhere.
function asPage(reply: FastifyReply): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('referrer-policy', 'same-origin');
}

/** Shows the invitation as it stands now, or that there is none. */
async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  { open, more = {} }: { open: Open; more?: Partial<Shown> },
) {
  const locale = localeOf(request);
  const token = tokenOf(request);
  const it = await openInvitation(open.database, token);
  if (!it) return asPage(reply).status(404).send(unknownInvitation(locale));
  return asPage(reply)
    .status(more.wrong || more.said ? 422 : 200)
    .send(invitationPage({ it, token, locale, now: open.world.now(), ...more }));
}

/** What is wrong with the texts of a form, field by field. */
function faultsOf(typed: Record<string, string>): Record<string, Text> {
  const long = Object.entries(most).filter(([name, length]) => {
    const text = typed[name] ?? '';
    return text.length > length || !isVisibleLine(text);
  });
  return Object.fromEntries(long.map(([name]) => [name, messages.tooLong]));
}

async function reply(request: FastifyRequest, answer: FastifyReply, open: Open) {
  const typed = {
    answer: fieldOf(request.body, 'answer'),
    delegateName: fieldOf(request.body, 'delegateName'),
    delegateOffice: fieldOf(request.body, 'delegateOffice'),
    note: fieldOf(request.body, 'note'),
  };
  const wrong = faultsOf(typed);
  const chosen = answers.find((it) => it === typed.answer);
  if (!chosen) wrong.answer = messages.chooseMissing;
  if (chosen === 'delegated' && lettersIn(typed.delegateName) < 2)
    wrong.delegateName = messages.delegateMissing;
  if (!chosen || Object.keys(wrong).length > 0)
    return show(request, answer, { open, more: { typed, wrong } });
  const given: OpenAnswer = { ...typed, answer: chosen };
  const done = await answerByLink(open.database, tokenOf(request), { answer: given, now: open.world.now() });
  return show(request, answer, { open, more: done ? {} : { typed, said: messages.over } });
}

async function checkIn(request: FastifyRequest, answer: FastifyReply, open: Open) {
  const typed = {
    name: fieldOf(request.body, 'name'),
    office: fieldOf(request.body, 'office'),
    contact: fieldOf(request.body, 'contact'),
  };
  const wrong = faultsOf(typed);
  if (lettersIn(typed.name) < 1) wrong.name = messages.nameMissing;
  if (Object.keys(wrong).length > 0) return show(request, answer, { open, more: { typed, wrong } });
  const done = await checkInByLink(open.database, tokenOf(request), { who: typed, now: open.world.now() });
  return show(request, answer, { open, more: done ? {} : { typed, said: messages.notToday } });
}

type AtLink = Pick<PublicRoute, 'method' | 'path' | 'summary' | 'run'>;
const atLink = (it: AtLink): Route => ({ kind: 'public', onPaper: true, secret: 'token', ...it });

export const openPageRoutes: readonly Route[] = [
  atLink({
    method: 'GET',
    path: '/u/:token',
    summary: 'The invitation behind the link of a letter: its meeting, to answer and to check in',
    run: (request, answer, open) => show(request, answer, { open }),
  }),
  atLink({
    method: 'POST',
    path: '/u/:token',
    summary: 'Answer an invitation, or check in, by the link of its letter',
    run: (request, answer, open) =>
      fieldOf(request.body, 'act') === 'check-in'
        ? checkIn(request, answer, open)
        : reply(request, answer, open),
  }),
  atLink({
    method: 'GET',
    path: '/u/:token/undangan.ics',
    summary: 'The meeting of an invitation as an iCalendar file',
    run: async (request, answer, { database, world }) => {
      const locale = localeOf(request);
      const token = tokenOf(request);
      const it = await openInvitation(database, token);
      if (!it) return asPage(answer).status(404).send(unknownInvitation(locale));
      const file = calendarFile({
        meetingId: it.meeting_id,
        version: it.version,
        title: it.title,
        place: it.place,
        theme: it.theme,
        startsAt: it.starts_at,
        endsAt: it.ends_at,
        cancelled: it.meeting_state === 'cancelled' || it.withdrawn,
        host: locale === 'id' ? it.host_id : it.host_en,
        now: world.now(),
        link: publicAddress(world, `/u/${token}`),
      });
      return answer
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', 'attachment; filename="undangan.ics"')
        .send(file);
    },
  }),
];
