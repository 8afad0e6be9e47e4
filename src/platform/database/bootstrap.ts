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
    const found = await client.query<{ rolname: string }>(
      'select rolname from pg_roles where rolname = any ($1)',
      [[...roles]],
    );
    const known = new Set(found.rows.map((row) => row.rolname));
    for (const role of roles) {
      const verb = known.has(role) ? 'alter' : 'create';
      await client.query(
        `${verb} role ${role} ${attributes[role]} password ${pg.escapeLiteral(passwordOf(role, secret))}`,
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
