import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { boundaryFaults, boundaryMessages as messages } from '#areas/boundaries/messages.ts';
import { readBoundaries, someOf } from '#areas/boundaries/shapes.ts';
import { readVillages, removeBoundaries, storeBoundaries } from '#areas/boundaries/write.ts';
import { openForCommand } from '#platform/command-line/open.ts';
import type { Config } from '#platform/config.ts';
import { asService } from '#platform/database/service.ts';
import { say as words } from '#platform/messages.ts';
import { chooseCity, listCities } from '#platform/open-city.ts';
import { systemCode } from '#platform/project.ts';
import { StartRefusal } from '#platform/start-refusal.ts';

const usage =
  'rangkul city boundaries FILE.geojson [--property NAME] [--source TEXT] | rangkul city boundaries --remove';
const mostMegabytes = 50;
const mostSource = 120;

type Say = (line: string) => void;

/** `rangkul city boundaries FILE`: the city's own boundaries, which the board draws instead of approximate cells. */
export async function runBoundaries(config: Config, args: readonly string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      property: { type: 'string' },
      source: { type: 'string' },
      remove: { type: 'boolean', default: false },
    },
  });
  const [file, ...more] = positionals;
  if (more.length > 0 || values.remove === (file !== undefined))
    throw new StartRefusal('argument-missing', { usage });
  const text = file === undefined ? undefined : readText(file);
  const source = (values.source ?? basename(file ?? '')).trim();
  if (source.length > mostSource) throw refusal('longSource', { most: mostSource });
  const database = await openForCommand(config);
  try {
    const city = chooseCity(await listCities(database.jobs), config.city);
    const { code } = city;
    const lines = await asService(database.jobs, { city: code, purpose: 'import' }, async (client) => {
      if (text === undefined)
        return [{ text: (await removeBoundaries(client)) ? messages.removed : messages.none, values: {} }];
      const villages = await readVillages(client);
      const found = readBoundaries({ text, villages, property: values.property });
      const isNew = await storeBoundaries(client, found, source);
      const { missing, given, kept } = found;
      const first = isNew
        ? { text: messages.stored, values: { n: found.shapes.size, given, kept } }
        : { text: messages.unchanged, values: {} };
      if (missing.length === 0) return [first];
      return [
        first,
        { text: messages.missing, values: { n: missing.length, codes: someOf(missing, missing.length) } },
      ];
    });
    for (const line of lines) say(words(line.text, config.language, { city: city.name, ...line.values }));
    return 0;
  } finally {
    await database.close();
  }
}

function refusal(why: keyof typeof boundaryFaults, values: Record<string, string | number>): StartRefusal {
  const text = boundaryFaults[why];
  return new StartRefusal('boundaries-refused', {
    why: { id: words(text, 'id', values), en: words(text, 'en', values) },
  });
}

function readText(file: string): string {
  try {
    const megabytes = Math.ceil(statSync(file).size / 1_000_000);
    if (megabytes > mostMegabytes) throw refusal('tooLarge', { megabytes, most: mostMegabytes });
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof StartRefusal) throw error;
    if (error instanceof TypeError && systemCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw refusal('noText', {});
    throw refusal('noFile', { file, reason: systemCode(error) ?? String(error) });
  }
}
