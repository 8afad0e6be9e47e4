import pg from 'pg';
import { type Connection, passwordOf, type Role, roles } from '#platform/database/connection.ts';

const attributes: Record<Role, string> = {
  rangkul_migrator: 'login nosuperuser nocreaterole nobypassrls',
  rangkul_app: 'login nosuperuser nocreaterole nobypassrls',
  rangkul_jobs: 'login nosuperuser nocreaterole nobypassrls',
  rangkul_portal: 'login nosuperuser nocreaterole nobypassrls',
  rangkul_backup: 'login nosuperuser nocreaterole bypassrls',
};

/**
 * Makes the five database roles and hands the database to the migrator. Safe to repeat: run at each start, since the
 * roles' passwords follow the secret.
 */
export async function makeRoles(connection: Connection, secret: Buffer): Promise<void> {
  const client = new pg.Client({ ...connection, user: connection.superuser });
  await client.connect();
  try {
    const known = await readRoles(client);
    for (const role of roles) {
      const found = known.get(role);
      // Said only when it is not so: an owner who is no superuser may set a password, and not say "bypassrls" again.
      const its = found === isFine(role) ? '' : attributes[role];
      await client.query(
        `${found === undefined ? 'create' : 'alter'} role ${role} ${its} password ${pg.escapeLiteral(passwordOf(role, secret))}`,
      );
    }
    const database = pg.escapeIdentifier(connection.database);
    const owner = await client.query<{ owner: string }>(
      'select pg_get_userbyid(datdba) as owner from pg_database where datname = current_database()',
    );
    if (owner.rows[0]?.owner !== 'rangkul_migrator') {
      await client.query('grant rangkul_migrator to current_user');
      await client.query(`alter database ${database} owner to rangkul_migrator`);
    }
    await client.query(`revoke all on database ${database} from public`);
    await client.query(
      `grant connect on database ${database} to rangkul_app, rangkul_portal, rangkul_backup`,
    );
    await client.query(`grant connect, create on database ${database} to rangkul_jobs`);
    await client
      .query(
        'grant execute on function pg_backup_start(text, boolean), pg_backup_stop(boolean) to rangkul_backup',
      )
      .catch(
        () => undefined, // a server of the operator's own may keep these to itself; his own backup is then the way
      );
  } finally {
    await client.end();
  }
}

// What a role may, as one text, for those that are there.
async function readRoles(client: pg.Client): Promise<Map<string, string>> {
  const found = await client.query<{ name: string; may: string }>(
    `select rolname as name, concat_ws(' ', rolcanlogin, rolsuper, rolcreaterole, rolbypassrls) as may
       from pg_roles where rolname = any ($1)`,
    [[...roles]],
  );
  return new Map(found.rows.map((row) => [row.name, row.may]));
}

const isFine = (role: Role): string => `t f f ${role === 'rangkul_backup' ? 't' : 'f'}`;
