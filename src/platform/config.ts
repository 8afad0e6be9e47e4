// The only reader of the environment. docs/operate.md lists these settings for whoever runs Rangkul.
import { resolve } from 'node:path';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import type { EmailSettings } from './notices/email.ts';
import type { SmsSettings } from './notices/sms.ts';
import type { WhatsappSettings } from './notices/whatsapp.ts';
import { projectFolder } from './project.ts';
import { type Line, StartRefusal } from './start-refusal.ts';

const Settings = Type.Object({
  PORT: Type.Optional(Type.Integer({ minimum: 1, maximum: 65535 })),
  HOST: Type.Optional(Type.String({ maxLength: 253 })),
  RANGKUL_DATA: Type.Optional(Type.String()),
  RANGKUL_KEYS: Type.Optional(Type.String()),
  RANGKUL_CITY: Type.Optional(Type.String({ pattern: '^[0-9]{2}\\.[0-9]{2}$' })),
  RANGKUL_ONLY: Type.Optional(Type.Enum(['web', 'worker'])),
  RANGKUL_BACKUPS: Type.Optional(Type.String()),
  RANGKUL_BACKUP_DAYS: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
  RANGKUL_KEY_COPIES: Type.Optional(Type.String()),
  RANGKUL_LOG: Type.Optional(Type.Enum(['debug', 'info', 'warn', 'error', 'silent'])),
  RANGKUL_URL: Type.Optional(Type.String({ pattern: '^https?://[^/?#]+$' })),
  RANGKUL_SMTP: Type.Optional(Type.String({ pattern: '^smtps?://[^/?#]+$' })),
  RANGKUL_SMTP_FROM: Type.Optional(Type.String({ pattern: '^[^\\s@<>]+@[^\\s@<>]+$' })),
  RANGKUL_PUSH_CONTACT: Type.Optional(Type.String({ pattern: '^mailto:[^\\s@<>]+@[^\\s@<>]+$' })),
  RANGKUL_WHATSAPP: Type.Optional(Type.String({ pattern: '^https://[^?#]+[^/?#]$' })),
  RANGKUL_WHATSAPP_TOKEN: Type.Optional(Type.String({ pattern: '^\\S+$' })),
  RANGKUL_WHATSAPP_TEMPLATE: Type.Optional(Type.String({ pattern: '^[a-z0-9_]{1,512}$' })),
  RANGKUL_SMS: Type.Optional(Type.String({ pattern: '^https://[^?#]+/Accounts/[^/?#]+$' })),
  RANGKUL_SMS_TOKEN: Type.Optional(Type.String({ pattern: '^\\S+$' })),
  RANGKUL_SMS_FROM: Type.Optional(Type.String({ pattern: '^(\\+[1-9][0-9]{7,14}|[A-Za-z0-9 ]{1,11})$' })),
  DATABASE_URL: Type.Optional(Type.String({ pattern: '^postgres(ql)?://' })),
});

type Settings = Static<typeof Settings>;

const expected = {
  PORT: { id: 'isi angka dari 1 sampai 65535', en: 'give a number from 1 to 65535' },
  HOST: {
    id: 'isi alamat komputer ini, misalnya 127.0.0.1',
    en: 'give an address of this computer, such as 127.0.0.1',
  },
  RANGKUL_DATA: { id: 'isi sebuah folder', en: 'give a folder' },
  RANGKUL_KEYS: { id: 'isi sebuah berkas', en: 'give a file' },
  RANGKUL_CITY: {
    id: 'isi kode kota Kemendagri, misalnya 13.71',
    en: 'give the interior ministry code of a city, such as 13.71',
  },
  RANGKUL_ONLY: { id: 'isi web atau worker, atau kosongkan', en: 'give web or worker, or nothing' },
  RANGKUL_BACKUPS: { id: 'isi sebuah folder', en: 'give a folder' },
  RANGKUL_BACKUP_DAYS: { id: 'isi angka dari 1 sampai 365', en: 'give a number from 1 to 365' },
  RANGKUL_KEY_COPIES: { id: 'isi sebuah folder', en: 'give a folder' },
  RANGKUL_LOG: {
    id: 'isi debug, info, warn, error atau silent',
    en: 'give debug, info, warn, error or silent',
  },
  RANGKUL_URL: {
    id: 'isi alamat tanpa jalur, misalnya https://rangkul.example.id',
    en: 'give an address without a path, such as https://rangkul.example.id',
  },
  RANGKUL_SMTP: {
    id: 'isi alamat server surat tanpa jalur, misalnya smtps://pengguna:sandi@mail.padang.go.id',
    en: 'give the address of a mail server without a path, such as smtps://user:password@mail.padang.go.id',
  },
  RANGKUL_SMTP_FROM: {
    id: 'isi alamat surel pengirim, misalnya rangkul@padang.go.id',
    en: 'give the e-mail address of the sender, such as rangkul@padang.go.id',
  },
  RANGKUL_PUSH_CONTACT: {
    id: 'isi alamat surel yang berawal mailto:, misalnya mailto:kominfo@padang.go.id',
    en: 'give an e-mail address that begins with mailto:, such as mailto:kominfo@padang.go.id',
  },
  RANGKUL_WHATSAPP: {
    id: 'isi alamat nomor pengirim, misalnya https://graph.facebook.com/v21.0/1050',
    en: 'give the address of the sending number, such as https://graph.facebook.com/v21.0/1050',
  },
  RANGKUL_WHATSAPP_TOKEN: { id: 'isi token akses dari Meta', en: 'give the access token from Meta' },
  RANGKUL_WHATSAPP_TEMPLATE: {
    id: 'isi nama templat yang disetujui Meta, misalnya rangkul_menunggu',
    en: 'give the name of a template that Meta approved, such as rangkul_menunggu',
  },
  RANGKUL_SMS: {
    id: 'isi alamat akun, misalnya https://api.twilio.com/2010-04-01/Accounts/AC01',
    en: 'give the address of the account, such as https://api.twilio.com/2010-04-01/Accounts/AC01',
  },
  RANGKUL_SMS_TOKEN: { id: 'isi token akun itu', en: 'give the token of that account' },
  RANGKUL_SMS_FROM: {
    id: 'isi nomor pengirim +62… atau nama sampai 11 huruf',
    en: 'give the sending number +62… or a name of at most 11 letters',
  },
  DATABASE_URL: {
    id: 'isi alamat yang berawal postgres://',
    en: 'give an address that begins with postgres://',
  },
} satisfies Record<keyof Settings, Line>;

export type Config = {
  readonly host: string;
  readonly port: number;
  /** The data folder asked for; the embedded database says where it really lies. */
  readonly dataFolder: string;
  /** The key file when one is named; see `keyFile`. */
  readonly keys: string | undefined;
  /** The folder of the nightly backups when one is named; see `backupFolder`. */
  readonly backups: string | undefined;
  readonly backupDays: number;
  /** A folder, best on another disk, that gets a copy of the key store every night. */
  readonly keyCopies: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly city: string | undefined;
  readonly only: 'web' | 'worker' | undefined;
  readonly log: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** The address people type, when HTTPS in front makes it another than ours. */
  readonly publicUrl: string | undefined;
  /** The server that takes e-mail, and the address it comes from; without both no e-mail leaves. */
  readonly email: EmailSettings | undefined;
  /** Whom the push services of the browsers write to; without it no browser is called. */
  readonly pushContact: string | undefined;
  readonly whatsapp: WhatsappSettings | undefined;
  readonly sms: SmsSettings | undefined;
  /** The language of the command line. */
  readonly language: 'id' | 'en';
};

// These are or carry a password.
const secrets: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'RANGKUL_SMTP',
  'RANGKUL_WHATSAPP_TOKEN',
  'RANGKUL_SMS_TOKEN',
]);
const numbers: ReadonlySet<string> = new Set(['PORT', 'RANGKUL_BACKUP_DAYS']);

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; a wrong or misspelt one is refused with what it should be. */
export function readConfig(given: Environment = {}): Config {
  const environment = { ...process.env, ...given };
  const settings = parse(environment);
  const path = (given: string) => resolve(projectFolder, given);
  return {
    host: settings.HOST ?? '127.0.0.1',
    port: settings.PORT ?? 8080,
    dataFolder: path(settings.RANGKUL_DATA ?? 'data'),
    keys: settings.RANGKUL_KEYS && path(settings.RANGKUL_KEYS),
    backups: settings.RANGKUL_BACKUPS && path(settings.RANGKUL_BACKUPS),
    backupDays: settings.RANGKUL_BACKUP_DAYS ?? 14,
    keyCopies: settings.RANGKUL_KEY_COPIES && path(settings.RANGKUL_KEY_COPIES),
    databaseUrl: settings.DATABASE_URL,
    city: settings.RANGKUL_CITY,
    only: settings.RANGKUL_ONLY,
    log: settings.RANGKUL_LOG ?? 'info',
    publicUrl: settings.RANGKUL_URL,
    email: emailOf(settings),
    pushContact: settings.RANGKUL_PUSH_CONTACT,
    whatsapp: whatsappOf(settings),
    sms: smsOf(settings),
    language: readLanguage(environment),
  };
}

/** Where the key file lies: beside the data, never inside it, so that a copy of the data holds no key. */
export function keyFile(config: Config, dataFolder: string): string {
  return config.keys ?? `${dataFolder}.keys`;
}

/** Where backups go: beside the data unless another folder is named, which is better. */
export function backupFolder(config: Config, dataFolder: string): string {
  return config.backups ?? `${dataFolder}.backups`;
}

/** The language of the command line, known even when the settings are wrong. */
export function readLanguage(environment: Environment = process.env): 'id' | 'en' {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^id(_|\.|$)/.test(locale) ? 'id' : 'en';
}

// Settings that have a meaning only together.
function emailOf(settings: Settings): EmailSettings | undefined {
  const found = together(settings, ['RANGKUL_SMTP', 'RANGKUL_SMTP_FROM']);
  return found && { server: found.RANGKUL_SMTP, from: found.RANGKUL_SMTP_FROM };
}

function whatsappOf(settings: Settings): WhatsappSettings | undefined {
  const names = ['RANGKUL_WHATSAPP', 'RANGKUL_WHATSAPP_TOKEN', 'RANGKUL_WHATSAPP_TEMPLATE'] as const;
  const found = together(settings, names);
  return (
    found && {
      address: found.RANGKUL_WHATSAPP,
      token: found.RANGKUL_WHATSAPP_TOKEN,
      template: found.RANGKUL_WHATSAPP_TEMPLATE,
    }
  );
}

function smsOf(settings: Settings): SmsSettings | undefined {
  const found = together(settings, ['RANGKUL_SMS', 'RANGKUL_SMS_TOKEN', 'RANGKUL_SMS_FROM']);
  return (
    found && {
      address: found.RANGKUL_SMS,
      token: found.RANGKUL_SMS_TOKEN,
      from: found.RANGKUL_SMS_FROM,
    }
  );
}

/** All of these or none; the first one that is missing is named. */
function together<const Name extends keyof Settings>(settings: Settings, names: readonly Name[]) {
  const given = names.filter((name) => settings[name] !== undefined);
  if (given.length === 0) return undefined;
  const missing = names.find((name) => settings[name] === undefined);
  if (missing)
    throw new StartRefusal('setting-invalid', { name: missing, value: '', expected: expected[missing] });
  return settings as Required<Pick<Settings, Name>>;
}

function parse(environment: Environment): Settings {
  const known = Object.keys(expected);
  const given: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (name.startsWith('RANGKUL_') && !known.includes(name)) {
      throw new StartRefusal('setting-unknown', { name, known: known.join(', ') });
    }
    if (known.includes(name) && value) given[name] = numbers.has(name) ? asNumber(value) : value;
  }
  if (Value.Check(Settings, given)) return given;
  throw refusalOf(given);
}

function asNumber(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}

function refusalOf(given: Readonly<Record<string, string | number>>): StartRefusal {
  const wrong = new Set([...Value.Errors(Settings, given)].map((error) => error.instancePath.slice(1)));
  const [name, advice] = Object.entries(expected).find(([known]) => wrong.has(known)) ?? ['?', '?'];
  const value = secrets.has(name) ? '…' : (given[name] ?? '');
  return new StartRefusal('setting-invalid', { name, value, expected: advice });
}
