// The command line, and the only place where commands are registered.
import { parseArgs } from 'node:util';
import { readConfig, readLanguage } from '#platform/config.ts';
import { systemCode } from '#platform/project.ts';
import { type Line, StartRefusal } from '#platform/start-refusal.ts';

type Command = {
  readonly summary: Line;
  /** Does the work and answers with the exit code. Loads what it needs itself, so that others start quickly. */
  readonly run: (args: readonly string[]) => Promise<number>;
};

const commands = {
  serve: {
    summary: {
      id: 'menjalankan Rangkul; --only=web atau --only=worker untuk sebagian saja',
      en: 'runs Rangkul; --only=web or --only=worker for one half of it',
    },
    run: async (args) => {
      const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' } } });
      const config = readConfig(values.only ? { RANGKUL_ONLY: values.only } : {});
      const { serve } = await import('#platform/serve.ts');
      const { startApp } = await import('./app.ts');
      return serve({ config, say, bringUp: startApp });
    },
  },
  build: {
    summary: { id: 'menyusun halaman web', en: 'builds the web pages' },
    run: async () => {
      const { ensureWebBuild } = await import('#platform/web-build.ts');
      const cacheFolder = `${readConfig().dataFolder}.cache`;
      const folder = await ensureWebBuild({ cacheFolder, say: () => undefined, anew: true });
      if (folder) say(folder);
      return 0;
    },
  },
  import: {
    summary: {
      id: 'memasukkan operasi yang dilaporkan sumber lain: operations BERKAS.json',
      en: 'takes in operations that other sources reported: operations FILE.json',
    },
    run: async (args) => {
      const { runImport } = await import('#operations/import/command.ts');
      return runImport(readConfig(), args, say);
    },
  },
  backup: {
    summary: {
      id: 'membuat cadangan: [FOLDER], atau --confirm WAKTU untuk basis data sendiri',
      en: 'makes a backup: [FOLDER], or --confirm TIME for a database of your own',
    },
    run: async (args) => {
      const { runBackup } = await import('#platform/command-line/backup.ts');
      return runBackup(readConfig(), args, say);
    },
  },
  restore: {
    summary: {
      id: 'memulihkan cadangan: FOLDER [--replace]',
      en: 'restores a backup: FOLDER [--replace]',
    },
    run: async (args) => {
      const { runRestore } = await import('#platform/command-line/backup.ts');
      return runRestore(readConfig(), args, say);
    },
  },
  export: {
    summary: {
      id: 'menulis semuanya ke satu arsip: BERKAS, atau --read BERKAS ke basis data kosong',
      en: 'writes everything into one archive: FILE, or --read FILE into an empty database',
    },
    run: async (args) => {
      const { runExport } = await import('#platform/command-line/export.ts');
      return runExport(readConfig(), args, say);
    },
  },
  check: {
    summary: {
      id: 'memeriksa pengaturan, kunci, jam, disk, cadangan, dan audit',
      en: 'looks at settings, keys, clock, disk, backups and audit',
    },
    run: async () => {
      const { runCheck } = await import('#platform/command-line/check.ts');
      return runCheck(readConfig(), say);
    },
  },
  city: {
    summary: {
      id: 'menambah kota: add KODE; memasang batas wilayahnya sendiri: boundaries BERKAS',
      en: 'adds a city: add CODE; takes in its own boundaries: boundaries FILE',
    },
    run: async ([act = '', ...more]) => {
      if (act === 'boundaries') {
        const { runBoundaries } = await import('#areas/boundaries/command.ts');
        return runBoundaries(readConfig(), more, say);
      }
      const { runCity } = await import('#platform/command-line/city.ts');
      return runCity(readConfig(), [act, ...more], say);
    },
  },
  code: {
    summary: {
      id: 'kode sekali pakai bagi administrator yang lupa kata sandi: NAMA_PENGGUNA',
      en: 'a one-time code for an administrator who lost the password: USERNAME',
    },
    run: async (args) => {
      const { runCode } = await import('#agencies/session/command-line.ts');
      return runCode(readConfig(), args, say);
    },
  },
  retention: {
    summary: {
      id: 'retensi: report, atau run untuk menjalankannya sekarang',
      en: 'retention: report, or run to apply it now',
    },
    run: async (args) => {
      const { runRetentionCommand } = await import('#retention/command-line.ts');
      return runRetentionCommand(readConfig(), args, say);
    },
  },
  keys: {
    summary: {
      id: 'kunci kota: make, copy FOLDER, check',
      en: 'the keys of a city: make, copy FOLDER, check',
    },
    run: async (args) => {
      const { runKeys } = await import('#platform/command-line/keys.ts');
      return runKeys(readConfig(), args, say);
    },
  },
  audit: {
    summary: {
      id: 'memeriksa catatan audit: verify [--head SEGEL:AKAR]',
      en: 'checks the audit log: verify [--head SEAL:ROOT]',
    },
    run: async (args) => {
      const { runAudit } = await import('#platform/command-line/audit.ts');
      return runAudit(readConfig(), args, say);
    },
  },
  help: {
    summary: { id: 'menampilkan daftar ini', en: 'shows this list' },
    run: async () => {
      showHelp();
      return 0;
    },
  },
} satisfies Record<string, Command>;

process.exit(await main(process.argv.slice(2)));

async function main([name = 'help', ...args]: readonly string[]): Promise<number> {
  const command = findCommand(name);
  if (!command) {
    showHelp();
    return 2;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof StartRefusal) {
      console.error(`Rangkul: ${error.line[readLanguage()]}`);
      return 1;
    }
    if (!isWrongOption(error)) throw error;
    console.error(`Rangkul: ${error.message.split('\n')[0]}`);
    return 2;
  }
}

function isWrongOption(error: unknown): error is Error {
  return systemCode(error)?.startsWith('ERR_PARSE_ARGS_') ?? false;
}

function findCommand(name: string): Command | undefined {
  return Object.entries<Command>(commands).find(([known]) => known === name)?.[1];
}

function showHelp(): void {
  say({ id: 'Pakai: rangkul PERINTAH', en: 'Usage: rangkul COMMAND' }[readLanguage()]);
  for (const [name, { summary }] of Object.entries<Command>(commands)) {
    say(`  ${name.padEnd(10)} ${summary[readLanguage()]}`);
  }
}

function say(line: string): void {
  console.log(line);
}
