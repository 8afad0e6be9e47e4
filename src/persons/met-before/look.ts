import { sql } from 'kysely';
import { numberSetting } from '#areas/queries.ts';
import { nikHashOf, searchKey } from '#persons/identities.ts';
import { isEnforcement } from '#persons/marks.ts';
import { findCandidates, recordsOfOne } from '#persons/match/candidates.ts';
import { bornBetween } from '#persons/match/identity.ts';
import { type MatchQuery, queryOf } from '#persons/match/query-tokens.ts';
import { type Hint, scoreCandidates } from '#persons/match/score.ts';
import { disclosePersons, findPersons } from '#persons/queries.ts';
import type { MatchHint, MetBefore, MetBeforeAnswer, Strength } from '#persons/schema.ts';
import { cityDate } from '#platform/calendar.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { Answer } from '#platform/http/routes.ts';
import { problem, problemsOf } from '#platform/problems.ts';
import type { World } from '#platform/world.ts';

problemsOf({
  'looks-used-up': {
    status: 429,
    id: 'Batas pencarian hari ini ({limit}, ditetapkan kota) sudah tercapai. Minta Dinas Sosial memeriksanya.',
    en: 'Today’s limit of look-ups ({limit}, set by the city) is reached. Ask the Social Service to check.',
  },
});

const mostHints = 10;
// Whoever comes after so many is too unlikely to be a rival of the first.
const mostRivals = 40;
const strengthWords = { weak: 'weak', likely: 'likely', veryLikely: 'very_likely' } as const satisfies Record<
  Hint['strength'],
  Strength
>;

/**
 * Asks whether somebody like this is on record. Every look is counted against the day's budget and audited. To a viewer
 * with standing a hint is the person; to others only that someone is known, how strongly, and which typed fields agree.
 */
export async function lookMetBefore(
  tx: Tx,
  viewer: Viewer,
  typed: MetBefore,
  world: World,
): Promise<Answer<MetBeforeAnswer>> {
  const day = cityDate(world.now(), viewer.city.timeZone);
  const limit = await limitWithLooksLeft(tx, day);
  const enforcement = typed.operationId !== undefined && (await isEnforcement(tx, typed.operationId));
  const maySeeMarks = !enforcement && (viewer.role === 'social_worker' || viewer.role === 'supervisor');
  const query = toQuery(typed, { day, maySeeMarks, home: viewer.city.code }, world);
  const found = query.decidable ? await findHints(tx, query, typed.personId) : [];
  const { lookId, left } = await writeLook(tx, { day, limit, operationId: typed.operationId ?? null, found });
  const { hints, shown } = await presentHints(tx, viewer, found, world);
  return {
    show: {
      lookId,
      decidable: query.decidable,
      hints,
      looksLeft: left,
      duty: enforcement ? 'care' : 'compare',
    },
    audit: [
      {
        act: 'persons.looked-for',
        on: { kind: 'look', id: String(lookId) },
        persons: shown,
        detail: { hints: found.length, fields: query.typed.length },
      },
    ],
  };
}

/** The city's limit of looks, when this officer's day still has one; asked before the search, so that none is made in vain. */
async function limitWithLooksLeft(tx: Tx, day: string): Promise<number> {
  const limit = await numberSetting(tx, 'matchLooksPerOfficerPerDay');
  const used = await sql<{ n: number }>`
    select count(*) as n from match_looks
     where city = (select app.city()) and staff_id = (select app.viewer_staff()) and day = ${day}`.execute(
    tx,
  );
  if ((used.rows[0]?.n ?? 0) >= limit) throw problem('looks-used-up', { limit });
  return limit;
}

type Asked = { readonly day: string; readonly maySeeMarks: boolean; readonly home: string };

function toQuery(typed: MetBefore, { day, maySeeMarks, home }: Asked, world: World): MatchQuery {
  const born = bornOf(typed, day);
  return queryOf(
    {
      names: typed.names,
      aliases: typed.aliases,
      sex: typed.sex,
      ...(born ?? {}),
      ...(typed.mother ? { mother: [typed.mother] } : {}),
      ...(typed.father ? { father: [typed.father] } : {}),
      ...(typed.originArea ? { origin: typed.originArea } : {}),
      ...(typed.companions ? { companions: typed.companions } : {}),
      ...(typed.nik ? { nikHash: nikHashOf(typed.nik, world.keys) } : {}),
      ...(typed.marks ? { marks: typed.marks } : {}),
    },
    searchKey(world.keys),
    { home, marksAllowed: maySeeMarks },
  );
}

function bornOf({ ageLow, ageHigh }: MetBefore, on: string) {
  if (ageLow === undefined) return null;
  const high = Math.max(ageLow, ageHigh ?? ageLow);
  return bornBetween({
    age: Math.round((ageLow + high) / 2),
    giveOrTake: Math.ceil((high - ageLow) / 2),
    on,
  });
}

async function findHints(tx: Tx, query: MatchQuery, own: string | undefined): Promise<readonly Hint[]> {
  const { rows, register } = await findCandidates(tx, query);
  const candidates = rows.filter((row) => row.personId !== own);
  const likely = scoreCandidates(query, candidates, register, mostRivals);
  const others = await recordsOfOne(
    tx,
    likely.map((hint) => hint.personId),
  );
  const withOthers = () => candidates.map((row) => ({ ...row, oneWith: others.get(row.personId) ?? [] }));
  const hints = others.size === 0 ? likely : scoreCandidates(query, withOthers(), register, mostHints);
  return hints.slice(0, mostHints).filter((hint) => hint.score > 0);
}

async function writeLook(
  tx: Tx,
  look: { day: string; limit: number; operationId: string | null; found: readonly Hint[] },
): Promise<{ lookId: number; left: number }> {
  const { day, limit, operationId, found } = look;
  const written = await sql<{ lookId: number; left: number }>`
    select look_id as "lookId", looks_left as "left"
      from app.write_look(${day}, ${limit}, ${operationId}, ${found.map((hint) => hint.personId)}::uuid[], ${found.map((hint) => strengthWords[hint.strength])}::text[])`.execute(
    tx,
  );
  const [row] = written.rows;
  if (!row) throw problem('looks-used-up', { limit });
  return row;
}

async function presentHints(
  tx: Tx,
  viewer: Viewer,
  found: readonly Hint[],
  world: World,
): Promise<{ hints: MatchHint[]; shown: string[] }> {
  const reachable = await findPersons(
    tx,
    viewer,
    found.map((hint) => hint.personId),
  );
  const { persons, shown } = await disclosePersons(tx, viewer, reachable, world);
  const byId = new Map(persons.map((person) => [person.personId, person]));
  const hints = found.map((hint, n): MatchHint => {
    const common = { place: n + 1, strength: strengthWords[hint.strength] };
    const person = byId.get(hint.personId);
    if (person && person.kind !== 'restricted')
      return {
        kind: 'person',
        ...common,
        fields: { ...hint.fields },
        person,
        percent: Math.round(hint.probability * 100),
        highlight: hint.highlight,
      };
    return { kind: 'someone', ...common, fields: agreedOnly(hint.fields) };
  });
  return { hints, shown };
}

// Without standing only what agreed is said: a "no" would tell a value by exclusion.
function agreedOnly(fields: Hint['fields']): Record<string, 'yes' | 'near'> {
  const agreed: Record<string, 'yes' | 'near'> = {};
  for (const [field, how] of Object.entries(fields)) if (how === 'yes' || how === 'near') agreed[field] = how;
  return agreed;
}
