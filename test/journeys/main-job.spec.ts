// The main job once through the screens, by five of the cast, on the demonstration: from the street to a safe place.

import { dutyMessages } from '#agencies/messages.ts';
import { messages as caseMessages } from '#cases/messages.ts';
import { messages as custodyMessages } from '#custody/messages.ts';
import { messages as encounterMessages } from '#encounters/messages.ts';
import { messages as boardMessages } from '#indicators/messages.ts';
import { messages as operationMessages } from '#operations/messages.ts';
import { messages as reviewMessages } from '#persons/messages/reviews.ts';
import { messages as personMessages } from '#persons/messages.ts';
import { messages as referralMessages } from '#referrals/messages.ts';
import { expect, type JourneyCity, test } from '#test/journeys/app.ts';
import { type Desk, sign, sitDown, word } from '#test/journeys/desk.ts';

const village = '13.71.09.1006';
const child = { name: 'Zulfahri Koto', initials: 'Z. K.' };
const jakarta = (hours: number) => new Date(Date.now() + (7 + hours) * 3_600_000).toISOString().slice(0, 16);

test('five people take a child from the street to a safe place, each at their own screen', async ({
  browser,
  demonstration: city,
}) => {
  test.setTimeout(240_000);
  const at = (username: Parameters<typeof sitDown>[2]['username'], width: number) =>
    sitDown(browser, city, { username, width });
  const field = await at('afdal.lapangan', 360);
  const worker = await at('rina.peksos', 1280);
  const partner = await at('mira.dinkes', 1280);
  const supervisor = await at('hendri.penyelia', 1280);
  const coordinator = await at('fauzan.kesra', 1280);
  const everyone = { field, worker, partner, supervisor, coordinator };

  await test.step('Hari ini of each of them', async () => {
    for (const desk of Object.values(everyone)) {
      await desk.open('/');
      await desk.looksWell();
    }
  });
  const before = await countedOnBoard(coordinator);
  const known = await knownChild(worker);
  const operationId = await test.step('an operation with its legal basis, and under way', () => plan(field));
  await test.step('an encounter in few taps', () => meetInFewTaps(field, operationId));
  await test.step('met before? known: not sure', () => meetKnown(field, operationId, known));
  const met = await test.step('met before? a new child', () => meetNew(field, city, operationId));
  await test.step('the operation does not close while children are open', () =>
    refuseToClose(field, operationId));
  await test.step('taken in, the guardian told, asked alone, handed over', () => handOver(field, met));
  await test.step('now it closes', () => closeOperation(field, operationId));
  const caseId = await test.step('case, risk, assessment, plan', () => openCase(worker));
  const referralId = await test.step('referred to a queue', () => refer(worker, caseId));
  await test.step('accepted, completed, the name gone', () => answer(partner, referralId));
  await test.step('the supervisor answers the doubt', () => decide(supervisor, known));
  await test.step('the lifeline tells it', () => readLife(worker, met));
  await test.step('counted once, with initials', () => readBoard(coordinator, { before, met }));
  for (const desk of Object.values(everyone)) await desk.page.context().close();
});

async function countedOnBoard(desk: Desk): Promise<number> {
  await desk.open('/papan');
  await expect(desk.page.getByText(word(boardMessages.childrenMet)).first()).toBeVisible();
  const reply = await desk.page.request.get(
    `/api/indicators/board?ageClass=UNDER_18&period=${new Date().getFullYear()}`,
  );
  return (await reply.json()).met.encounters;
}

type Known = { name: string; sex: string; age: string; mother: string };

// A child of one of the worker's own cases, with a mother whose name is known: as the street will say it again.
async function knownChild({ page }: Desk): Promise<Known> {
  const { items } = await (await page.request.get('/api/persons')).json();
  for (const { kind, personId, name, sex, ageLow } of items) {
    if (kind !== 'known' || !name?.includes(' ') || ageLow === null || ageLow < 10 || ageLow > 17) continue;
    const { details } = await (await page.request.get(`/api/persons/${personId}`)).json();
    const mother = details?.kin?.find((it: { relation: string }) => it.relation === 'MOTHER')?.name;
    if (mother) return { name, sex, age: ageLow < 13 ? 'TEN' : ageLow < 16 ? 'THIRTEEN' : 'SIXTEEN', mother };
  }
  throw new Error('the demonstration has no child to meet again');
}

async function plan(desk: Desk): Promise<string> {
  const { page } = desk;
  await desk.open('/operasi');
  await desk.looksWell();
  await desk.follow(operationMessages.planNew);
  await desk.pick('kind', 'OUTREACH');
  await desk.fill('plannedFrom', jakarta(0));
  await desk.fill('plannedTo', jakarta(4));
  await desk.choose('partnerAgencies', 'DINSOS_KOTA');
  await desk.choose('areaCode-1', village);
  await desk.choose('locationType-1', 'TRAFFIC_LIGHT');
  await desk.press(operationMessages.savePlan);
  await expect(page.locator('.error-summary')).toBeFocused();
  await expect(page.locator('[name="areaCode-1"]')).toHaveValue(village);
  await desk.pick('legalBases', 'perda-1-2025');
  await desk.looksWell();
  await desk.press(operationMessages.savePlan);
  await expect(page).toHaveURL(/\/operasi\/[0-9a-f-]{36}$/);
  await desk.press(operationMessages.start);
  await expect(page.getByText(word(operationMessages.under_way), { exact: true })).toBeVisible();
  await desk.looksWell();
  return page.url().split('/').at(-1) ?? '';
}

async function meetInFewTaps(desk: Desk, operationId: string): Promise<void> {
  let taps = 0;
  const tap = async (act: Promise<void>) => {
    taps += 1;
    await act;
  };
  await desk.open(`/operasi/${operationId}`);
  await tap(desk.follow(operationMessages.record));
  await tap(desk.pick('sex', 'female'));
  await tap(desk.pick('age', 'TEN'));
  await tap(desk.pick('activity', 'BUSKING'));
  await tap(desk.pick('condition', 'HUNGRY'));
  await tap(desk.press(encounterMessages.save));
  await expect(
    desk.page.getByRole('heading', { level: 1, name: word(encounterMessages.recorded) }),
  ).toBeVisible();
  expect(taps).toBeLessThanOrEqual(10);
  await desk.looksWell();
}

async function meetNamed(desk: Desk, operationId: string, who: { name: string; sex: string; age: string }) {
  await desk.open(`/operasi/${operationId}/catat`);
  await desk.fill('name', who.name);
  await desk.pick('sex', who.sex);
  await desk.pick('age', who.age);
  await desk.pick('activity', 'BUSKING');
  await desk.press(encounterMessages.toMatch);
  await expect(
    desk.page.getByRole('heading', { level: 1, name: word(encounterMessages.metBefore) }),
  ).toBeVisible();
}

async function meetKnown(desk: Desk, operationId: string, known: Known) {
  await meetNamed(desk, operationId, known);
  await expect(desk.page.getByText(word(personMessages.notDecidable))).toBeVisible();
  await desk.looksWell();
  await desk.press(personMessages.askMore);
  await expect(desk.page.locator('[name="name"]')).toHaveValue(known.name);
  await expect(desk.page.locator('[name="mother"]')).toBeFocused();
  await desk.page.keyboard.type(known.mother);
  await desk.press(encounterMessages.toMatch);
  await expect(desk.page.getByText(word(personMessages.someone))).toBeVisible();
  const call = desk.page.getByRole('link', {
    name: word(dutyMessages.callSocialService, { phone: '0751 000 000' }),
  });
  await expect(call).toHaveAttribute('href', 'tel:0751000000');
  expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await desk.looksWell();
  await desk.press(personMessages.unsure);
  await expect(
    desk.page.getByRole('heading', { level: 1, name: word(encounterMessages.recorded) }),
  ).toBeVisible();
  await desk.press(encounterMessages.DECLINED);
}

async function meetNew(desk: Desk, city: JourneyCity, operationId: string): Promise<string> {
  await meetNamed(desk, operationId, { name: child.name, sex: 'male', age: 'THIRTEEN' });
  await desk.press(personMessages.newChild);
  await expect(desk.page.getByText(child.name)).toBeVisible();
  const last = await city.admin.query<{ person_id: string }>(
    'select person_id from app.encounters where operation_id = $1 order by recorded_at desc limit 1',
    [operationId],
  );
  return last.rows[0]?.person_id ?? '';
}

async function refuseToClose(desk: Desk, operationId: string): Promise<void> {
  await desk.open(`/operasi/${operationId}`);
  await desk.press(operationMessages.close);
  const dialog = desk.page.getByRole('dialog');
  await expect(dialog.getByRole('link')).toHaveCount(2);
  await expect(dialog).not.toContainText(child.name);
  await expect(dialog.getByRole('button', { name: word(operationMessages.close) })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await desk.looksWell();
  await desk.press(operationMessages.keep, dialog);
}

async function handOver(desk: Desk, personId: string): Promise<void> {
  const { page } = desk;
  await page.locator(`a[href="/penjagaan/terima/${personId}"]`).click();
  await desk.pick('custodianKind', 'FIELD_TEAM');
  await desk.looksWell();
  await desk.press(custodyMessages.takeInDo);
  await expect(page).toHaveURL(/\/penjagaan\/[0-9a-f-]{36}$/);
  await page.locator('.todo li').first().getByRole('button').click();
  await desk.pick('result', 'NO_ANSWER');
  await desk.looksWell();
  await desk.press(custodyMessages.record, page.getByRole('dialog'));
  await expect(page.getByRole('dialog')).toBeHidden();
  await desk.looksWell();
  await desk.follow(custodyMessages.handOver);

  await desk.pick('endKind', 'HOME_WITH_PARENT');
  await desk.fill('receiverName', 'Asnimar');
  await desk.pick('condition', 'TIRED');
  await expect(page.getByText(word(custodyMessages.fearsMissing)).first()).toBeVisible();
  await desk.press(custodyMessages.askNow);
  await page.locator('[name="alone"]').check();
  await desk.pick('fears', 'no');
  await desk.looksWell();
  await desk.press(custodyMessages.record, page.getByRole('dialog'));
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('[name="receiverName"]')).toHaveValue('Asnimar');
  await desk.choose('receiverRelation', 'MOTHER');
  await desk.pick('endKind', 'SOCIAL_SERVICE');
  await expect(page.locator('[name="receiverName"]')).toHaveValue('');
  await expect(page.locator('[name="receiverRelation"]')).toHaveValue('');
  await desk.choose('agencyCode', 'DINSOS_KOTA');
  await page.locator('[name="receiverStaffId"]').selectOption({ label: 'Hendri Saputra' });
  await sign(page, custodyMessages.signGiver);
  await sign(page, custodyMessages.signReceiver);
  await desk.looksWell();
  await desk.press(custodyMessages.handOverDo);
  await expect(page).toHaveURL(/\/penjagaan\/serah-terima\/[0-9a-f-]{36}$/);
  await desk.looksWell();
  const paper = await page.request.get(`/api/custody/handovers/${page.url().split('/').at(-1)}/record`);
  expect(await paper.text()).toContain(child.name);
}

async function closeOperation(desk: Desk, operationId: string): Promise<void> {
  const { page } = desk;
  await desk.open(`/operasi/${operationId}`);
  await desk.press(encounterMessages.STAYED);
  await expect(page.getByText(word(operationMessages.notYet))).toBeHidden();
  await desk.press(operationMessages.close);
  await desk.press(operationMessages.close, page.getByRole('dialog'));
  await expect(page.getByText(word(operationMessages.closed), { exact: true })).toBeVisible();
  await desk.looksWell();
}

async function openCase(desk: Desk): Promise<string> {
  const { page } = desk;
  await desk.open('/penjagaan');
  await page.getByRole('link', { name: child.name }).first().click();
  await desk.looksWell();
  await desk.follow(custodyMessages.toChild);
  await desk.looksWell();
  await desk.follow(caseMessages.openVerb);
  await desk.pick('riskLevel', 'MEDIUM');
  await desk.press(caseMessages.openVerb);
  await expect(page.locator('.error-summary')).toBeFocused();
  await desk.fill('riskReason', 'bekerja di jalan, jarang sekolah');
  await desk.looksWell();
  await desk.press(caseMessages.openVerb);
  await expect(page).toHaveURL(/\/kasus\/[0-9a-f-]{36}$/);
  const caseId = page.url().split('/').at(-1) ?? '';
  await desk.follow(caseMessages.assess);
  await desk.pick('outside-micro', 'E01');
  await desk.fill('E01-evidence', 'pendapatan harian tidak tetap');
  await desk.fill('childWishes', 'ingin kembali ke sekolah');
  await desk.looksWell();
  await desk.press(caseMessages.saveAssessment);
  await expect(page).toHaveURL(/bagian=asesmen/);
  await desk.looksWell();
  await desk.open(`/kasus/${caseId}`);
  await desk.press(caseMessages.addGoal);
  await desk.fill('goal', 'Pemeriksaan kesehatan dasar');
  await desk.choose('serviceCode', 'THERAPY');
  await desk.choose('agencyCode', 'DINKES');
  await desk.fill('dueOn', jakarta(24 * 14).slice(0, 10));
  await desk.looksWell();
  await desk.press(caseMessages.saveGoal);
  await expect(page.getByText('Pemeriksaan kesehatan dasar').first()).toBeVisible();
  await desk.looksWell();
  return caseId;
}

async function refer(desk: Desk, caseId: string): Promise<string> {
  const { page } = desk;
  await desk.follow(caseMessages.refer);
  await expect(page).toHaveURL(`/kasus/${caseId}/rujuk`);
  await desk.choose('dutyCode', 'HEALTH_CHECK');
  await desk.choose('toAgency', 'DINKES');
  await desk.fill('question', 'Mohon pemeriksaan kesehatan dasar.');
  await desk.looksWell();
  await desk.press(referralMessages.send);
  await expect(page).toHaveURL(/\/rujukan\/[0-9a-f-]{36}$/);
  return page.url().split('/').at(-1) ?? '';
}

async function answer(desk: Desk, referralId: string): Promise<void> {
  const { page } = desk;
  await desk.open('/');
  await page.locator(`a[href="/rujukan/${referralId}"]`).first().click();
  const one = page.getByRole('region', { name: word(referralMessages.openedForYou) });
  await expect(one.getByText(child.name)).toBeVisible();
  await desk.looksWell();
  await desk.press(referralMessages.accept);
  await desk.press(referralMessages.accept, page.getByRole('dialog'));
  await desk.press(referralMessages.complete);
  await desk.fill('result', 'Sehat, kontrol sebulan lagi.');
  await desk.looksWell();
  await desk.press(referralMessages.sendResult);
  await expect(page.getByText(word(referralMessages.gone))).toBeVisible();
  await expect(page.getByText(child.name)).toHaveCount(0);
  await desk.looksWell();
}

async function decide(desk: Desk, known: { name: string }): Promise<void> {
  const { page } = desk;
  await desk.open('/kemiripan');
  const pair = page
    .locator('article.match', { hasText: 'Afdal Zikri' })
    .filter({ hasText: known.name })
    .first();
  await expect(pair).toBeVisible();
  await desk.looksWell();
  await desk.press(reviewMessages.compare, pair);
  const compared = pair.getByRole('table', { name: word(reviewMessages.compared) });
  await expect(compared).toContainText(known.name);
  await expect(compared).toContainText(word(personMessages.yes));
  await desk.looksWell();
  await desk.press(personMessages.sameChild, pair);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(known.name, { exact: true })).toHaveCount(2);
  await dialog.getByRole('textbox').fill('nama, jenis kelamin, dan umur cocok');
  await desk.looksWell();
  await desk.press(personMessages.sameChild, dialog);
  await expect(dialog).toBeHidden();
}

async function readLife(desk: Desk, personId: string): Promise<void> {
  await desk.open(`/anak/${personId}`);
  await expect(desk.page.getByRole('heading', { level: 1 })).toContainText(child.name);
  await desk.looksWell();
  const life = await (await desk.page.request.get(`/api/persons/${personId}/lifeline`)).json();
  expect(life.met).toHaveLength(1);
  expect(life.cases).toHaveLength(1);
}

async function readBoard(desk: Desk, it: { before: number; met: string }): Promise<void> {
  expect(await countedOnBoard(desk)).toBe(it.before + 3);
  await desk.looksWell();
  await desk.open(`/anak/${it.met}`);
  await expect(desk.page.getByRole('heading', { level: 1 })).toContainText(child.initials);
  await expect(desk.page.getByText(child.name)).toHaveCount(0);
  await desk.looksWell();
}
