// A programme of the social service, and what is sent to ask a child: for tests of services.
import { uuidv7 } from '#platform/uuid.ts';
import type { TestApp } from '#test/app.ts';
import { dayIn, openCaseOfSari } from '#test/case-scene.ts';

/** What is sent to plan a cohort that runs now; overrides replace whole fields. */
export function programmeInput(more: Record<string, unknown> = {}) {
  return {
    programmeId: uuidv7(),
    name: 'Pembinaan terpadu',
    kind: 'COHORT',
    leg: 'REHABILITATIVE',
    purpose: 'REHABILITATION',
    dutyCode: 'CASE_OWNERSHIP',
    ownerAgency: 'DINSOS_KOTA',
    targetGroup: 'Anak di bawah 18 tahun',
    capacity: 20,
    startsOn: dayIn(-2),
    endsOn: dayIn(6),
    hostAgency: 'TNI',
    place: 'Yonif 133/Yudha Sakti',
    areas: [],
    partners: [{ agencyCode: 'TNI', part: 'Tuan rumah' }],
    budgetLine: 'Rehabilitasi sosial anak',
    budgetAmount: 150_000_000,
    spentAmount: null,
    ...more,
  };
}

/** A programme planned by Dewi Penyelia. */
export async function plannedProgramme(app: TestApp, more: Record<string, unknown> = {}) {
  const input = programmeInput(more);
  await (await app.as('dewi.penyelia')).does('services/plan-programme', input);
  return input;
}

/** What is sent when a child and its guardian agree; overrides replace whole fields. */
export function askInput(programmeId: string, personId: string, more: Record<string, unknown> = {}) {
  return {
    enrolmentId: uuidv7(),
    programmeId,
    personId,
    childSays: 'agrees',
    guardianSays: 'agrees',
    askedOn: dayIn(0),
    ...more,
  };
}

/** The commands of services that make a record, for the test of ids that are used already; `of` because the app opens later. */
export function programmeMakers(of: () => TestApp) {
  return [
    {
      command: 'services/plan-programme',
      by: 'dewi.penyelia',
      ids: { programmeId: 'programmes' },
      input: async () => programmeInput(),
    },
    {
      command: 'services/plan-session',
      by: 'dewi.penyelia',
      ids: { sessionId: 'programme_sessions' },
      input: async () => {
        const { programmeId, startsOn } = await plannedProgramme(of());
        return { sessionId: uuidv7(), programmeId, day: startsOn, title: 'Hari pertama' };
      },
    },
    {
      command: 'services/ask-child',
      by: 'sari.peksos',
      ids: { enrolmentId: 'enrolments' },
      input: async () =>
        askInput((await plannedProgramme(of())).programmeId, (await openCaseOfSari(of())).personId),
    },
    {
      command: 'services/keep-outcome',
      by: 'sari.peksos',
      ids: { outcomeId: 'programme_outcomes' },
      input: async () => {
        const { programmeId } = await plannedProgramme(of());
        const asked = askInput(programmeId, (await openCaseOfSari(of())).personId);
        await (await of().as('sari.peksos')).does('services/ask-child', asked);
        const seenOn = dayIn(0);
        return {
          outcomeId: uuidv7(),
          enrolmentId: asked.enrolmentId,
          afterMonths: 0,
          outcome: 'WITH_FAMILY',
          seenOn,
        };
      },
    },
    {
      command: 'services/complain',
      by: 'sari.peksos',
      ids: { complaintId: 'complaints' },
      input: async () => ({
        complaintId: uuidv7(),
        programmeId: (await plannedProgramme(of())).programmeId,
        subject: 'TREATMENT',
        said: 'Dibentak saat latihan.',
        saidBy: 'child',
      }),
    },
  ] as const;
}
