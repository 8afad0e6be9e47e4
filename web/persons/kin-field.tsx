import { messages } from '#persons/messages/identity.ts';
import type { KinRow } from '#web/persons/identity-values.ts';
import { t } from '#web/platform/i18n.ts';
import { newId } from '#web/platform/ids.ts';
import type { Lists } from '#web/platform/lists.ts';
import { Button } from '#web/ui/button.tsx';
import { Select, TextField } from '#web/ui/fields.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import type { Bound } from '#web/ui/use-form.ts';

/** Parents, guardians, mamak and other kin, each with how to reach them. */
export function KinField({ field, words }: { field: Bound<KinRow[]>; words: Lists }) {
  const change = (id: string, next: Partial<KinRow>) =>
    field.set(field.value.map((row) => (row.id === id ? { ...row, ...next } : row)));
  const bound = (row: KinRow, name: keyof KinRow, index: number): Bound<string> => ({
    id: index === 0 && name === 'relation' ? field.id : `${field.id}-${row.id}-${name}`,
    name: `${field.name}-${name}`,
    value: row[name],
    set: (value) => change(row.id, { [name]: value }),
    touch: field.touch,
    error: undefined,
  });
  return (
    <Stack>
      {field.value.map((row, index) => (
        <fieldset key={row.id} className="kin">
          <legend className="sr">{row.name || `${t(messages.kinTitle)} ${index + 1}`}</legend>
          <Select
            field={bound(row, 'relation', index)}
            label={t(messages.kinRelation)}
            options={words.options('kin_relation')}
          />
          <TextField field={bound(row, 'name', index)} label={t(messages.kinName)} maxLength={120} />
          <TextField
            field={bound(row, 'phone', index)}
            label={t(messages.phone)}
            type="tel"
            inputMode="tel"
            maxLength={30}
            optional
          />
          <TextField
            field={bound(row, 'address', index)}
            label={t(messages.address)}
            maxLength={200}
            optional
          />
          <TextField field={bound(row, 'note', index)} label={t(messages.kinNote)} maxLength={200} optional />
          <Row>
            <Button icon="trash" onClick={() => field.set(field.value.filter((it) => it.id !== row.id))}>
              {t(messages.kinRemove)}
            </Button>
          </Row>
        </fieldset>
      ))}
      {field.error ? (
        <span className="field__error">
          <Icon name="alert" /> {field.error}
        </span>
      ) : null}
      <Row>
        <Button
          icon="plus"
          onClick={() =>
            field.set(
              [
                ...field.value,
                { id: newId(), relation: '', name: '', phone: '', address: '', note: '' },
              ].slice(0, 20),
            )
          }
        >
          {t(messages.kinAdd)}
        </Button>
      </Row>
    </Stack>
  );
}
