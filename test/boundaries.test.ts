// The structure that docs/architecture.md promises, read from the import statements and the SQL texts themselves.
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { trackedFiles } from '#test/tracked-files.ts';

const order =
  `platform areas agencies persons registry operations encounters custody services cases referrals retention indicators
  meetings notices today portal exchange`.split(/\s+/);
const published = /^(schema|rules|access|commands|queries|messages)(\.ts$|\/)/;
const forBrowser = /^(schema|rules|messages)(\.ts$|\/)/;
const platformForBrowser =
  /^(schemas|letters|messages|roles|calendar|working-time|opened-for|files\/(rules|messages|schema))\.ts$/;
/** Compose every slice: the server, the command line, and what fills the demonstration. */
const roots = /^src\/(app\.ts|main\.ts|demo\/)/;
/** Speak of cities as such: the connection, the door before a session is open, opening and loading a city. */
const ofCities = /^src\/(platform\/(database\/|city-loader\.ts|open-city\.ts)|agencies\/session\/)/;

type File = { readonly path: string; readonly source: string };
const files: File[] = trackedFiles(/^(src|web|test|bench)\/.*\.tsx?$/)
  .filter((path) => !path.endsWith('.generated.ts'))
  .map((path) => ({ path, source: readFileSync(path, 'utf8') }));
const shipped = files.filter(({ path }) => /^(src|web)\//.test(path) && !path.endsWith('.test.ts'));

/** Where an import leads, as a path from the top folder; packages and files that are no code are left out. */
function importsOf({ path, source }: File): string[] {
  const found = [...source.matchAll(/(?:from|import)\s*\(?\s*'([#.][^']+\.tsx?)'/g)].map((it) => it[1] ?? '');
  return found.map((to) => {
    if (to.startsWith('.')) return join(dirname(path), to);
    return /^#(web|test|cities|bench)\//.test(to) ? to.slice(1) : `src/${to.slice(1)}`;
  });
}

/** Every import that breaks a rule, as a sentence. */
function wrongImports(file: File): string[] {
  const [, slice = ''] = file.path.split('/');
  return importsOf(file).flatMap((to) => {
    const [top, its = '', ...rest] = to.split('/');
    const name = rest.join('/');
    const wrong = (why: string) => [`${file.path} imports ${to}: ${why}`];
    if (top === 'test' || top === 'bench') return wrong('only tests may');
    if (file.path.startsWith('web/')) {
      if (top === 'web') return [];
      return (its === 'platform' ? platformForBrowser : forBrowser).test(name)
        ? []
        : wrong('the browser may import schema, rules and messages of a slice, nothing else');
    }
    if (top === 'web') return wrong('the server knows no screen');
    if (roots.test(file.path) || its === slice) return [];
    if (!order.includes(its)) return wrong(`${its} is no slice; the order is ${order.join(', ')}`);
    if (order.indexOf(its) > order.indexOf(slice)) return wrong(`${its} comes after ${slice} in the order`);
    return its === 'platform' || published.test(name) ? [] : wrong('not a file that a slice shows to others');
  });
}

/** The SQL statements of a file: string and template literals that begin with a verb; what is filled in is `?`. */
function statementsOf({ path, source }: File): string[] {
  const texts: string[] = [];
  JSON.stringify(parseSync(path, source).program, (_key, node) => {
    if (node?.type === 'TemplateLiteral')
      texts.push(node.quasis.map((quasi: { value: { raw: string } }) => quasi.value.raw).join('?'));
    if (node?.type === 'Literal' && typeof node.value === 'string') texts.push(node.value);
    return typeof node === 'bigint' ? String(node) : node;
  });
  return texts.filter((text) => /^\s*(with|select|insert|update|delete)\s/.test(text));
}

const cityTables = [
  ...readFileSync('src/platform/database/schema.generated.ts', 'utf8').matchAll(
    /^ {2}(\w+): \{\n {4}city: /gm,
  ),
].map((it) => it[1] ?? '');

/** A statement that reads or changes a city's table without saying that it means the session's city. */
function forgetsCity(text: string): boolean {
  const tables = [...text.matchAll(/\b(?:from|join|update|using)\s+(?:app\.)?(\w+)/g)].map(
    (it) => it[1] ?? '',
  );
  return tables.some((table) => cityTables.includes(table)) && !text.includes('(select app.city())');
}

test('a slice imports only slices before it, and of them only what they publish', () => {
  expect(shipped.flatMap(wrongImports)).toEqual([]);
  const wrong = `import { a } from '#cases/queries.ts'; import { b } from '#persons/identities.ts'; import('#web/app.tsx');`;
  expect(wrongImports({ path: 'src/custody/queries.ts', source: wrong })).toHaveLength(3);
  const screen = `import { a } from '#persons/queries.ts'; import { b } from '#platform/config.ts';`;
  expect(wrongImports({ path: 'web/persons/child.tsx', source: screen })).toHaveLength(2);
});

test('the names of children are read and written in one file', () => {
  const naming = shipped.filter(({ source }) => source.includes('person_identities'));
  expect(naming.map(({ path }) => path)).toEqual(['src/persons/identities.ts']);
});

/** The functions that make an id while something is sent: a second try would make another. */
function makesIdWhileSending({ path, source }: File): string[] {
  const found: string[] = [];
  const walk = (node: unknown, sending: boolean): void => {
    if (!node || typeof node !== 'object') return;
    const it = node as Record<string, unknown> & { type?: string; async?: boolean };
    const inside = sending || it.async === true;
    const callee = it.callee as { name?: string } | undefined;
    if (inside && it.type === 'CallExpression' && callee?.name === 'newId') found.push(path);
    for (const child of Object.values(it)) walk(child, inside);
  };
  walk(parseSync(path, source).program, false);
  return found;
}

/** Where ids are made: at the one door to the server, and as what is to be sent is drawn, long before it is. */
const madeBefore =
  /^web\/(platform\/(api|ids)|ui\/(attempts|field-rows|file-field))\.tsx?$|^web\/(agencies\/invite-(person|from-sheet)|cases\/versions|custody\/use-hand-over|meetings\/check-in-queue|encounters\/use-encounter-form|operations\/sites-field|persons\/identity-values)\.tsx?$/;

test('what is sent twice is one command: no screen makes the id of a record while it sends', () => {
  const screens = shipped.filter(({ path, source }) => path.startsWith('web/') && source.includes('newId('));
  expect(screens.filter(({ path }) => !madeBefore.test(path)).map(({ path }) => path)).toEqual([]);
  const door = 'web/platform/api.ts';
  expect(screens.flatMap(makesIdWhileSending)).toEqual([door]);
  const source =
    'useForm({ submit: async (values) => { await send({ noteId: newId(), values }); } }); newId();';
  expect(makesIdWhileSending({ path: 'a.ts', source })).toEqual(['a.ts']);
});

test('every statement on a city’s table says which city, and takes it from the session', () => {
  const server = shipped.filter(({ path }) => path.startsWith('src/') && !ofCities.test(path));
  const wrong = server.flatMap((file) =>
    statementsOf(file)
      .filter((text) => forgetsCity(text) || /\bcity\s*=\s*(\?|\$\d|')/.test(text))
      .map((text) => `${file.path}: ${text.trim().slice(0, 80)}`),
  );
  expect(wrong).toEqual([]);
  expect(cityTables).toContain('persons');
  const source = 'sql`select name from persons p where p.sex = 1`; sql`select 1 from areas`';
  expect(statementsOf({ path: 'a.ts', source }).filter(forgetsCity)).toHaveLength(1);
});

test('no default exports, no files that are too long to read, one place for the environment', () => {
  const limit = (path: string) => (path.endsWith('.test.ts') ? 500 : 400);
  const long = files.filter((it) => it.source.split('\n').length > limit(it.path) + 1).map((it) => it.path);
  const defaults = files.filter(({ source }) => /^export default /m.test(source));
  const environment = shipped.filter(({ source }) => source.includes('process.env'));
  expect(long).toEqual([]);
  expect(defaults.map(({ path }) => path)).toEqual([]);
  expect(environment.map(({ path }) => relative('.', path))).toEqual(['src/platform/config.ts']);
});
