// The coordination meeting this project began with, the one that looked back on it, this year's and the next.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { writeRows } from '#demo/load/rows.ts';
import { type Asked, addMeeting, meetingTables, noRows, type Played, seedOf } from '#demo/rakor/rows.ts';
import { decisionsOf2020, decisionsOfEvaluation, decisionsOfThisYear } from '#demo/rakor/script.ts';
import { createRandom } from '#demo/random.ts';
import { invitationRules } from '#meetings/rules/invitations.ts';
import { addDays, cityDate, instantAt, isWorkingDay, type WorkingCalendar } from '#platform/calendar.ts';
import { citiesFolder } from '#platform/city-folder.ts';
import type { Tx } from '#platform/database/transaction.ts';
import type { Keys } from '#platform/keys/ring.ts';
import { uuidv7 } from '#platform/uuid.ts';

type Reported = {
  readonly title: string;
  readonly theme: string;
  readonly date: string;
  readonly place: string;
  readonly openedBy: string;
  readonly aims: readonly string[];
  readonly speakers: readonly string[];
  readonly participants: readonly { readonly agencies?: readonly string[] }[];
};

type Agency = {
  readonly agency_code: string;
  readonly area_code: string | null;
  readonly kind: string;
  readonly name_id: string;
};

const aims2020 = [
  'Koordinasi, pemantauan, dan evaluasi penanganan anak jalanan',
  'Koordinasi, sinkronisasi, dan sinergi kebijakan kota dan kecamatan lintas sektor',
  'Pemahaman dan informasi tentang peran pemerintah daerah dan peran serta masyarakat',
];
const agenda2020 = [
  'Pembukaan dan arahan',
  'Penanganan anak jalanan di Kota Padang: temuan lapangan',
  'Peran kecamatan, kelurahan, dan sekolah setelah anak pulang',
  'Peran serta masyarakat dan lembaga adat',
];

/** Writes the meetings of the demonstration. Runs as its service session, after the city's people are there. */
export async function loadRakor(
  tx: Tx,
  {
    city,
    keys,
    now,
    calendar,
    timeZone,
  }: { city: string; keys: Keys; now: Date; calendar: WorkingCalendar; timeZone: string },
): Promise<void> {
  const reported: Reported = JSON.parse(
    readFileSync(join(citiesFolder, city, 'examples/rakor-2020.json'), 'utf8'),
  );
  const found = await sql<Agency>`
    select agency_code, area_code, kind, name_id from agencies where city = (select app.city()) order by agency_code`.execute(
    tx,
  );
  const named = reported.participants.flatMap((it) => it.agencies ?? []);
  const everyone = [...byRule('VILLAGES', found.rows), ...byRule('DISTRICTS', found.rows)];
  const asked = [...everyone, ...byName(named, found.rows)];
  const workingDay = (date: string): string =>
    isWorkingDay(date, calendar) ? date : workingDay(addDays(date, 1));
  const today = cityDate(now, timeZone);
  const at = (date: string) => ({ date, startsAt: instantAt(date, '08:30', timeZone) });
  const rows = noRows();
  const add = (it: Played) => addMeeting(rows, it, { keys, random: createRandom(seedOf(it.title)), now });
  const legalBases = ['perda-1-2012', 'permensos-8-2012'];
  const first = add({
    ...{
      invented: true,
      kind: 'RAKOR',
      state: 'closed',
      follows: null,
      legalBases,
      asked,
      answer: 82,
      come: 91,
    },
    ...at(reported.date),
    title: reported.title,
    theme: reported.theme,
    place: reported.place,
    openedBy: 'Asisten Pemerintahan dan Kesejahteraan Rakyat',
    aims: aims2020,
    speakers: reported.speakers,
    agenda: agenda2020,
    decisions: decisionsOf2020,
  });
  const evaluation = add({
    ...{
      invented: false,
      kind: 'EVALUATION',
      state: 'closed',
      follows: first.meetingId,
      legalBases,
      answer: 75,
      come: 84,
    },
    ...at('2021-02-25'),
    asked,
    title: 'Rapat Evaluasi Penanganan Anak Jalanan Kota Padang',
    theme: 'Setahun tindak lanjut rapat koordinasi 27 Februari 2020',
    place: 'Balai Kota Padang',
    openedBy: 'Asisten Pemerintahan dan Kesejahteraan Rakyat',
    aims: ['Menilai tindak lanjut keputusan 2020', 'Menyelesaikan yang terkendala'],
    speakers: ['Kepala Bagian Kesra Setda Kota Padang'],
    agenda: ['Tindak lanjut keputusan 2020', 'Yang terkendala dan jalan keluarnya'],
    decisions: decisionsOfEvaluation,
  });
  carry(rows, evaluation.meetingId, first.open, at('2021-02-25').startsAt);
  finishLater(
    rows,
    first.open.map((it) => it.actionId),
  );
  const bodies = byRule('BODIES', found.rows);
  const thisYear = add({
    ...{ invented: false, kind: 'RAKOR', state: 'closed', follows: null, answer: 80, come: 90 },
    ...at(workingDay(addDays(today, -120))),
    legalBases: ['perda-1-2012', 'perda-1-2025'],
    asked: [...asked, ...bodies.filter((it) => !named.includes(it.agencyCode))],
    title: `Rapat Koordinasi Penanganan Anak Jalanan Tahun ${today.slice(0, 4)}`,
    theme: 'Rujukan dijawab, keluarga didampingi',
    place: 'Balai Kota Padang',
    openedBy: 'Asisten Pemerintahan dan Kesejahteraan Rakyat',
    aims: [
      'Rujukan dijawab tepat waktu',
      'Penjangkauan bersama di titik yang sama',
      'Pemulangan yang disertai pendampingan',
    ],
    speakers: ['Kepala Dinas Sosial Kota Padang', 'Kepala Dinas Pendidikan Kota Padang'],
    agenda: ['Rujukan yang lewat tenggat', 'Titik perjumpaan terbanyak', 'Pemulangan ke daerah asal'],
    decisions: decisionsOfThisYear,
  });
  const next = at(workingDay(addDays(today, 12)));
  const coming = add({
    ...{
      invented: false,
      kind: 'EVALUATION',
      state: 'invited',
      follows: thisYear.meetingId,
      answer: 45,
      come: 0,
    },
    ...next,
    legalBases: ['perda-1-2012', 'perda-1-2025'],
    asked: [...asked, ...bodies.filter((it) => !named.includes(it.agencyCode))],
    title: `Rapat Evaluasi Penanganan Anak Jalanan Tahun ${today.slice(0, 4)}`,
    theme: 'Apa yang sudah berjalan, apa yang tertahan',
    place: 'Balai Kota Padang',
    openedBy: 'Sekretaris Daerah Kota Padang',
    aims: ['Menilai tindak lanjut rapat tahun ini', 'Menyelesaikan yang terkendala'],
    speakers: ['Kepala Bagian Kesra Setda Kota Padang'],
    agenda: ['Tindak lanjut rapat tahun ini'],
    decisions: [],
  });
  carry(rows, coming.meetingId, thisYear.open, new Date(now.getTime() - 86_400_000));
  for (const table of meetingTables) await writeRows(tx, table, rows[table]);
}

type Rows = ReturnType<typeof noRows>;

function carry(rows: Rows, meetingId: string, open: ReturnType<typeof addMeeting>['open'], at: Date): void {
  for (const it of open)
    rows.carried_actions.push({
      meeting_id: meetingId,
      action_id: it.actionId,
      state_then: it.state,
      progress_then: it.progress,
      carried_at: at,
    });
}

/** What was open when the evaluation met was finished in the months after it: nothing of 2020 is late today. */
function finishLater(rows: Rows, actionIds: readonly string[]): void {
  const done = new Date('2021-06-30T03:00:00Z');
  for (const row of rows.actions)
    if (actionIds.includes(row.action_id)) {
      Object.assign(row, { state: 'done', progress: 100, obstacle: '', updated_at: done, closed_at: done });
      rows.action_updates.push({
        action_id: row.action_id,
        update_id: uuidv7(done.getTime()),
        state: 'done',
        progress: 100,
        text: 'Selesai setelah rapat evaluasi.',
        agency_code: row.responsible_agency ?? 'KESRA',
        written_by: null,
        written_at: done,
      });
    }
}

function byRule(rule: 'VILLAGES' | 'DISTRICTS' | 'BODIES', agencies: readonly Agency[]): Asked[] {
  const { kinds, office } = invitationRules[rule];
  const wanted: readonly string[] = kinds;
  return agencies
    .filter((it) => wanted.includes(it.kind))
    .map((it) => ({ agencyCode: it.agency_code, areaCode: it.area_code, office, rule, body: it.name_id }));
}

function byName(codes: readonly string[], agencies: readonly Agency[]): Asked[] {
  return codes.flatMap((code) => {
    const it = agencies.find((one) => one.agency_code === code);
    return it
      ? [{ agencyCode: code, areaCode: it.area_code, office: 'Kepala', rule: 'NAMED', body: it.name_id }]
      : [];
  });
}
