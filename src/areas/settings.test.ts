// The numbers a city sets itself: who may, from which day they hold, what is refused, and that every reader follows.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ruleOf, settingRules } from '#areas/rules/settings.ts';
import { CitySettings } from '#platform/city-folder/schema.ts';
import { openTestApp, type TestApp } from '#test/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
beforeEach(async () => {
  await app.admin.query('delete from app.setting_terms');
});
afterAll(() => app.close());

const dayIn = (days: number) =>
  new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const wanted = (more: object = {}) => ({
  setting: 'holdLimitHours',
  value: 12,
  validFrom: dayIn(0),
  basis: 'SK Wali Kota 12 Tahun 2026',
  ...more,
});
const limitNow = async () => (await (await app.as('beni.mako')).get('/api/custody/board')).body.limit;

test('a number holds from its day for every reader; the one before it stays on record with who set it and why', async () => {
  const agus = await app.as('agus.admin');
  const before = await limitNow();

  await agus.does('areas/set-setting', wanted());
  await agus.does('areas/set-setting', wanted({ value: 6, validFrom: dayIn(30) }));
  const first = await limitNow();
  await agus.does('areas/set-setting', wanted({ value: 18, basis: 'Salah ketik' }));

  expect(before).toMatchObject({ hours: 24, isDefault: true });
  expect(first).toMatchObject({ hours: 12, isDefault: false });
  expect(await limitNow()).toMatchObject({ hours: 18, isDefault: false });
  const { body } = await agus.get('/api/city/settings');
  expect(body.items.find((it: { setting: string }) => it.setting === 'holdLimitHours')).toEqual({
    setting: 'holdLimitHours',
    value: 18,
    setByCity: true,
    since: dayIn(0),
  });
  expect(body.terms).toMatchObject([
    { value: 6, validFrom: dayIn(30), setBy: 'Agus Admin' },
    { value: 18, basis: 'Salah ketik' },
    { value: 12, basis: 'SK Wali Kota 12 Tahun 2026' },
  ]);
  const lists = await (await app.as('rina.lapangan')).get('/api/city/lists');
  expect(lists.body.settings.holdLimitHours).toBe(18);
  const told = await app.admin.query(
    `select detail from app.audit_rows where act = 'setting.set' order by recorded_at desc limit 1`,
  );
  expect(told.rows).toMatchObject([
    { detail: { setting: 'holdLimitHours', value: 18, basis: 'Salah ketik' } },
  ]);
});

test('what the city set long ago is told as set by it, however much it has set for other numbers since', async () => {
  const agus = await app.as('agus.admin');
  await agus.does('areas/set-setting', wanted());
  await agus.does(
    'areas/set-setting',
    wanted({ setting: 'referralWorkingDaysByDuty', part: 'SHELTER', value: 4 }),
  );
  await app.admin.query(
    `insert into app.setting_terms (city, setting, valid_from, value, basis, set_by)
     select '13.71', s, $1::date, 6, 'SK 1', p.staff_id
       from (select staff_id from app.staff limit 1) p, unnest(array['intakeHours', 'retentionUnidentifiedDetailMonths']) s, generate_series(1, 510)`,
    [dayIn(1)],
  );
  await app.admin.query(
    `insert into app.setting_terms (city, setting, valid_from, value, basis, set_by)
     select '13.71', 'retentionIdentityWithoutCaseMonths', $1::date, 12, 'SK 1', staff_id from app.staff limit 1`,
    [dayIn(0)],
  );

  const { items } = (await agus.get('/api/city/settings')).body;
  const { rules } = (await agus.get('/api/retention/rules')).body;

  const told = (setting: string, part?: string) =>
    items.filter((it: { setting: string; part?: string }) => it.setting === setting && it.part === part);
  expect(told('holdLimitHours')).toMatchObject([{ value: 12, setByCity: true, since: dayIn(0) }]);
  expect(told('referralWorkingDaysByDuty', 'SHELTER')).toMatchObject([
    { value: 4, setByCity: true, since: dayIn(0) },
  ]);
  expect(told('intakeHours')).toMatchObject([{ setByCity: false, since: null }]);
  expect(rules.find((it: { rule: string }) => it.rule === 'IDENTITY_WITHOUT_CASE')).toMatchObject({
    months: 12,
    setByCity: true,
    since: dayIn(0),
  });
});

test('the days of a duty, and a target in percent, are set one by one and leave the others as they are', async () => {
  const agus = await app.as('agus.admin');
  const settings = async () => (await agus.get('/api/city/lists')).body.settings;
  const before = await settings();

  await agus.does(
    'areas/set-setting',
    wanted({ setting: 'referralWorkingDaysByDuty', part: 'SHELTER', value: 4 }),
  );
  await agus.does('areas/set-setting', wanted({ setting: 'targetReferralShare', value: 70 }));
  const after = await settings();

  expect(before.referralWorkingDaysByDuty.SHELTER).toBe(1);
  expect(after.referralWorkingDaysByDuty).toEqual({ ...before.referralWorkingDaysByDuty, SHELTER: 4 });
  expect(after.targetReferralShare).toBe(0.7);
  const { items } = (await agus.get('/api/city/settings')).body;
  expect(items).toContainEqual({
    setting: 'referralWorkingDaysByDuty',
    part: 'SHELTER',
    value: 4,
    setByCity: true,
    since: dayIn(0),
  });
  expect(items).toContainEqual({
    setting: 'targetReferralShare',
    value: 70,
    setByCity: true,
    since: dayIn(0),
  });
});

test('every number in the table has its state and can be set at both of its bounds, in the program and in the database', async () => {
  const agus = await app.as('agus.admin');
  const { items } = (await agus.get('/api/city/settings')).body;
  for (const { setting, least, most, ...rule } of settingRules) {
    const part = 'byDuty' in rule ? { part: 'SHELTER' } : {};
    const each = { setting, ...part, validFrom: dayIn(9) };
    const fits = setting === 'holdLimitHours' ? { least: 2, most } : { least, most };
    const atMost = setting === 'holdWarnFromMinutes' ? 1439 : fits.most;
    await app.admin.query('delete from app.setting_terms');
    await agus.does('areas/set-setting', wanted({ ...each, value: fits.least }));
    await app.admin.query('delete from app.setting_terms');
    await agus.does('areas/set-setting', wanted({ ...each, value: atMost }));
    const above = await agus.tries('areas/set-setting', wanted({ ...each, value: most + 1 }));
    expect([above.body.code, above.body.field]).toEqual(['setting-out-of-bounds', 'value']);
    expect(items.some((it: { setting: string }) => it.setting === setting)).toBe(true);
    await expect(
      app.admin.query(
        `insert into app.setting_terms (city, setting, part, valid_from, value, basis, set_by)
         select '13.71', $1, $2, '2030-01-01', $3, 'SK 1', staff_id from app.staff limit 1`,
        [setting, part.part ?? '', (most + 1) / (ruleOf(setting).per ?? 1)],
      ),
    ).rejects.toThrow('setting_term_bounds');
  }
});

test('the bounds of what a city sets lie within those of its folder', () => {
  type Bounds = { minimum?: number; maximum?: number; patternProperties?: Record<string, Bounds> };
  for (const { setting, least, most } of settingRules) {
    const its: Bounds = JSON.parse(JSON.stringify(CitySettings.properties[setting].properties.value));
    const { minimum = 0, maximum = 0 } = its.patternProperties
      ? (Object.values(its.patternProperties)[0] ?? {})
      : its;
    const per = ruleOf(setting).per ?? 1;
    expect([setting, least / per >= minimum, most / per <= maximum]).toEqual([setting, true, true]);
  }
});

test('a day gone by, too far ahead or on no calendar, a warning after the limit, and a duty that is none are refused at their fields', async () => {
  const agus = await app.as('agus.admin');
  const refusal = async (more: object) => {
    const { body } = await agus.tries('areas/set-setting', wanted(more));
    return [body.code, body.field];
  };

  expect(await refusal({ validFrom: dayIn(-1) })).toEqual(['setting-day', 'validFrom']);
  expect(await refusal({ validFrom: dayIn(3000) })).toEqual(['setting-day', 'validFrom']);
  expect(await refusal({ validFrom: '2027-02-30' })).toEqual(['date-impossible', 'validFrom']);
  expect(await refusal({ setting: 'holdWarnFromMinutes', value: 1440 })).toEqual([
    'setting-warns-too-late',
    'value',
  ]);
  expect(await refusal({ value: 1 })).toEqual(['setting-warns-too-late', 'value']);
  expect(await refusal({ setting: 'referralWorkingDaysByDuty' })).toEqual(['input-invalid', 'setting']);
  expect(await refusal({ part: 'SHELTER' })).toEqual(['input-invalid', 'setting']);
  expect(await refusal({ setting: 'referralWorkingDaysByDuty', part: 'NO_SUCH' })).toEqual([
    'code-not-valid',
    'setting',
  ]);
  for (const more of [{ basis: '' }, { value: 1.5 }, { setting: 'recentRepeatMonths' }])
    expect((await agus.tries('areas/set-setting', wanted(more))).status).toBe(400);
  expect((await app.admin.query('select 1 from app.setting_terms')).rowCount).toBe(0);
  expect((await agus.tries('areas/set-setting', wanted())).status).toBe(200);
});

test('a session that begins under new limits has them; one begun before keeps its own', async () => {
  const agus = await app.as('agus.admin');
  const limits = async (username: string) => {
    const reply = await app.server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { cast: username },
    });
    expect(reply.statusCode).toBe(200);
    const found = await app.admin.query(
      `select (extract(epoch from x.idle_limit) / 60)::int as idle, round(extract(epoch from x.expires_at - x.opened_at) / 60)::int as whole
         from sec.sessions x where x.staff_id = $1 order by x.opened_at desc`,
      [reply.json().staff.staffId],
    );
    return found.rows;
  };
  const came = await limits('budi.peksos');

  await agus.does('areas/set-setting', wanted({ setting: 'sessionIdleMinutes', value: 7 }));
  await agus.does('areas/set-setting', wanted({ setting: 'sessionAbsoluteHours', value: 3 }));
  const set = await limits('budi.peksos');
  await agus.does(
    'areas/set-setting',
    wanted({ setting: 'sessionIdleMinutes', value: 9, validFrom: dayIn(1) }),
  );
  const toCome = await limits('budi.peksos');

  expect(came[0]).toEqual({ idle: 30, whole: 720 });
  expect(set.slice(0, 2)).toEqual([{ idle: 7, whole: 180 }, came[0]]);
  expect(toCome[0]).toEqual({ idle: 7, whole: 180 });
});

test('a warning that a later number of the other clock would overtake is refused, whichever of the two is set last', async () => {
  const agus = await app.as('agus.admin');
  const warn = (value: number, day: number) =>
    agus.tries('areas/set-setting', wanted({ setting: 'holdWarnFromMinutes', value, validFrom: dayIn(day) }));
  const limit = (value: number, day: number) =>
    agus.tries('areas/set-setting', wanted({ value, validFrom: dayIn(day) }));

  expect((await warn(600, 10)).status).toBe(200);
  expect((await limit(8, 1)).body).toMatchObject({
    code: 'setting-warns-too-late',
    field: 'value',
    details: { hours: 8, minutes: 600 },
  });
  expect((await limit(11, 1)).status).toBe(200);
  expect((await limit(9, 12)).body.code).toBe('setting-warns-too-late');
  expect((await limit(20, 12)).status).toBe(200);
  expect((await warn(900, 2)).body).toMatchObject({ details: { hours: 11, minutes: 900 } });
  expect((await warn(900, 12)).status).toBe(200);
  expect((await warn(60, 10)).status).toBe(200);
  // The 900 of day 12 begins when the limit of 8 hours is over.
  expect((await limit(8, 1)).status).toBe(200);
  expect((await limit(8, 13)).body).toMatchObject({ details: { hours: 8, minutes: 900 } });

  await app.admin.query('delete from app.setting_terms');
  expect((await limit(8, 10)).status).toBe(200);
  expect((await warn(600, 1)).body).toMatchObject({ details: { hours: 8, minutes: 600 } });
});

test('only the administrator sets and reads them, and no role of the application changes what the folder brought', async () => {
  for (const name of ['dewi.penyelia', 'eko.kesra', 'putri.ppd', 'joko.auditor', 'rina.lapangan'] as const) {
    const client = await app.as(name);
    expect((await client.tries('areas/set-setting', wanted())).status).toBe(403);
    expect((await client.get('/api/city/settings')).status).toBe(403);
  }
  const granted = await app.admin.query(
    `select p, has_table_privilege('rangkul_app', t, p) as has
       from unnest(array['app.settings', 'app.setting_terms']) t, unnest(array['select', 'insert', 'update']) p order by t desc, p desc`,
  );
  expect(granted.rows.map((row) => [row.p, row.has])).toEqual([
    ['update', false],
    ['select', true],
    ['insert', false],
    ['update', false],
    ['select', true],
    ['insert', true],
  ]);
});
