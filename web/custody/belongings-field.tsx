import { messages } from '#custody/messages.ts';
import { type KeptRow, wrongInKept } from '#web/custody/kept-rows.ts';
import type { Problem } from '#web/platform/api.ts';
import { wallClock } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { IconButton } from '#web/ui/button.tsx';
import { AddRow, useFieldRows } from '#web/ui/field-rows.tsx';
import { DateField, TextField } from '#web/ui/fields.tsx';
import { Stack } from '#web/ui/layout.tsx';
import type { Bound } from '#web/ui/use-form.ts';

/** Things kept for the child, each with the day on which it goes back. */
export function BelongingsField(props: { field: Bound<KeptRow[]>; problem: Problem | undefined }) {
  const { field, problem } = props;
  const today = wallClock(Date.now()).date;
  const rows = useFieldRows(field, { first: 'what', wrong: wrongInKept, problem });
  return (
    <Stack>
      {field.value.map((row) => (
        <div key={row.id} className="kept-row">
          <TextField field={rows.bound(row, 'what')} label={t(messages.what)} maxLength={200} />
          <DateField field={rows.bound(row, 'returnDue')} label={t(messages.returnDue)} min={today} />
          <IconButton icon="trash" label={t(messages.removeBelonging)} onClick={() => rows.remove(row)} />
        </div>
      ))}
      <AddRow rows={rows} onAdd={() => rows.add((id) => ({ id, what: '', returnDue: '' }))}>
        {t(messages.addBelonging)}
      </AddRow>
    </Stack>
  );
}
