// A plan's lines and the referrals that carry them: most answered in time, some late, some paused, a few declined.

import { addDays } from '#platform/calendar.ts';
import { addWorkingDays, dueAfterWorkingDays } from '#platform/working-time.ts';
import type { Key, ReferralAnswered } from './events.ts';
import { ownGoals, type PlanTemplate, planTemplates } from './plan-templates.ts';
import { dateOf, day, deskFor, hour, instantText, officeTime, type Scene } from './scene.ts';

export type Asking = Readonly<{
  caseKey: Key;
  person: Key;
  worker: string;
  home: string | null;
  age: number;
}>;
export type Fate = 'in_time' | 'late' | 'declined' | 'paused' | 'waiting' | 'accepted' | 'on_hold';

/** Writes a plan: two or three goals of others, one of our own. Returns when the last of it is done. */
export function makePlan(scene: Scene, asking: Asking, at: number): number {
  const { random } = scene;
  let lastDone = at;
  for (const template of chooseTemplates(scene, asking)) {
    const planLine = emitPlanLine(scene, asking, { at, template });
    const done = refer(scene, asking, {
      at: at + random.int(1, 5) * hour,
      template,
      planLine,
      fate: random.weighted([
        ['in_time', 72] as const,
        ['late', 13] as const,
        ['declined', 6] as const,
        ['paused', 9] as const,
      ]),
    });
    lastDone = Math.max(lastDone, done);
  }
  const [goal, service] = random.pick(ownGoals);
  const planLine = scene.key('plan-line');
  scene.emit({
    kind: 'plan_line',
    at: instantText(at),
    by: asking.worker,
    planLine,
    caseKey: asking.caseKey,
    goal,
    service,
    agency: 'DINSOS_KOTA',
    area: null,
    dueOn: addDays(dateOf(scene, at), random.int(20, 60)),
  });
  const ended = officeTime(scene, at, random.int(14, 70));
  endLine(scene, asking, { planLine, at: ended, done: random.chance(0.85) });
  return Math.max(lastDone, ended);
}

function chooseTemplates(scene: Scene, { home, age }: Asking): PlanTemplate[] {
  const { random } = scene;
  const chosen = new Map<string, PlanTemplate>();
  const wanted = random.int(1, 3);
  const fitting = planTemplates.filter((one) => (one.duty === 'LEGAL_AID' ? age >= 12 : true));
  while (chosen.size < wanted) {
    const one = random.weighted(fitting.map((template) => [template, template.weight] as const));
    chosen.set(one.agency, one);
  }
  const visit = homeVisitFor(home);
  return visit ? [...chosen.values(), visit] : [...chosen.values()];
}

/** The visit asked of the desk of the child's own kelurahan or kecamatan, where the cast has one. */
export function homeVisitFor(home: string | null): PlanTemplate | null {
  if (!home?.startsWith('13.71.09')) return null;
  return {
    goal: 'Keluarga dikunjungi dan didampingi di kelurahan',
    service: 'FAMILY_SUPPORT',
    agency: home === '13.71.09.1006' ? 'KEL_13.71.09.1006' : 'KEC_13.71.09',
    duty: 'HOME_VISIT',
    clockDays: 5,
    weight: 0,
    question: 'Mohon kunjungan rumah bersama RT, lalu tuliskan keadaan dan dukungan yang ada.',
    discloses: ['name', 'age', 'sex', 'area', 'guardian_contact'],
    accepted: 'Diterima, dikunjungi minggu ini.',
    completed: 'Sudah dikunjungi; ibu ada, tetangga ikut menjaga.',
    declined: 'Keluarga sudah pindah dari kelurahan ini.',
  };
}

/** The plan line that a template stands for. */
export function emitPlanLine(
  scene: Scene,
  asking: Asking,
  { at, template }: { at: number; template: PlanTemplate },
): Key {
  const planLine = scene.key('plan-line');
  scene.emit({
    kind: 'plan_line',
    at: instantText(at),
    by: asking.worker,
    planLine,
    caseKey: asking.caseKey,
    goal: template.goal,
    service: template.service,
    agency: template.agency,
    area: template.agency.startsWith('KE') && asking.home ? asking.home : null,
    dueOn: addDays(dateOf(scene, at), template.clockDays * 2 + scene.random.int(7, 30)),
  });
  return planLine;
}

/** One referral with its whole fate. Returns when it is over. */
export function refer(
  scene: Scene,
  asking: Asking,
  { at, template, planLine, fate }: { at: number; template: PlanTemplate; planLine: Key | null; fate: Fate },
): number {
  const { random, calendar } = scene;
  const referral = scene.key('referral');
  const due = addWorkingDays(new Date(at), template.clockDays, calendar).getTime();
  scene.emit({
    kind: 'referral_sent',
    at: instantText(at),
    by: asking.worker,
    referral,
    caseKey: asking.caseKey,
    toAgency: template.agency,
    duty: template.duty,
    question: template.question,
    discloses: template.discloses,
    planLine,
    clockDays: template.clockDays,
    dueAt: instantText(due),
  });
  if (fate === 'waiting') return at;
  const by = deskFor(template.agency);
  if (fate === 'on_hold') return holdOpen(scene, { referral, by, at });
  const inTime = at + (due - at) * (0.2 + 0.7 * random.next());
  let answeredAt = fate === 'late' ? officeTime(scene, due, random.int(1, 6)) : inTime;
  if (fate === 'paused') answeredAt = pause(scene, { referral, by, at, clockDays: template.clockDays });
  const declined = fate === 'declined';
  const first = declined ? 'declined' : 'accepted';
  answer(scene, { referral, by, at: answeredAt, answer: first, text: template[first] });
  if (fate === 'accepted') return answeredAt;
  const completedAt = officeTime(scene, answeredAt, random.int(2, 24));
  if (!declined)
    answer(scene, { referral, by, at: completedAt, answer: 'completed', text: template.completed });
  if (planLine) endLine(scene, asking, { planLine, at: completedAt + 2 * hour, done: !declined });
  return completedAt;
}

function answer(scene: Scene, given: Omit<ReferralAnswered, 'kind' | 'at'> & { at: number }): void {
  scene.emit({ ...given, kind: 'referral_answered', at: instantText(given.at) });
}

const pauseReasons = [
  'Menunggu KK orang tua.',
  'Menunggu jadwal keluarga.',
  'Anak belum dapat ditemui.',
  'Menunggu surat dari sekolah.',
] as const;

/** Stops the clock, and nobody has started it again. */
function holdOpen(scene: Scene, { referral, by, at }: { referral: Key; by: string; at: number }): number {
  const from = at + (scene.now - at) * (0.3 + 0.4 * scene.random.next());
  const reason = scene.random.pick(pauseReasons);
  scene.emit({
    kind: 'referral_paused',
    at: instantText(from),
    by,
    pause: scene.key('pause'),
    referral,
    reason,
  });
  return from;
}

/** Stops the clock for a while, lets it run again, and tells when the answer comes. */
function pause(
  scene: Scene,
  { referral, by, at, clockDays }: { referral: Key; by: string; at: number; clockDays: number },
): number {
  const { random, calendar } = scene;
  const pauseKey = scene.key('pause');
  const from = at + Math.min(clockDays * 0.3, 1) * day * random.next() + hour;
  const to = from + random.int(2, 9) * day;
  const reason = random.pick(pauseReasons);
  scene.emit({ kind: 'referral_paused', at: instantText(from), by, pause: pauseKey, referral, reason });
  const pauses = [{ from: new Date(from), to: new Date(to) }];
  const due = dueAfterWorkingDays(new Date(at), clockDays, { calendar, pauses })?.getTime() ?? to + day;
  scene.emit({
    kind: 'referral_resumed',
    at: instantText(to),
    by,
    pause: pauseKey,
    referral,
    dueAt: instantText(due),
  });
  return to + Math.max(hour, (due - to) * random.next());
}

function endLine(
  scene: Scene,
  asking: Asking,
  { planLine, at, done }: { planLine: Key; at: number; done: boolean },
): void {
  scene.emit({
    kind: 'plan_line_ended',
    at: instantText(at),
    by: asking.worker,
    planLine,
    state: done ? 'done' : 'dropped',
    result: done ? 'Tercapai.' : 'Dihentikan, sasaran diganti bersama anak.',
  });
}
