import { messages } from '#custody/messages.ts';
import { t } from '#web/platform/i18n.ts';
import { required } from '#web/ui/use-form.ts';

/** One thing that is kept for somebody. */
export type KeptRow = { id: string; what: string; returnDue: string };

/** What is missing in one row. */
export const wrongInKept = (row: KeptRow) => required(row, ['what', 'returnDue']);

/** What is missing in the rows, if anything. */
export function keptProblem(rows: readonly KeptRow[]): string | undefined {
  return rows.some((row) => Object.keys(wrongInKept(row)).length > 0)
    ? t(messages.belongingIncomplete)
    : undefined;
}

/** The rows as the command takes them. */
export function keptRows(rows: readonly KeptRow[]) {
  return rows.map((row) => ({ belongingId: row.id, what: row.what.trim(), returnDue: row.returnDue }));
}
