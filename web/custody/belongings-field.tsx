import { messages } from '#custody/messages.ts';
import { wallClock } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { newId } from '#web/platform/ids.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { DateField, TextField } from '#web/ui/fields.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Stack } from '#web/ui/layout.tsx';
import type { Bound } from '#web/ui/use-form.ts';

/** One thing that is kept for somebody. */
export type KeptRow = { id: string; what: string; returnDue: string };

/** What is missing in the rows, if anything. */
export function keptProblem(rows: readonly KeptRow[]): string | undefined {
  return rows.some((row) => !row.what.trim() || !row.returnDue) ? t(messages.belongingIncomplete) : undefined;
}

/** The rows as the command takes them. */
export function keptRows(rows: readonly KeptRow[]) {
  return rows.map((row) => ({ belongingId: row.id, what: row.what.trim(), returnDue: row.returnDue }));
}

/** Things kept for the child, each with the day on which it goes back. */
export function BelongingsField({ field }: { field: Bound<KeptRow[]> }) {
  const today = wallClock(Date.now()).date;
  const change = (id: string, next: Partial<KeptRow>) =>
    field.set(field.value.map((row) => (row.id === id ? { ...row, ...next } : row)));
  const bound = (row: KeptRow, name: 'what' | 'returnDue', index: number): Bound<string> => ({
    id: index === 0 && name === 'what' ? field.id : `${field.id}-${row.id}-${name}`,
    name: `${field.name}-${name}`,
    value: row[name],
    set: (value) => change(row.id, { [name]: value }),
    touch: field.touch,
    error: undefined,
  });
  return (
    <Stack>
      {field.value.map((row, index) => (
        <div key={row.id} className="kept-row">
          <TextField field={bound(row, 'what', index)} label={t(messages.what)} maxLength={200} />
          <DateField field={bound(row, 'returnDue', index)} label={t(messages.returnDue)} min={today} />
          <IconButton
            icon="trash"
            label={t(messages.removeBelonging)}
            onClick={() => field.set(field.value.filter((it) => it.id !== row.id))}
          />
        </div>
      ))}
      {field.error ? (
        <span className="field__error">
          <Icon name="alert" /> {field.error}
        </span>
      ) : null}
      <div>
        <Button
          icon="plus"
          onClick={() => field.set([...field.value, { id: newId(), what: '', returnDue: '' }].slice(0, 20))}
        >
          {t(messages.addBelonging)}
        </Button>
      </div>
    </Stack>
  );
}
