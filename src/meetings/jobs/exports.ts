// Files that name people, made in the background: letter by letter, with how far it is written down as it goes.
import { sql } from 'kysely';
import { writeAttendance, writeInvitedList } from '#meetings/queries/documents/attendance.ts';
import { copyFor, type Invited, listInvited } from '#meetings/queries/documents/invitation.ts';
import { meetingForPapers } from '#meetings/queries/documents/meeting.ts';
import { type Frozen, listLetters, setPaper, sheetFor, withCode } from '#meetings/queries/documents/paper.ts';
import type { ExportKind } from '#meetings/rules/documents.ts';
import { asServiceTx } from '#platform/database/service.ts';
import { databaseOn, type Tx } from '#platform/database/transaction.ts';
import { keepMade } from '#platform/files/files.ts';
import { type ZipEntry, zipOf } from '#platform/files/zip.ts';
import type { Job, JobContext } from '#platform/jobs/worker.ts';
import type { Locale } from '#platform/messages.ts';
import { uuidv7 } from '#platform/uuid.ts';
import type { World } from '#platform/world.ts';

type Wanted = {
  readonly meetingId: string;
  readonly kind: ExportKind;
  readonly agencyCode: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly demonstration: boolean;
};

/** Makes one export: reads in one transaction, sets without any, tells how far it is in short ones between. */
export async function makeExport({ jobs, city, world }: JobContext, exportId: string): Promise<void> {
  const database = databaseOn(jobs);
  const inCity = <T>(work: (tx: Tx) => Promise<T>) => asServiceTx(database, { city, purpose: 'jobs' }, work);
  const tell = (done: number, total: number) => inCity((tx) => writeProgress(tx, exportId, done, total));
  const wanted = await inCity((tx) => take(tx, exportId));
  if (!wanted) return;
  try {
    const made = await make[wanted.kind]({ wanted, world, inCity, tell });
    await inCity(async (tx) => {
      const fileId = uuidv7();
      await keepMade(tx, world, { ...made, fileId, exportId, agencyCode: wanted.agencyCode });
      await sql`
        update exports set state = 'done', file_id = ${fileId}, ended_at = ${world.now()}, done = total
         where city = (select app.city()) and export_id = ${exportId}`.execute(tx);
    });
  } catch (error) {
    await inCity((tx) =>
      sql`
        update exports set state = 'failed', ended_at = ${world.now()}
         where city = (select app.city()) and export_id = ${exportId}`.execute(tx),
    );
    throw error;
  }
}

/** Takes an export that was allowed, or that a run before this one did not finish; null when there is nothing to make. */
async function take(tx: Tx, exportId: string): Promise<Wanted | null> {
  const found = await sql<Wanted>`
    update exports e
       set state = 'running', done = 0
      from cities c
     where e.city = (select app.city()) and c.city = e.city and e.export_id = ${exportId} and e.state in ('queued', 'running', 'failed')
    returning e.meeting_id as "meetingId", e.kind, e.agency_code as "agencyCode", e.locale, c.time_zone as "timeZone", c.demonstration`.execute(
    tx,
  );
  return found.rows[0] ?? null;
}

async function writeProgress(tx: Tx, exportId: string, done: number, total: number): Promise<void> {
  await sql`
    update exports set done = ${done}, total = ${total}
     where city = (select app.city()) and export_id = ${exportId}`.execute(tx);
}

type Making = {
  readonly wanted: Wanted;
  readonly world: World;
  readonly inCity: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly tell: (done: number, total: number) => Promise<void>;
};
type MadeFile = { readonly title: string; readonly mediaType: string; readonly bytes: Buffer };

const make: Record<ExportKind, (it: Making) => Promise<MadeFile>> = {
  INVITATIONS: makeInvitations,
  INVITATION_LIST: (it) => makeList(it, 'INVITATION_LIST'),
  ATTENDANCE: (it) => makeList(it, 'ATTENDANCE'),
};

// So many letters between two words on how far it is, and in one file for the printer.
const batch = 25;

/** Each letter as a file of its own, to be sent, and the same letters in files of 25, to be printed. */
async function makeInvitations({ wanted, world, inCity, tell }: Making): Promise<MadeFile> {
  const { paper, invited } = await inCity(async (tx) => {
    const [letter] = await listLetters(tx, wanted.meetingId, 'INVITATION');
    if (!letter) throw new Error('no invitation was issued for this meeting');
    return {
      paper: withCode(letter.contents, letter.code, world),
      invited: await listInvited(tx, wanted.meetingId),
    };
  });
  const letters: ZipEntry[] = [];
  const prints: ZipEntry[] = [];
  await tell(0, invited.length);
  for (let from = 0; from < invited.length; from += batch) {
    const some = invited.slice(from, from + batch);
    for (const it of some)
      letters.push({ name: `surat/${nameOf(it)}.pdf`, bytes: await one(paper, it, world) });
    const [first, last] = [some[0], some.at(-1)];
    prints.push({
      name: `cetak/undangan-${numberOf(first)}-${numberOf(last)}.pdf`,
      bytes: await setPaper(
        paper,
        some.map((it) => copyFor(it, world)),
      ),
    });
    await tell(from + some.length, invited.length);
  }
  return { title: 'undangan', mediaType: 'application/zip', bytes: zipOf([...prints, ...letters]) };
}

async function one(paper: Frozen, it: Invited, world: World): Promise<Buffer> {
  const bytes = await setPaper(paper, [copyFor(it, world)]);
  // Setting a letter holds this process for some milliseconds; whoever waits at the server comes first after each.
  await new Promise((resolve) => setImmediate(resolve));
  return bytes;
}

function numberOf(it: Invited | undefined): string {
  return String(it?.number ?? 0).padStart(3, '0');
}

function nameOf(it: Invited): string {
  const office = it.office
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
  return `${numberOf(it)}-${office}`;
}

async function makeList(
  { wanted, world, inCity, tell }: Making,
  kind: 'INVITATION_LIST' | 'ATTENDANCE',
): Promise<MadeFile> {
  await tell(0, 1);
  const paper = await inCity(async (tx) => {
    const meeting = await meetingForPapers(tx, wanted.meetingId, wanted.locale);
    const write = kind === 'ATTENDANCE' ? writeAttendance : writeInvitedList;
    return sheetFor(tx, { meeting, kind, locale: wanted.locale, city: wanted, world }, write);
  });
  const bytes = await setPaper(paper);
  await tell(1, 1);
  return {
    title: kind === 'ATTENDANCE' ? 'daftar-hadir' : 'daftar-undangan',
    mediaType: 'application/pdf',
    bytes,
  };
}

export const jobs: readonly Job[] = [
  {
    name: 'make-export',
    run: async (context, { exportId }) => {
      await makeExport(context, String(exportId));
    },
  },
];
