import { markLength, secretOf } from '#meetings/rules/attendance.ts';
import type { CheckInResult, DeskLine } from '#meetings/schema/attendance.ts';
import type { Waiting } from '#web/meetings/check-in-queue.ts';

type Known = {
  readonly results: ReadonlyMap<string, CheckInResult>;
  readonly waiting: readonly Waiting[];
};

/** The list with what this desk knows beyond it: what was answered since, and what still waits for the network. */
export function withArrivals(items: readonly DeskLine[], { results, waiting }: Known) {
  const queued = new Map(waiting.flatMap((it) => it.input.invitationIds.map((id) => [id, it] as const)));
  return items.map((line) => {
    const result = results.get(line.invitationId);
    const item = queued.get(line.invitationId);
    if (line.arrivedAt) return { ...line, isWaiting: false };
    if (result) return { ...line, arrivedAt: result.arrivedAt, arrivedName: result.name, isWaiting: false };
    if (item) return { ...line, arrivedAt: item.occurredAt, arrivedName: item.input.name, isWaiting: true };
    return { ...line, isWaiting: false };
  });
}

/** What a line is known by: the body, or the name of somebody of none. */
export function bodyOf(line: Pick<DeskLine, 'body' | 'name'>): string {
  return [line.name, line.body].filter(Boolean).join(', ');
}

/** The lines that hold every word that is asked; whoever has not come stands first. */
export function matching<Line extends DeskLine>(lines: readonly Line[], asked: string): Line[] {
  const words = asked.toLocaleLowerCase('id').split(/\s+/).filter(Boolean);
  const found = lines.filter((line) => {
    const text = [line.number, line.body, line.office, line.name, line.delegateName, line.arrivedName]
      .join(' ')
      .toLocaleLowerCase('id');
    return words.every((word) => text.includes(word));
  });
  return [...found.filter((it) => !it.arrivedAt), ...found.filter((it) => it.arrivedAt)];
}

/** The line of a scanned code, or of a number that was typed; found without asking the server. */
export async function lineFor<Line extends DeskLine>(
  lines: readonly Line[],
  asked: string,
): Promise<Line | undefined> {
  const secret = secretOf(asked);
  if (!secret) return lines.find((line) => String(line.number) === asked.trim());
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  const hex = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return lines.find((line) => line.mark === hex.slice(0, markLength));
}
