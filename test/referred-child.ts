// A child of sari.peksos with an open case, referred: what most tests of referrals begin with.
import { uuidv7 } from '#platform/uuid.ts';
import type { TestApp } from '#test/app.ts';

export const name = 'Rafli Contoh';
const identity = {
  names: [name],
  aliases: [],
  kin: [{ relation: 'MOTHER', name: 'Ibu Contoh', phone: '0812' }],
  address: 'Jalan Contoh 1',
  marks: [],
};

let cases = 1000;

/** The child, met and given a name by the worker, with an open and assessed case, written to the tables as those slices would. */
export async function openCase(app: TestApp): Promise<{ personId: string; caseId: string }> {
  const personId = uuidv7();
  const [encounterId, caseId, assessmentId] = [uuidv7(), uuidv7(), uuidv7()];
  const staff = `(select staff_id from app.staff where username = 'sari.peksos')`;
  const write = (text: string, ...values: unknown[]) => app.admin.query(text, values);
  await write(
    `insert into app.persons (city, person_id, sex, birth_from, birth_to, origin_area, recorded_by, last_met_at)
     values ('13.71', $1, 'male', '2013-01-01', '2013-12-31', '13.71', ${staff}, now())`,
    personId,
  );
  await write(
    `insert into app.encounters (city, encounter_id, person_id, occurred_at, recorded_by, agency_code, approach, activity, location_type, age_class, needs)
     values ('13.71', $1, $2, now(), ${staff}, 'DINSOS_KOTA', 'WALK_IN', 'BUSKING', 'MARKET', 'UNKNOWN', '{FOOD,HEALTH}')`,
    encounterId,
    personId,
  );
  await write(
    `insert into app.encounter_texts (city, encounter_id, person_id, own_words) values ('13.71', $1, $2, 'Saya mau sekolah')`,
    encounterId,
    personId,
  );
  await (await app.as('sari.peksos')).does('persons/identify', { personId, identity });
  await write(
    `insert into app.cases (city, case_id, case_number, person_id, agency_code, worker_id, opened_at, opened_from, risk_level)
     values ('13.71', $1, $2, $3, 'DINSOS_KOTA', ${staff}, now(), 'ENCOUNTER', 'HIGH')`,
    caseId,
    `K-2026-${cases++}`,
    personId,
  );
  await write(
    `insert into app.assessments (city, assessment_id, case_id, person_id, made_at, conclusion) values ('13.71', $1, $2, $3, now(), 'Perlu diperiksa')`,
    assessmentId,
    caseId,
    personId,
  );
  return { personId, caseId };
}

/** What a test may choose of the referral. */
export type Sending = { discloses?: string[]; sentAt?: string; toAgency?: string; dutyCode?: string };
/** Sends a referral for a new child of sari.peksos. */
export async function refer(app: TestApp, sending: Sending = {}) {
  const { personId, caseId } = await openCase(app);
  const { discloses = ['name', 'age', 'need'], sentAt, toAgency = 'DINKES' } = sending;
  const referralId = uuidv7();
  const input = {
    referralId,
    caseId,
    toAgency,
    dutyCode: sending.dutyCode ?? 'HEALTH_CHECK',
    question: 'Mohon periksa batuknya.',
    discloses,
  };
  const sari = await app.as('sari.peksos');
  if (sentAt) app.setNow(new Date(sentAt));
  await sari.does('referrals/send', input);
  if (sentAt) app.setNow(null);
  return { personId, caseId, referralId };
}
