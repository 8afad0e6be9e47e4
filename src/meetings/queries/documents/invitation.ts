// The undangan: what stands in it for everybody, and the copy of each who is invited.
import { sql } from 'kysely';
import { invitationToken } from '#meetings/links.ts';
import { letterWords as words } from '#meetings/messages/letter-words.ts';
import type { PaperMeeting } from '#meetings/queries/documents/meeting.ts';
import { cityDate } from '#platform/calendar.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { say, type Text } from '#platform/messages.ts';
import { paperDate, paperDateTime, paperDay, type Wall } from '#platform/print/dates.ts';
import { type CodePicture, codePicture, type Signatory, signatureOf } from '#platform/typeset/sheet.ts';
import { publicAddress, type World } from '#platform/world.ts';

/** What the letter says to everybody: frozen when it is issued. */
export type InvitationLetter = {
  readonly placeDay: string;
  readonly reference: readonly (readonly [string, string])[];
  readonly to: string;
  readonly toPlace: string;
  readonly opening: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly lists: readonly { readonly title: string; readonly items: readonly string[] }[];
  readonly closing: string;
  readonly reply: { readonly title: string; readonly words: string };
  readonly signature: ReturnType<typeof signatureOf>;
};

type Written = {
  readonly meeting: PaperMeeting;
  readonly place: string;
  readonly day: string;
  readonly number: string;
  readonly signatory: Signatory;
  readonly wall: Wall;
};

/** Writes the letter. */
export function writeInvitation({ meeting, place, day, number, signatory, wall }: Written): InvitationLetter {
  const { locale } = wall;
  const t = (text: Text, values?: Record<string, string | number>) => say(text, locale, values);
  const kind = t(words[meeting.kind]);
  const bases = listed(meeting.bases, t(words.and));
  const placeDay = `${place}, ${paperDay(day, locale)}`;
  return {
    placeDay,
    reference: [
      [t(words.number), number || '………'],
      [t(words.nature), t(words.natureUsual)],
      [t(words.attached), '–'],
      [t(words.subject), t(words.invitationTo, { title: meeting.title })],
    ],
    to: t(words.to),
    toPlace: t(words.toPlace),
    opening: bases
      ? t(words.openingBased, { bases, issuer: meeting.hostName, kind })
      : t(words.opening, { issuer: meeting.hostName, kind }),
    facts: present([
      [t(words.day), paperDate(meeting.startsAt, wall)],
      [t(words.time), spanOf(meeting, wall)],
      [t(words.place), meeting.place],
      [t(words.theme), meeting.theme],
      [t(words.opener), meeting.openedBy],
      [
        t(words.replyBy),
        meeting.replyBy ? t(words.atLatest, { when: paperDateTime(meeting.replyBy, wall) }) : '',
      ],
    ]),
    lists: [
      { title: t(words.aims), items: meeting.aims },
      { title: t(words.speakers), items: meeting.speakers.map(speakerLine) },
    ],
    closing: t(words.closing),
    reply: { title: t(words.replyTitle), words: t(words.replyWords) },
    signature: signatureOf(signatory, '', { room: true }),
  };
}

type Fact = readonly [label: string, value: string];

/** The facts that say something. */
export function present(facts: readonly Fact[]): Fact[] {
  return facts.filter(([, value]) => value !== '');
}

/** `08.30 s.d. 12.00 WIB`, with the last day when it is another. */
export function spanOf({ startsAt, endsAt }: Pick<PaperMeeting, 'startsAt' | 'endsAt'>, wall: Wall): string {
  const { locale, timeZone } = wall;
  const clock = (at: Date) => paperDateTime(at, wall).split(', ').at(-1) ?? '';
  const zone = new Intl.DateTimeFormat('id-ID', { timeZone, timeZoneName: 'short' })
    .formatToParts(startsAt)
    .find((part) => part.type === 'timeZoneName')?.value;
  const sameDay = cityDate(startsAt, timeZone) === cityDate(endsAt, timeZone);
  const to = sameDay ? clock(endsAt) : paperDateTime(endsAt, wall);
  return `${say(words.until, locale, { from: clock(startsAt), to })} ${zone ?? ''}`.trim();
}

/** `a, b dan c`. */
export function listed(items: readonly string[], and: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;
}

function speakerLine({ name, office, topic }: PaperMeeting['speakers'][number]): string {
  const who = [name, office].filter(Boolean).join(', ');
  return topic ? `${who}: ${topic}` : who;
}

export type Invited = {
  readonly invitationId: string;
  readonly number: number;
  readonly office: string;
  readonly name: string;
  readonly agencyCode: string | null;
};

/** Those who are invited to a meeting, by their number. */
export async function listInvited(tx: Tx, meetingId: string): Promise<Invited[]> {
  const found = await sql<Invited>`
    select invitation_id as "invitationId", number, office, name, agency_code as "agencyCode"
      from invitations
     where city = (select app.city()) and meeting_id = ${meetingId} and withdrawn_at is null
     order by number`.execute(tx);
  return found.rows;
}

export type Copy = { readonly office: string; readonly name: string; readonly reply: CodePicture | null };

/** The copy of one who is invited, with the code by which they answer and check in. */
export function copyFor(it: Invited, world: World): Copy {
  const url = publicAddress(world, `/u/${invitationToken(world.keys, it.invitationId)}`);
  return { office: it.office, name: it.name, reply: { qr: codePicture(url), words: url } };
}
