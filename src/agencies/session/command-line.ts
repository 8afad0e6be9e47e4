import { randomBytes } from 'node:crypto';
import { codeFrom } from '#agencies/rules.ts';
import { hashOfCode } from '#agencies/session/one-time-code.ts';
import { openForCommand } from '#platform/command-line/open.ts';
import type { Config } from '#platform/config.ts';
import { asService } from '#platform/database/service.ts';
import { type Messages, say as words } from '#platform/messages.ts';
import { chooseCity, listCities } from '#platform/open-city.ts';
import { StartRefusal } from '#platform/start-refusal.ts';

const messages = {
  code: {
    id: 'Kode untuk {username}, berlaku satu jam, sekali pakai, di halaman /kode: {code}',
    en: 'The code for {username}, good once and for an hour, at the page /kode: {code}',
  },
  unknown: {
    id: 'Tidak ada administrator {username} yang aktif. Orang lain mendapat kode dari administrator.',
    en: 'There is no administrator {username} at work. Everybody else gets a code from the administrator.',
  },
} satisfies Messages;

/** `rangkul code USERNAME`: lets an administrator in again. Whoever runs the server vouches for who it is. */
export async function runCode(
  config: Config,
  args: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const [username, ...more] = args;
  if (!username || more.length > 0)
    throw new StartRefusal('argument-missing', { usage: 'rangkul code USERNAME' });
  const database = await openForCommand(config);
  try {
    const code = codeFrom(randomBytes(12));
    const here = chooseCity(await listCities(database.jobs), config.city);
    const made = await asService(database.jobs, { city: here.code, purpose: 'people' }, async (client) => {
      const found = await client.query<{ id: string }>(
        `select staff_id as id from staff
          where city = (select app.city()) and username = $1 and role = 'administrator' and state in ('active', 'invited')`,
        [username],
      );
      const staffId = found.rows[0]?.id;
      if (!staffId) return false;
      await client.query(
        `insert into sec.one_time_codes (city, staff_id, code_hash, purpose, expires_at)
         select app.city(), $1, $2, 'reset-password', now() + interval '1 hour'`,
        [staffId, hashOfCode(code)],
      );
      await client.query(
        `insert into audit_rows (act, on_kind, on_id) values ('staff.code-made-at-server', 'staff', $1)`,
        [staffId],
      );
      return true;
    });
    say(words(made ? messages.code : messages.unknown, config.language, { username, code }));
    return made ? 0 : 1;
  } finally {
    await database.close();
  }
}
