import { expect, test } from 'vitest';
import { keyFile, readConfig, readLanguage } from './config.ts';
import { inProject } from './project.ts';
import { StartRefusal } from './start-refusal.ts';

const nothing = {
  PORT: undefined,
  HOST: undefined,
  LANG: undefined,
  LC_ALL: undefined,
  LC_MESSAGES: undefined,
};

function lineOf(given: Record<string, string>): string {
  try {
    readConfig({ ...nothing, ...given });
    return 'accepted';
  } catch (error) {
    if (error instanceof StartRefusal) return error.line.en;
    throw error;
  }
}

test('without any setting it serves this computer alone, with its data in the clone and the keys beside it', () => {
  const config = readConfig(nothing);

  expect(config).toMatchObject({ host: '127.0.0.1', port: 8080, dataFolder: inProject('data') });
  expect(keyFile(config, config.dataFolder)).toBe(inProject('data.keys'));
});

test('a relative data folder lies in the clone, wherever the command is called from', () => {
  expect(readConfig({ ...nothing, RANGKUL_DATA: 'kota' }).dataFolder).toBe(inProject('kota'));
  expect(readConfig({ ...nothing, RANGKUL_DATA: '/srv/kota' }).dataFolder).toBe('/srv/kota');
});

test('an empty setting is none', () => {
  expect(readConfig({ ...nothing, PORT: '', RANGKUL_CITY: '' })).toMatchObject({
    port: 8080,
    city: undefined,
  });
});

test('a wrong setting is named with what it should be', () => {
  expect(lineOf({ PORT: '8080' })).toBe('accepted');
  expect(lineOf({ PORT: '0' })).toBe('The setting PORT cannot be used (0): give a number from 1 to 65535.');
  expect(lineOf({ RANGKUL_ONLY: 'both' })).toBe(
    'The setting RANGKUL_ONLY cannot be used (both): give web or worker, or nothing.',
  );
  expect(lineOf({ RANGKUL_CITY: 'Padang' })).toContain('the interior ministry code of a city');
});

test('a misspelt setting is not passed over', () => {
  expect(lineOf({ RANGKUL_DATE: '/srv/kota' })).toMatch(
    /^The setting RANGKUL_DATE is not known; there are: PORT,/,
  );
});

test('the password of a database address is not repeated', () => {
  expect(lineOf({ DATABASE_URL: 'mysql://rangkul:rahasia@host/x' })).toBe(
    'The setting DATABASE_URL cannot be used (…): give an address that begins with postgres://.',
  );
});

test('the language is that of the computer', () => {
  expect(readLanguage({ LANG: 'id_ID.UTF-8' })).toBe('id');
  expect(readLanguage({ LANG: 'id_ID.UTF-8', LC_ALL: 'C' })).toBe('en');
  expect(readLanguage({})).toBe('en');
});

test('settings that belong together are given together; what they hold of secrets is not repeated', () => {
  expect(lineOf({ RANGKUL_SMTP: 'smtp://mail.example' })).toMatch(
    /^The setting RANGKUL_SMTP_FROM cannot be used/,
  );
  expect(lineOf({ RANGKUL_SMTP: 'smtp://mail.example', RANGKUL_SMTP_FROM: 'a@b.example' })).toBe('accepted');
  expect(
    lineOf({ RANGKUL_SMS: 'https://api.twilio.com/2010-04-01/Accounts/AC01', RANGKUL_SMS_TOKEN: 'x' }),
  ).toMatch(/^The setting RANGKUL_SMS_FROM cannot be used/);
  expect(lineOf({ RANGKUL_WHATSAPP_TOKEN: 'rahasia sekali' })).toMatch(
    /^The setting RANGKUL_WHATSAPP_TOKEN cannot be used \(…\)/,
  );
  expect(readConfig({ ...nothing })).toMatchObject({ email: undefined, whatsapp: undefined, sms: undefined });
});
