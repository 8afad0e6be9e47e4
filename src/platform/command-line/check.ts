import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type pg from 'pg';
import { verifyAudit } from '#platform/audit/seal.ts';
import { backupFolder, type Config } from '#platform/config.ts';
import { backupStatus } from '#platform/database/backup/status.ts';
import { checkKeyFiles } from '#platform/keys/copies.ts';
import { type Messages, type Text, say as words } from '#platform/messages.ts';
import { listCities } from '#platform/open-city.ts';
import { isDemonstration } from '#platform/prepare.ts';
import { version } from '#platform/version.ts';
import { type CommandDatabase, openForCommand } from './open.ts';

const messages = {
  configuration: {
    id: 'Rangkul {version}, {place}, {cities}',
    en: 'Rangkul {version}, {place}, {cities}',
  },
  demonstration: { id: 'data contoh', en: 'demonstration' },
  noCity: { id: 'belum ada kota', en: 'no city yet' },
  proxy: {
    id: 'RANGKUL_URL tidak berawal https://: orang akan mengetik kata sandi di jalur terbuka',
    en: 'RANGKUL_URL does not begin with https://: people would type passwords over an open line',
  },
  noUrl: {
    id: 'RANGKUL_URL belum diatur: alamat di surat dan kode tidak lengkap',
    en: 'RANGKUL_URL is not set: addresses in letters and codes are incomplete',
  },
  versions: { id: 'Node {node}, PostgreSQL {postgres}', en: 'Node {node}, PostgreSQL {postgres}' },
  keys: { id: 'kunci ada di {folder}', en: 'keys are in {folder}' },
  keyOpen: {
    id: '{file} dapat dibaca pengguna lain (mode {mode}): chmod {wanted} {file}',
    en: '{file} can be read by other users (mode {mode}): chmod {wanted} {file}',
  },
  keyMissing: {
    id: '{missing} dari {slots} identitas tidak punya kunci',
    en: '{missing} of {slots} identities have no key',
  },
  clock: {
    id: 'jam: selisih {seconds} detik dengan basis data',
    en: 'clock: {seconds} seconds apart from the database',
  },
  disk: {
    id: 'disk {folder}: {free} GB bebas dari {size} GB',
    en: 'disk {folder}: {free} GB free of {size} GB',
  },
  roles: {
    id: 'peran basis data: {wrong} punya hak yang tidak boleh',
    en: 'database roles: {wrong} has a right it must not have',
  },
  rolesFine: { id: 'peran basis data sesuai', en: 'database roles are as they should be' },
  rls: {
    id: 'tabel tanpa pengaman baris: {tables}',
    en: 'tables without forced row security: {tables}',
  },
  rlsFine: { id: 'pengaman baris aktif di {n} tabel', en: 'row security is forced on {n} tables' },
  noBackup: { id: 'belum pernah ada cadangan', en: 'there has never been a backup' },
  backupFailed: {
    id: 'cadangan {at} gagal: {why}',
    en: 'the backup of {at} failed: {why}',
  },
  backup: { id: 'cadangan terakhir {hours} jam yang lalu', en: 'last backup {hours} hours ago' },
  sameDisk: {
    id: 'cadangan ({folder}) berada di disk yang sama dengan data: atur RANGKUL_BACKUPS ke disk lain',
    en: 'backups ({folder}) lie on the same disk as the data: set RANGKUL_BACKUPS to another',
  },
  unsealed: {
    id: 'audit: baris tertua yang belum disegel berumur {seconds} detik',
    en: 'audit: the oldest unsealed row is {seconds} seconds old',
  },
  sealed: { id: 'audit: semua baris disegel', en: 'audit: every row is sealed' },
  auditBroken: {
    id: 'audit {city}: RUSAK pada segel {seal}. Jangan mengubah apa pun; jalankan rangkul audit verify',
    en: 'audit {city}: BROKEN at seal {seal}. Change nothing; run rangkul audit verify',
  },
  auditWhole: {
    id: 'audit {city}: {seals} segel dihitung ulang, semuanya cocok',
    en: 'audit {city}: {seals} seals recomputed, all hold',
  },
  ok: { id: 'baik', en: 'good' },
  look: { id: 'lihat', en: 'look' },
  bad: { id: 'BURUK', en: 'BAD' },
} satisfies Messages;

type Finding = {
  readonly state: 'ok' | 'look' | 'bad';
  readonly text: Text;
  readonly values?: Record<string, string | number>;
};

const gigabyte = 1024 ** 3;

/** `rangkul check`: one line for each thing that keeps the city's records safe; exit code 1 when one is bad. */
export async function runCheck(config: Config, say: (line: string) => void): Promise<number> {
  const database = await openForCommand(config);
  try {
    const findings = [
      ...(await checkConfiguration(config, database)),
      ...(await checkKeys(database)),
      ...(await checkClockAndVersions(database.jobs)),
      ...(await checkDisk(config, database)),
      ...(await checkGuards(database.jobs)),
      ...(await checkBackups(database.jobs)),
      ...(await checkSeals(database)),
      ...(await checkAudit(database.jobs)),
    ];
    for (const { state, text, values } of findings)
      say(`${words(messages[state], config.language).padEnd(6)} ${words(text, config.language, values)}`);
    return findings.some((it) => it.state === 'bad') ? 1 : 0;
  } finally {
    await database.close();
  }
}

async function checkConfiguration(config: Config, { jobs, dataFolder }: CommandDatabase): Promise<Finding[]> {
  const cities = (await listCities(jobs)).map((city) => `${city.code} ${city.name}`).join(', ');
  const demonstration = isDemonstration(config);
  const values = {
    version,
    place: config.databaseUrl ? 'DATABASE_URL' : dataFolder,
    cities: cities || words(messages.noCity, config.language),
  };
  const first: Finding = { state: 'ok', text: messages.configuration, values };
  if (demonstration) return [first, { state: 'look', text: messages.demonstration }];
  if (!config.publicUrl) return [first, { state: 'look', text: messages.noUrl }];
  return config.publicUrl.startsWith('https://') ? [first] : [first, { state: 'bad', text: messages.proxy }];
}

async function checkKeys({ jobs, keys }: CommandDatabase): Promise<Finding[]> {
  const open = checkKeyFiles(keys.folder).map(
    (values): Finding => ({ state: 'bad', text: messages.keyOpen, values }),
  );
  const found = await jobs.query<{ slot: number }>('select slot from app.identity_slots() as slot');
  const missing = found.rows.filter((row) => !keys.identities.read(row.slot)).length;
  const slots = found.rows.length;
  return [
    ...open,
    missing > 0
      ? { state: 'bad', text: messages.keyMissing, values: { missing, slots } }
      : { state: 'ok', text: messages.keys, values: { folder: keys.folder } },
  ];
}

async function checkClockAndVersions(jobs: pg.Pool): Promise<Finding[]> {
  const asked = Date.now();
  const found = await jobs.query<{ now: Date; postgres: string }>(
    `select clock_timestamp() as now, current_setting('server_version') as postgres`,
  );
  const middle = (asked + Date.now()) / 2;
  const seconds = Math.round(Math.abs((found.rows[0]?.now.getTime() ?? 0) - middle) / 1000);
  return [
    {
      state: 'ok',
      text: messages.versions,
      values: { node: process.versions.node, postgres: found.rows[0]?.postgres ?? '?' },
    },
    { state: seconds > 5 ? 'bad' : 'ok', text: messages.clock, values: { seconds } },
  ];
}

async function checkDisk(config: Config, { embedded, dataFolder }: CommandDatabase): Promise<Finding[]> {
  const backups = backupFolder(config, dataFolder);
  const folders = [...(embedded ? [dataFolder] : []), backups].filter((folder) => existsSync(folder));
  const findings: Finding[] = [];
  for (const folder of folders) {
    const disk = await statfs(folder);
    const free = Number(((disk.bavail * disk.bsize) / gigabyte).toFixed(1));
    const size = Number(((disk.blocks * disk.bsize) / gigabyte).toFixed(1));
    const state = free < 1 ? 'bad' : free < size / 10 ? 'look' : 'ok';
    findings.push({ state, text: messages.disk, values: { folder, free, size } });
  }
  if (embedded && !config.backups && !isDemonstration(config))
    findings.push({ state: 'look', text: messages.sameDisk, values: { folder: backups } });
  return findings;
}

async function checkGuards(jobs: pg.Pool): Promise<Finding[]> {
  const roles = await jobs.query<{ name: string }>(
    `select rolname as name from pg_roles
      where rolname like 'rangkul\\_%' and (rolsuper or rolcreaterole or (rolbypassrls and rolname <> 'rangkul_backup'))`,
  );
  const tables = await jobs.query<{ name: string; guarded: boolean }>(
    `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as guarded
       from pg_class c
      where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'
        and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'city')`,
  );
  const wrong = roles.rows.map((row) => row.name).join(', ');
  const open = tables.rows.filter((row) => !row.guarded).map((row) => row.name);
  return [
    wrong
      ? { state: 'bad', text: messages.roles, values: { wrong } }
      : { state: 'ok', text: messages.rolesFine },
    open.length > 0
      ? { state: 'bad', text: messages.rls, values: { tables: open.join(', ') } }
      : { state: 'ok', text: messages.rlsFine, values: { n: tables.rows.length } },
  ];
}

async function checkBackups(jobs: pg.Pool): Promise<Finding[]> {
  const { last, failed } = await backupStatus(jobs);
  const hours = last ? Math.floor((Date.now() - last.getTime()) / 3_600_000) : 0;
  return [
    last
      ? { state: hours > 48 ? 'bad' : 'ok', text: messages.backup, values: { hours } }
      : { state: 'bad', text: messages.noBackup },
    ...(failed
      ? [
          {
            state: 'bad',
            text: messages.backupFailed,
            values: { at: failed.at.toISOString(), why: failed.why },
          } as const,
        ]
      : []),
  ];
}

/** Recomputes every seal of every city: that each row is sealed says nothing of rows changed since. */
async function checkAudit(jobs: pg.Pool): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { code: city } of await listCities(jobs)) {
    const { broken, seals } = await verifyAudit(jobs, city);
    findings.push(
      broken
        ? { state: 'bad', text: messages.auditBroken, values: { city, seal: broken.sealNo } }
        : { state: 'ok', text: messages.auditWhole, values: { city, seals } },
    );
  }
  return findings;
}

// A running Rangkul seals every second; a row much older than that means that nobody does.
async function checkSeals({ jobs, running }: CommandDatabase): Promise<Finding[]> {
  const found = await jobs.query<{ seconds: number | null }>(
    'select extract(epoch from now() - app.oldest_unsealed())::int as seconds',
  );
  const seconds = found.rows[0]?.seconds ?? null;
  if (seconds === null) return [{ state: 'ok', text: messages.sealed }];
  return [{ state: running && seconds > 60 ? 'bad' : 'look', text: messages.unsealed, values: { seconds } }];
}
