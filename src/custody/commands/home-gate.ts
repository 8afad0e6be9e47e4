import { type AskedFears, readFears } from '#custody/queries/record.ts';
import type { HandOver } from '#custody/schema.ts';
import { mayBeSamePerson } from '#persons/rules/same-name.ts';
import type { Tx } from '#platform/database/transaction.ts';
import type { Keys } from '#platform/keys/ring.ts';
import { problem } from '#platform/problems.ts';

/**
 * A child goes with somebody only after it was asked, alone, whom it fears, and not with somebody it may have named in any answer
 * it ever gave: a later "nobody" may have been said in front of that very person. A supervisor may say why all the same
 * (that it is a supervisor was asked before). Whom the child named stays sealed: the refusal says only that a supervisor
 * has to decide.
 */
export async function guardHome(
  tx: Tx,
  going: {
    readonly keys: Keys;
    readonly aliases: readonly string[];
    readonly since: Date;
    readonly kinship: string | null;
    readonly input: HandOver;
  },
): Promise<void> {
  if (going.input.supervisorReason) return;
  const asked = await readFears(tx, going.keys, going.aliases);
  if (!asked.some((it) => it.askedAlone && it.askedAt >= going.since))
    throw problem('feared-persons-not-asked', { field: 'endKind' });
  if (asked.some((it) => mayBeFeared(it, going)))
    throw problem('receiver-needs-supervisor', { field: 'receiverName' });
}

/** Whether the one who came may be whom the child named: by name in any spelling, by relation, or because nobody was named. */
function mayBeFeared(
  asked: AskedFears,
  { input, kinship }: { readonly input: HandOver; readonly kinship: string | null },
): boolean {
  if (!asked.fearsSomeone) return false;
  const { answer } = asked;
  if (!answer || answer.names.length + answer.relations.length === 0) return true;
  const came = input.receiverName ?? '';
  return (
    answer.names.some((name) => mayBeSamePerson(name, came)) ||
    (kinship !== null && answer.relations.includes(kinship))
  );
}
