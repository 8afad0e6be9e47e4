import { registerOf } from '#bench/matching/generator.ts';
import { tokensOfPerson } from '#persons/match/person-tokens.ts';
import type { TokenKey } from '#persons/names/token-key.ts';
import { initialsOf } from '#persons/rules.ts';
import type { Identity } from '#persons/schema.ts';
import { sealBox } from '#platform/keys/box.ts';
import type { Keys } from '#platform/keys/ring.ts';

/** The same number always gives the same id, in the order of the numbers. */
export function idOf(
  number: number,
  kind: 'person' | 'encounter' | 'case' | 'referral' | 'custody' | 'staff',
): string {
  const kinds = {
    person: '7001',
    encounter: '7002',
    case: '7003',
    referral: '7004',
    custody: '7005',
    staff: '7006',
  };
  return `01900000-0000-${kinds[kind]}-8000-${number.toString(16).padStart(12, '0')}`;
}

export type PersonLines = {
  readonly persons: string;
  readonly identities: string;
  readonly tokens: string;
  readonly signatures: string;
};

/** Invented persons as lines for COPY, sealed and keyed exactly as the server does it; so many at a time. */
export function* personChunks(
  seed: number,
  size: number,
  key: TokenKey,
  keys: Keys,
): Generator<PersonLines & { count: number }> {
  let lines = noLines();
  for (const { number, identity } of registerOf(seed, size)) {
    const id = idOf(number, 'person');
    const sealed: Identity = {
      names: [...(identity.names ?? [])],
      aliases: [...(identity.aliases ?? [])],
      kin: [
        ...(identity.mother ?? []).slice(0, 1).map((name) => ({ relation: 'MOTHER' as const, name })),
        ...(identity.father ?? []).slice(0, 1).map((name) => ({ relation: 'FATHER' as const, name })),
      ],
      marks: [],
    };
    const tokens = tokensOfPerson(identity, key);
    const box = sealBox(sealed, keys.identities.take(number), `person_identities ${id}`);
    const born = [identity.birthFrom ?? '\\N', identity.birthTo ?? '\\N'];
    lines.persons.push(
      `13.71\t${id}\t${initialsOf(sealed)}\tt\t${identity.sex ?? 'unknown'}\t${born.join('\t')}\t${identity.origin?.slice(0, 5) ?? '\\N'}`,
    );
    lines.identities.push(`13.71\t${id}\t${number}\t\\\\x${box.toString('hex')}`);
    for (const row of tokens.rows)
      lines.tokens.push(`13.71\t${row.token}\t${id}\t${row.field}\t${tokens.coarse}`);
    lines.signatures.push(
      `13.71\t${id}\t{${tokens.signature.join(',')}}\t${identity.sex ?? 'unknown'}\t${born.join('\t')}`,
    );
    if (lines.persons.length === 20_000) {
      yield joined(lines);
      lines = noLines();
    }
  }
  if (lines.persons.length > 0) yield joined(lines);
}

const noLines = () => ({
  persons: [] as string[],
  identities: [] as string[],
  tokens: [] as string[],
  signatures: [] as string[],
});

function joined(lines: ReturnType<typeof noLines>): PersonLines & { count: number } {
  const text = (list: string[]) => `${list.join('\n')}\n`;
  return {
    count: lines.persons.length,
    persons: text(lines.persons),
    identities: text(lines.identities),
    tokens: text(lines.tokens),
    signatures: text(lines.signatures),
  };
}
