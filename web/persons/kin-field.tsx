import { messages } from '#persons/messages/identity.ts';
import type { KinRow } from '#web/persons/identity-values.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { Button } from '#web/ui/button.tsx';
import { fieldRows } from '#web/ui/field-rows.ts';
import { Select, TextField } from '#web/ui/fields.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import type { Bound } from '#web/ui/use-form.ts';

/** Parents, guardians, mamak and other kin, each with how to reach them. */
export function KinField({ field, words }: { field: Bound<KinRow[]>; words: Lists }) {
  const rows = fieldRows(field, 'relation');
  return (
    <Stack>
      {field.value.map((row, index) => (
        <fieldset key={row.id} className="kin">
          <legend className="sr">{row.name || `${t(messages.kinTitle)} ${index + 1}`}</legend>
          <Select
            field={rows.bound(row, 'relation')}
            label={t(messages.kinRelation)}
            options={words.options('kin_relation')}
          />
          <TextField field={rows.bound(row, 'name')} label={t(messages.kinName)} maxLength={120} />
          <TextField
            field={rows.bound(row, 'phone')}
            label={t(messages.phone)}
            type="tel"
            inputMode="tel"
            maxLength={30}
            optional
          />
          <TextField
            field={rows.bound(row, 'address')}
            label={t(messages.address)}
            maxLength={200}
            optional
          />
          <TextField field={rows.bound(row, 'note')} label={t(messages.kinNote)} maxLength={200} optional />
          <Row>
            <Button icon="trash" onClick={() => rows.remove(row)}>
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
          onClick={() => rows.add((id) => ({ id, relation: '', name: '', phone: '', address: '', note: '' }))}
        >
          {t(messages.kinAdd)}
        </Button>
      </Row>
    </Stack>
  );
}
