// PostgreSQL's settings, written anew at each start.
import { totalmem } from 'node:os';

export const databasePort = 5432;

const megabyte = 1024 * 1024;

type Settings = Readonly<Record<string, string | number>>;

function ourSettings(options: { sockets: string; log: string }): Settings {
  const memory = Math.floor(totalmem() / megabyte);
  return {
    // Only through a socket in a folder closed to others: the libraries inside are old, so no network.
    listen_addresses: '',
    // A list, so a folder with a comma in its name needs its own quotes.
    unix_socket_directories: `"${options.sockets.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    port: databasePort,
    max_connections: 100,
    password_encryption: 'scram-sha-256',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    recovery_init_sync_method: process.platform === 'linux' ? 'syncfs' : 'fsync',
    shared_buffers: `${Math.min(2048, Math.max(64, Math.floor(memory / 8)))}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(memory / 2))}MB`,
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    default_text_search_config: 'pg_catalog.simple',
    // A week of logs, one file a day. Neither statements nor details: both hold names and identity numbers.
    logging_collector: 'on',
    log_directory: options.log,
    log_filename: 'postgresql-%a.log',
    log_file_mode: '0600',
    log_rotation_age: '1d',
    log_rotation_size: 0,
    log_truncate_on_rotation: 'on',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: 0,
  };
}

/** The text of postgresql.conf. */
export function settingsText(options: { sockets: string; log: string; settings: Settings }): string {
  const all = { ...ourSettings(options), ...options.settings };
  const lines = Object.entries(all).map(([name, value]) => `${name} = ${quoted(String(value))}`);
  return ['# Written by Rangkul at each start. Change a setting with: alter system set …', ...lines, ''].join(
    '\n',
  );
}

function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** The text of pg_hba.conf: through the socket with a password, and no other way. */
export const accessText = 'local all all scram-sha-256\nlocal replication all scram-sha-256\n';
