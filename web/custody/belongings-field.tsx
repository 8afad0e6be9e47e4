import { messages } from '#custody/messages.ts';
import type { KeptRow } from '#web/custody/kept-rows.ts';
import { wallClock } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { fieldRows } from '#web/ui/field-rows.ts';
import { DateField, TextField } from '#web/ui/fields.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Stack } from '#web/ui/layout.tsx';
import type { Bound } from '#web/ui/use-form.ts';

/** Things kept for the child, each with the day on which it goes back. */
export function BelongingsField({ field }: { field: Bound<KeptRow[]> }) {
  const today = wallClock(Date.now()).date;
  const rows = fieldRows(field, 'what');
  return (
    <Stack>
      {field.value.map((row) => (
        <div key={row.id} className="kept-row">
          <TextField field={rows.bound(row, 'what')} label={t(messages.what)} maxLength={200} />
          <DateField field={rows.bound(row, 'returnDue')} label={t(messages.returnDue)} min={today} />
          <IconButton icon="trash" label={t(messages.removeBelonging)} onClick={() => rows.remove(row)} />
        </div>
      ))}
      {field.error ? (
        <span className="field__error">
          <Icon name="alert" /> {field.error}
        </span>
      ) : null}
      <div>
        <Button icon="plus" onClick={() => rows.add((id) => ({ id, what: '', returnDue: '' }))}>
          {t(messages.addBelonging)}
        </Button>
      </div>
    </Stack>
  );
}
