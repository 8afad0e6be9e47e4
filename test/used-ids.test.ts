// The device gives every record its id. One that is used already, be it by a record this reader may not even see, is
// answered as such at its field: by every command that makes a record.
import type { TSchema } from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sliceRoutes } from '#app.ts';
import { prepareQueue } from '#platform/jobs/worker.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { type CastName, openTestApp, type TestApp } from '#test/app.ts';
import {
  assessInput,
  dayIn,
  lineInput,
  meetNamedChild,
  openCaseOfSari,
  openInput,
} from '#test/case-scene.ts';
import { handingOver, meet, takenIn, takingIn } from '#test/custody-scene.ts';
import { meetingMakers } from '#test/meeting-makers.ts';
import { metChild } from '#test/met-child.ts';
import { plannedOperation } from '#test/planned-operation.ts';
import { programmeMakers } from '#test/programme-scene.ts';
import { fieldsIn } from '#test/schema-fields.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  // One of these commands leaves the rest of its work to a job.
  await prepareQueue(app.jobs);
});
afterAll(() => app.close());

type Input = Record<string, unknown>;
type Makes = {
  readonly command: string;
  readonly by: CastName;
  /** Where the id of the new record lies, and the table whose key it is. */
  readonly ids: Readonly<Record<string, string>>;
  /** An input that would be accepted, with fresh ids. */
  readonly input: () => Promise<Input>;
};

const minutesAgo = (n: number) => new Date(Date.now() - n * 60_000).toISOString();
const kept = () => ['sandal', 'gitar'].map((what) => ({ belongingId: uuidv7(), what, returnDue: dayIn(5) }));
const rinasCustody = async (minutes = 10) =>
  takenIn(await app.as('rina.lapangan'), await meet(app, { minutesAgo: minutes }));
const desk = (n: number) => ({
  staffId: uuidv7(),
  username: `orang.${n}.${uuidv7().slice(-8)}`,
  name: 'Orang Baru',
  agencyCode: 'DINSOS_KOTA',
  role: 'social_worker',
});

const makers: readonly Makes[] = [
  {
    command: 'people/invite',
    by: 'agus.admin',
    ids: { staffId: 'staff' },
    input: async () => desk(0),
  },
  {
    command: 'people/invite-many',
    by: 'agus.admin',
    ids: { 'people.0.staffId': 'staff', 'people.1.staffId': 'staff' },
    input: async () => ({ people: [desk(1), desk(2)] }),
  },
  {
    command: 'agencies/add-duty',
    by: 'eko.kesra',
    ids: { dutyId: 'duties' },
    input: async () => ({
      dutyId: uuidv7(),
      agencyCode: 'DP3AP2KB',
      dutyCode: 'LEGAL_AID',
      validFrom: '2026-01-01',
    }),
  },
  ...meetingMakers(() => app),
  ...programmeMakers(() => app),
  {
    command: 'persons/answer-match',
    by: 'sari.peksos',
    ids: { reviewId: 'match_reviews' },
    input: async () => ({
      lookId: await lookOf('sari.peksos'),
      personId: await meetNamedChild(app, 'sari.peksos'),
      choice: 'unsure',
      place: 1,
      reviewId: uuidv7(),
    }),
  },
  {
    command: 'operations/plan',
    by: 'rina.lapangan',
    ids: { operationId: 'operations' },
    input: async () => plannedOperation([await staffOf('rina.lapangan')]),
  },
  {
    command: 'encounters/record',
    by: 'tika.penjangkau',
    ids: { encounterId: 'encounters', personId: 'persons' },
    input: async () => metChild(),
  },
  {
    command: 'custody/take-in',
    by: 'rina.lapangan',
    ids: {
      custodyId: 'custody_intervals',
      'belongings.0.belongingId': 'belongings',
      'belongings.1.belongingId': 'belongings',
    },
    input: async () => takingIn(await meet(app), { belongings: kept() }),
  },
  {
    command: 'custody/hand-over',
    by: 'rina.lapangan',
    ids: {
      handoverId: 'handovers',
      toCustodyId: 'custody_intervals',
      'belongings.1.belongingId': 'belongings',
    },
    input: async () => handingOver(await rinasCustody(), { belongings: kept() }),
  },
  {
    command: 'custody/record-step',
    by: 'rina.lapangan',
    ids: { stepId: 'custody_steps' },
    input: async () => ({
      stepId: uuidv7(),
      custodyId: await rinasCustody(),
      kind: 'GUARDIAN_TOLD',
      result: 'COMING',
    }),
  },
  {
    command: 'custody/hold-longer',
    by: 'rina.lapangan',
    ids: { stepId: 'custody_steps' },
    input: async () => ({
      stepId: uuidv7(),
      custodyId: await rinasCustody(26 * 60),
      reason: 'HEALTH',
      until: new Date(Date.now() + 2 * 3_600_000).toISOString(),
    }),
  },
  {
    command: 'custody/explain-gap',
    by: 'rina.lapangan',
    ids: { stepId: 'custody_steps' },
    input: async () => {
      const rina = await app.as('rina.lapangan');
      const met = await meet(app, { minutesAgo: 50 });
      const custodyId = await takenIn(rina, met, { at: minutesAgo(20) });
      const [gap] = (await rina.get(`/api/custody/${custodyId}`)).body.gaps;
      return { stepId: uuidv7(), custodyId, from: gap.from, to: gap.to, reason: 'Dicatat di mako.' };
    },
  },
  {
    command: 'custody/settle',
    by: 'rina.lapangan',
    ids: { stepId: 'custody_steps' },
    input: async () => {
      const [met, rina, doni] = [
        await meet(app),
        await app.as('rina.lapangan'),
        await app.as('doni.lapangan'),
      ];
      const stands = await takenIn(rina, met);
      await doni.does('custody/take-in', takingIn(met, { custodianKind: 'POLICE', agencyCode: 'POLRI' }));
      return { stepId: uuidv7(), personId: met.personId, stands, reason: 'Dipastikan lewat telepon.' };
    },
  },
  {
    command: 'custody/complain',
    by: 'rina.lapangan',
    ids: { complaintId: 'complaints' },
    input: async () => ({
      complaintId: uuidv7(),
      aboutAgency: 'SATPOL_PP',
      subject: 'TREATMENT',
      said: 'Gitar diambil.',
      saidBy: 'child',
    }),
  },
  {
    command: 'cases/open',
    by: 'sari.peksos',
    ids: { caseId: 'cases' },
    input: async () => openInput(uuidv7(), await meetNamedChild(app, 'sari.peksos')),
  },
  {
    command: 'cases/assess',
    by: 'sari.peksos',
    ids: { assessmentId: 'assessments' },
    input: async () => assessInput((await openCaseOfSari(app)).caseId),
  },
  {
    command: 'cases/note',
    by: 'sari.peksos',
    ids: { noteId: 'case_notes' },
    input: async () => ({
      caseId: (await openCaseOfSari(app)).caseId,
      noteId: uuidv7(),
      kind: 'note',
      body: 'Bertemu ibu di pasar.',
    }),
  },
  {
    command: 'cases/add-plan-line',
    by: 'sari.peksos',
    ids: { planLineId: 'plan_lines' },
    input: async () => lineInput(await assessed()),
  },
  {
    command: 'cases/seal',
    by: 'sari.peksos',
    ids: { sealedId: 'sealed_fields' },
    input: async () => ({
      caseId: (await openCaseOfSari(app)).caseId,
      sealedId: uuidv7(),
      kind: 'HIV',
      text: 'tersegel',
    }),
  },
  {
    command: 'referrals/send',
    by: 'sari.peksos',
    ids: { referralId: 'referrals' },
    input: async () => ({
      referralId: uuidv7(),
      caseId: await assessed(),
      toAgency: 'DINKES',
      dutyCode: 'HEALTH_CHECK',
      question: 'Mohon periksa batuknya.',
      discloses: ['age'],
    }),
  },
  {
    command: 'retention/ask-erasure',
    by: 'putri.ppd',
    ids: { requestId: 'erasure_requests' },
    input: async () => ({
      requestId: uuidv7(),
      reference: (await openCaseOfSari(app)).caseNumber,
      askedFor: 'GUARDIAN',
      reason: 'Surat ibu',
    }),
  },
];

// Ids under these names never make a record: a command only says by them which one it means.
const onlyNamed = [
  ...['lookId', 'groupId', 'alertId', 'breakId', 'visitId', 'openedFromId'],
  'followsId',
  ...['giverStaffId', 'receiverStaffId', 'workerId', 'fromWorkerId', 'toWorkerId'],
];

async function staffOf(username: CastName): Promise<string> {
  const found = await app.admin.query('select staff_id from app.staff where username = $1', [username]);
  return found.rows[0].staff_id;
}

async function assessed(): Promise<string> {
  const { caseId } = await openCaseOfSari(app);
  await (await app.as('sari.peksos')).does('cases/assess', assessInput(caseId));
  return caseId;
}

async function lookOf(username: CastName): Promise<string> {
  const found = await app.admin.query(
    `insert into app.match_looks (city, day, staff_id, candidates, strengths) values ('13.71', current_date, $1, array[$2::uuid], '{likely}') returning look_id`,
    [await staffOf(username), await meetNamedChild(app, 'budi.peksos')],
  );
  return found.rows[0].look_id;
}

function withId(input: Input, path: string, id: string): Input {
  const copy = structuredClone(input);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Input>((at, key) => at[key] as Input, copy);
  if (!(last in holder)) throw new Error(`${path} is no part of the input`);
  holder[last] = id;
  return copy;
}

/** The names of every id that a schema takes. */
function idsIn(schema: TSchema): string[] {
  return fieldsIn(schema)
    .filter(({ pattern }) => pattern?.includes('[1-8][0-9a-f]{3}'))
    .map(({ path }) => path.findLast((key) => key !== '0') ?? '');
}

test('a used id is answered at its field by every command that makes a record, and a fresh one is taken', async () => {
  const answers: unknown[] = [];
  for (const { command, by, ids, input } of makers) {
    const client = await app.as(by);
    // Accepted with fresh ids first: so there is a used one, and the refusal is for nothing else.
    const first = await client.tries(command, await input());
    answers.push([command, '', first.status, first.body.code, first.body.field]);
    for (const [field, table] of Object.entries(ids)) {
      const key = field.replace(/^to/, '').split('.').pop() ?? '';
      const column = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, '');
      const used = await app.admin.query(
        `select ${column} as id from app.${table} order by random() limit 1`,
      );
      const { status, body } = await client.tries(command, withId(await input(), field, used.rows[0].id));
      answers.push([command, field, status, body.code, body.field]);
    }
  }

  expect(answers).toEqual(
    makers.flatMap(({ command, ids }) => [
      [command, '', 200, undefined, undefined],
      ...Object.keys(ids).map((field) => [command, field, 409, 'command-id-reused', field]),
    ]),
  );
}, 120_000);

test('no command takes an id of a kind that the list above does not know', () => {
  const known = new Set(makers.flatMap(({ ids }) => Object.keys(ids).map((field) => field.split('.').pop())));
  const commands = sliceRoutes.flatMap((route) => (route.kind === 'command' ? [route.command] : []));
  const unknown = commands.flatMap(({ name, input }) =>
    idsIn(input)
      .filter((id) => id.endsWith('Id') && !known.has(id) && !onlyNamed.includes(id))
      .map((id) => `${name} ${id}`),
  );

  expect(known.size).toBeGreaterThan(15);
  expect(unknown).toEqual([]);
});
