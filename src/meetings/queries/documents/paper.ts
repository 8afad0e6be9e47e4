// A paper of a meeting as a file: as it was issued, or as a draft of what stands today.
import { sql } from 'kysely';
import { readLetterhead } from '#areas/queries.ts';
import { documentMessages } from '#meetings/messages/documents.ts';
import type { PaperMeeting } from '#meetings/queries/documents/meeting.ts';
import { type Writing, type Written, writers } from '#meetings/queries/documents/writers.ts';
import type { DocumentKind } from '#meetings/rules/documents.ts';
import { cityDate } from '#platform/calendar.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { type Locale, say } from '#platform/messages.ts';
import { problem } from '#platform/problems.ts';
import { type Issued, type Sheet, type Signatory, sheetOf, verification } from '#platform/typeset/sheet.ts';
import { typeset } from '#platform/typeset/typeset.ts';
import type { World } from '#platform/world.ts';

/** What an issued letter keeps: enough to set it again as it was. */
export type Frozen = { readonly template: string; readonly sheet: Sheet; readonly letter: unknown };

type City = { readonly timeZone: string; readonly demonstration: boolean };

type On = {
  readonly meeting: PaperMeeting;
  readonly kind: DocumentKind | 'INVITATION_LIST';
  readonly locale: Locale;
  readonly city: City;
  readonly world: World;
};
type Asked = On & {
  readonly kind: DocumentKind;
  readonly issued: Issued | null;
  readonly signatory: Signatory;
  readonly words: string;
};

/** Writes a paper; refuses with what is missing. */
export async function writePaper(tx: Tx, it: Asked): Promise<Frozen> {
  const writer = writers[it.kind];
  const missing = await writer.missing(tx, it.meeting);
  if (missing) throw problem(missing, { field: 'kind' });
  return onSheet(tx, it, writer.write);
}

/** A list for the own work, without a number: it is no letter, so it is no draft of one either. */
export async function sheetFor(
  tx: Tx,
  on: On,
  write: (tx: Tx, it: Writing) => Promise<Written>,
): Promise<Frozen> {
  const signatory = await proposedSignatory(tx, on.meeting);
  const { sheet, ...rest } = await onSheet(tx, { ...on, issued: null, signatory, words: '' }, write);
  return { ...rest, sheet: { ...sheet, draft: '', foot: [] } };
}

async function onSheet(
  tx: Tx,
  it: Omit<Asked, 'kind'> & Pick<On, 'kind'>,
  write: (tx: Tx, it: Writing) => Promise<Written>,
): Promise<Frozen> {
  const letterhead = await readLetterhead(tx);
  const day = cityDate(it.world.now(), it.city.timeZone);
  const { template, letter } = await write(tx, {
    meeting: it.meeting,
    wall: { locale: it.locale, timeZone: it.city.timeZone },
    day,
    place: letterhead.place,
    number: it.issued?.number ?? '',
    signatory: it.signatory,
    words: it.words,
  });
  const title = say(documentMessages[it.kind], it.locale);
  const { locale, issued, world } = it;
  const { demonstration } = it.city;
  const issuer = it.meeting.hostName;
  const sheet = sheetOf({ letterhead, issuer, title, day, locale, demonstration, issued, world });
  return { template, letter, sheet: { ...sheet, verify: null } };
}

/** The code that stands in the foot, put on the paper anew: the address of the server may have changed since. */
export function withCode(frozen: Frozen, code: string, world: World): Frozen {
  return { ...frozen, sheet: { ...frozen.sheet, verify: verification(code, frozen.sheet.lang, world) } };
}

/** Sets a paper, or the copies of a letter `to` each who gets one. */
export async function setPaper(
  { template, sheet, letter }: Frozen,
  to?: readonly unknown[],
): Promise<Buffer> {
  return typeset(template, { sheet, letter, ...(to ? { to } : {}) });
}

export type KeptLetter = {
  readonly letterId: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly code: string;
  readonly contents: Frozen;
  readonly issuedAt: Date;
  readonly issuedBy: string | null;
};

/** The letters issued for a meeting, the newest of each kind first; with `kind` of that kind alone. */
export async function listLetters(
  tx: Tx,
  meetingId: string,
  kind: DocumentKind | null = null,
): Promise<KeptLetter[]> {
  const found = await sql<KeptLetter>`
    select l.letter_id as "letterId", l.kind, l.number, l.code, l.contents, l.issued_at as "issuedAt", s.name as "issuedBy"
      from letters l
      left join staff s on s.city = l.city and s.staff_id = l.issued_by
     where l.city = (select app.city()) and l.on_kind = 'meeting' and l.on_id = ${meetingId}
       and (${kind}::text is null or l.kind = ${kind})
     order by l.issued_at desc, l.serial desc
     limit 200`.execute(tx);
  return found.rows;
}

type Signed = { readonly letter?: { readonly signature?: { title: string; name: string; rank: string } } };

/** Who signed the host's last letter, as a proposal for the next; else the office that the letterhead names. */
export async function proposedSignatory(tx: Tx, meeting: PaperMeeting): Promise<Signatory> {
  const found = await sql<{ signed: Signed }>`
    select contents as signed
      from letters
     where city = (select app.city()) and agency_code = ${meeting.hostAgency}
       and contents #> '{letter,signature}' is not null
     order by issued_at desc
     limit 1`.execute(tx);
  const last = found.rows[0]?.signed.letter?.signature;
  if (last) return { title: last.title, name: last.name.startsWith('…') ? '' : last.name, rank: last.rank };
  const { signatory, lines } = await readLetterhead(tx);
  const own = meeting.hostName.toLowerCase().startsWith((lines[1] ?? '').toLowerCase());
  return own
    ? signatory
    : { title: say(documentMessages.headOf, 'id', { agency: meeting.hostName }), name: '', rank: '' };
}
