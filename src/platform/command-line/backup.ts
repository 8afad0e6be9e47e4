import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isInstant } from '#platform/calendar.ts';
import type { Config } from '#platform/config.ts';
import { backUp } from '#platform/database/backup/back-up.ts';
import { backupPlace } from '#platform/database/backup/place.ts';
import { restoreBackup } from '#platform/database/backup/restore.ts';
import { recordBackup } from '#platform/database/backup/status.ts';
import { placeEmbedded } from '#platform/database/embedded/place.ts';
import { type Messages, say as words } from '#platform/messages.ts';
import { openInstallationKeys } from '#platform/prepare.ts';
import { StartRefusal } from '#platform/start-refusal.ts';
import { openForCommand } from './open.ts';

const messages = {
  made: {
    id: 'Cadangan {path} ({megabytes} MB, {rows} baris) sudah dibuka kembali dan sama; {pruned} cadangan lama dihapus.',
    en: 'Backup {path} ({megabytes} MB, {rows} rows) was started again and is the same; {pruned} old ones removed.',
  },
  keys: {
    id: 'Cadangan ini hanya terbuka dengan kunci di {folder}: simpan salinannya di tempat lain (rangkul keys copy).',
    en: 'It opens only with the keys in {folder}: keep a copy of them elsewhere (rangkul keys copy).',
  },
  confirmed: {
    id: 'Dicatat: cadangan pada {at}.',
    en: 'Noted: a backup at {at}.',
  },
  restored: {
    id: 'Dipulihkan dari {path}, dibuat {made}: {rows} baris, {erased} identitas dihapus lagi, {held} penahanan hukum dipasang lagi, semua sesi diakhiri.',
    en: 'Restored from {path}, made {made}: {rows} rows, {erased} identities erased again, {held} legal holds set again, all sessions ended.',
  },
  auditWhole: { id: 'Catatan audit utuh.', en: 'The audit log is whole.' },
  auditBroken: {
    id: 'CATATAN AUDIT RUSAK ({what}), di basis data dan di cadangannya sama. Jangan mengubah apa pun: jalankan rangkul audit verify, lalu panggil pejabat pelindungan data dan inspektorat.',
    en: 'THE AUDIT LOG IS BROKEN ({what}), in the database and its backup alike. Change nothing: run rangkul audit verify, then call the data protection officer and the inspectorate.',
  },
  evidence: {
    id: 'Cadangan ini disimpan sebagai bukti, dan cadangan lama tidak dihapus selama catatan audit rusak.',
    en: 'This backup is kept as evidence, and no older one is removed while the audit log is broken.',
  },
  aside: {
    id: 'Data sebelumnya ada di {folder}: hapus setelah hasilnya diperiksa, karena isinya tidak lagi mengikuti aturan retensi.',
    en: 'The earlier data lie in {folder}: delete them once you have looked at the result, since retention no longer reaches them.',
  },
  look: {
    id: 'Yang terjadi setelah {made} hilang: periksa pengguna yang sejak itu diberhentikan, dan catatan di kertas atau di ponsel.',
    en: 'What happened after {made} is gone: look at staff ended since then, and at what is still on paper or on phones.',
  },
} satisfies Messages;

const usage = 'rangkul backup [FOLDER] | rangkul backup --confirm 2026-11-24T02:00:00+07:00';

type Say = (line: string) => void;

/** `rangkul backup [FOLDER]`, or `--confirm TIME` for a backup made with the tools of another PostgreSQL. */
export async function runBackup(config: Config, args: readonly string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { confirm: { type: 'string' } },
  });
  const [target, ...more] = positionals;
  if (more.length > 0 || (target && values.confirm !== undefined))
    throw new StartRefusal('argument-missing', { usage });
  if (values.confirm !== undefined) return confirm(config, { at: values.confirm, say });
  if (config.databaseUrl) throw new StartRefusal('not-embedded');
  const place = await placeEmbedded(config.dataFolder);
  const folder = await backupPlace(config, place.dataFolder, target && resolve(target));
  const database = await openForCommand(config);
  try {
    const made = await backUp(database, { folder, keepDays: config.backupDays });
    const megabytes = (made.bytes / 1_048_576).toFixed(1);
    const { path, rows, pruned } = made;
    say(words(messages.made, config.language, { path, rows, pruned, megabytes }));
    say(words(messages.keys, config.language, { folder: database.keys.folder }));
    if (!made.audit) return 0;
    say(words(messages.auditBroken, config.language, { what: made.audit }));
    say(words(messages.evidence, config.language));
    return 1;
  } finally {
    await database.close();
  }
}

async function confirm(config: Config, its: { at: string; say: Say }): Promise<number> {
  if (!config.databaseUrl) throw new StartRefusal('embedded-confirms-itself');
  const at = new Date(its.at);
  const possible =
    isInstant(its.at) && at.getTime() > Date.UTC(2020, 0, 1) && at.getTime() <= Date.now() + 60_000;
  if (!possible) throw new StartRefusal('time-impossible', { at: its.at, usage });
  const database = await openForCommand(config);
  try {
    await recordBackup(database.jobs, { kind: 'confirmed', takenAt: at });
    its.say(words(messages.confirmed, config.language, { at: at.toISOString() }));
    return 0;
  } finally {
    await database.close();
  }
}

/** `rangkul restore FOLDER [--replace]`. */
export async function runRestore(config: Config, args: readonly string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  });
  const [from] = positionals;
  if (!from) throw new StartRefusal('argument-missing', { usage: 'rangkul restore FOLDER [--replace]' });
  if (config.databaseUrl) throw new StartRefusal('not-embedded');
  const { dataFolder } = await placeEmbedded(config.dataFolder);
  const keys = openInstallationKeys(config, dataFolder, false);
  try {
    const done = await restoreBackup({
      from: resolve(from),
      dataFolder: config.dataFolder,
      keys,
      replace: values.replace,
      now: new Date(),
      say,
    });
    const language = config.language;
    const made = done.made.toISOString();
    say(
      words(messages.restored, language, {
        path: done.path,
        made,
        rows: done.rows,
        erased: done.erasedAgain,
        held: done.heldAgain,
      }),
    );
    say(
      done.audit
        ? words(messages.auditBroken, language, { what: done.audit })
        : words(messages.auditWhole, language),
    );
    say(words(messages.look, language, { made }));
    if (done.aside) say(words(messages.aside, language, { folder: done.aside }));
    return done.audit ? 1 : 0;
  } finally {
    keys.identities.close();
  }
}
