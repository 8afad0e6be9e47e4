// A child with a name that can be searched for, met by a member of the cast, and a case of hers: for tests of case work.
import { uuidv7 } from '#platform/uuid.ts';
import type { CastName, TestApp } from '#test/app.ts';

/** A walk-in written straight to the tables, with an identity. */
export async function meetNamedChild(
  app: TestApp,
  username: CastName,
  name = 'Rafli Contoh',
): Promise<string> {
  const personId = uuidv7();
  await app.admin.query(
    `insert into app.persons (city, person_id, sex, recorded_by, last_met_at)
     select '13.71', $1, 'male', staff_id, now() from app.staff where username = $2`,
    [personId, username],
  );
  await meetAgain(app, personId, username);
  const client = await app.as(username);
  await client.does('persons/identify', {
    personId,
    identity: { names: [name], aliases: [], kin: [], marks: [] },
  });
  return personId;
}

/** Another encounter with a child outside an operation. */
export async function meetAgain(app: TestApp, personId: string, username: CastName): Promise<void> {
  await app.admin.query(
    `insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_by, agency_code, approach, activity, location_type, age_class)
     select '13.71', $1, $2, now(), staff_id, agency_code, 'WALK_IN', 'BUSKING', 'MARKET', 'UNKNOWN' from app.staff where username = $3`,
    [uuidv7(), personId, username],
  );
}

export type Scene = { readonly personId: string; readonly caseId: string; readonly caseNumber: string };

/** A child met by Sari Peksos, with an open case of hers. */
export async function openCaseOfSari(app: TestApp, name?: string): Promise<Scene> {
  const personId = await meetNamedChild(app, 'sari.peksos', name);
  const caseId = uuidv7();
  const opened = await (await app.as('sari.peksos')).does('cases/open', openInput(caseId, personId));
  return { personId, caseId, caseNumber: opened.caseNumber };
}

/** What is sent to open a case. */
export function openInput(caseId: string, personId: string) {
  return {
    caseId,
    personId,
    openedFrom: 'ENCOUNTER',
    riskLevel: 'MEDIUM',
    riskReason: 'Tidur di pasar, belum sekolah.',
  };
}

/** What is sent to assess a case; overrides replace whole fields. */
export function assessInput(caseId: string, more: Record<string, unknown> = {}) {
  return {
    caseId,
    assessmentId: uuidv7(),
    factors: [
      {
        code: 'E07',
        side: 'external',
        level: 'meso',
        saidBy: 'CHILD',
        evidence: 'Malu menunggak uang sekolah.',
      },
    ],
    problems: 'Putus sekolah.',
    strengths: 'Dekat dengan mamak.',
    childWishes: 'Ingin kembali belajar.',
    conclusion: 'Perlu pendampingan keluarga.',
    ...more,
  };
}

/** What is sent to plan a goal due in some days; overrides replace whole fields. */
export function lineInput(caseId: string, more: Record<string, unknown> = {}) {
  return {
    caseId,
    planLineId: uuidv7(),
    goal: 'Kembali belajar',
    serviceCode: 'FAMILY_SUPPORT',
    agencyCode: 'DISDIK',
    dueOn: dayIn(20),
    ...more,
  };
}

/** The day some days from now. */
export function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** What is sent to close a case with a return home that is ready in every line. */
export function returnHome(caseId: string, more: Record<string, unknown> = {}) {
  return {
    caseId,
    reason: 'REUNIFIED',
    bestInterest: 'Anak dan ibu sepakat pulang; rumah aman, mamak ikut menjaga.',
    readiness: {
      CHILD_PREPARED_WILLING: 'yes',
      FAMILY_ACCEPTS: 'yes',
      SUBSTITUTE_TRACED: 'not_applicable',
      PLACE_SAFE_NEEDS_MET: 'yes',
      MONITORING_PLANNED: 'yes',
    },
    areaCode: '13.71.09.1007',
    ...more,
  };
}

/** Assesses and closes a case as a return home. */
export async function closeAtHome(app: TestApp, scene: Scene): Promise<void> {
  const sari = await app.as('sari.peksos');
  await sari.does('cases/assess', assessInput(scene.caseId));
  await sari.does('cases/close', returnHome(scene.caseId));
}
