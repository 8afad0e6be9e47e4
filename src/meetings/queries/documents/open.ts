import { readLetterhead } from '#areas/queries.ts';
import { matrixBook } from '#meetings/queries/documents/follow-up.ts';
import { copyFor, listInvited } from '#meetings/queries/documents/invitation.ts';
import { forInvited } from '#meetings/queries/documents/list.ts';
import { openForPapers, type PaperMeeting } from '#meetings/queries/documents/meeting.ts';
import {
  type Frozen,
  listLetters,
  proposedSignatory,
  setPaper,
  withCode,
  writePaper,
} from '#meetings/queries/documents/paper.ts';
import { writers } from '#meetings/queries/documents/writers.ts';
import { type DocumentKind, needsSecondPerson } from '#meetings/rules/documents.ts';
import { cityDate } from '#platform/calendar.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { fileKinds } from '#platform/files/rules.ts';
import type { Download } from '#platform/http/routes.ts';
import { say } from '#platform/messages.ts';
import { problem } from '#platform/problems.ts';
import type { World } from '#platform/world.ts';

type Wanted = {
  readonly meetingId: string;
  readonly kind: DocumentKind;
  readonly letterId?: string;
  readonly format?: 'xlsx';
};

/** A paper as PDF: the letter that is asked for, or a draft of what stands today. */
export async function openDocument(
  tx: Tx,
  viewer: Viewer,
  { meetingId, kind, letterId, format }: Wanted,
  world: World,
): Promise<Download> {
  const { meeting, host } = await openForPapers(tx, viewer, meetingId);
  const writer = writers[kind];
  if (!(host || (letterId && forInvited.includes(kind)))) throw problem('not-found');
  if (needsSecondPerson(await writer.names(tx, meeting))) throw problem('export-needed');
  if (format === 'xlsx') return matrixFile(tx, viewer, meeting, { host, kind, world });
  const paper = letterId
    ? await issuedPaper(tx, meetingId, { kind, letterId }, world)
    : await writePaper(tx, {
        meeting,
        kind,
        locale: viewer.locale,
        city: viewer.city,
        world,
        issued: null,
        signatory: await proposedSignatory(tx, meeting),
        words: '',
      });
  const to = kind === 'INVITATION' ? [{ office: '………', name: '', reply: null }] : undefined;
  return pdf(await setPaper(paper, to), `${kind.toLowerCase()}-${paper.sheet.day}`);
}

type Book = { readonly host: boolean; readonly kind: DocumentKind; readonly world: World };

async function matrixFile(
  tx: Tx,
  viewer: Viewer,
  meeting: PaperMeeting,
  { host, kind, world }: Book,
): Promise<Download> {
  if (!host || kind !== 'FOLLOW_UP') throw problem('not-found');
  const missing = await writers.FOLLOW_UP.missing(tx, meeting);
  if (missing) throw problem(missing);
  const { demonstrationMark } = await readLetterhead(tx);
  const { locale, city } = viewer;
  const mark = city.demonstration ? say(demonstrationMark, locale) : '';
  const bytes = await matrixBook(tx, meeting, { locale, mark, made: world.now() });
  return { bytes, mediaType: fileKinds.xlsx, fileName: `rtl-${cityDate(world.now(), city.timeZone)}.xlsx` };
}

async function issuedPaper(
  tx: Tx,
  meetingId: string,
  { kind, letterId }: { kind: DocumentKind; letterId: string },
  world: World,
): Promise<Frozen> {
  const letter = (await listLetters(tx, meetingId, kind)).find((it) => it.letterId === letterId);
  if (!letter) throw problem('not-found');
  return withCode(letter.contents, letter.code, world);
}

/** The undangan of one who is invited, as issued last: for the host, and for the agency that is invited by it. */
export async function openInvitation(
  tx: Tx,
  viewer: Viewer,
  { meetingId, invitationId }: { readonly meetingId: string; readonly invitationId: string },
  world: World,
): Promise<Download> {
  const { host } = await openForPapers(tx, viewer, meetingId);
  const invited = (await listInvited(tx, meetingId)).find((it) => it.invitationId === invitationId);
  if (!invited || !(host || invited.agencyCode === viewer.agencyCode)) throw problem('not-found');
  const [letter] = await listLetters(tx, meetingId, 'INVITATION');
  if (!letter) throw problem('letter-not-issued');
  const paper = withCode(letter.contents, letter.code, world);
  return pdf(await setPaper(paper, [copyFor(invited, world)]), `undangan-${invited.number}`);
}

function pdf(bytes: Buffer, name: string): Download {
  return { bytes, mediaType: 'application/pdf', fileName: `${name}.pdf` };
}
