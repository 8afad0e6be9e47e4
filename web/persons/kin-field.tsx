import { messages } from '#persons/messages/identity.ts';
import { type KinRow, wrongInKin } from '#web/persons/identity-values.ts';
import type { Problem } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { Button } from '#web/ui/button.tsx';
import { AddRow, useFieldRows } from '#web/ui/field-rows.tsx';
import { Select, TextField } from '#web/ui/fields.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import type { Bound } from '#web/ui/use-form.ts';

/** Parents, guardians, mamak and other kin, each with how to reach them. */
export function KinField(props: { field: Bound<KinRow[]>; problem: Problem | undefined; words: Lists }) {
  const { field, problem, words } = props;
  const rows = useFieldRows(field, { first: 'relation', wrong: wrongInKin, problem });
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
      <AddRow
        rows={rows}
        onAdd={() => rows.add((id) => ({ id, relation: '', name: '', phone: '', address: '', note: '' }))}
      >
        {t(messages.kinAdd)}
      </AddRow>
    </Stack>
  );
}
