import { messages } from '#meetings/messages/meetings.ts';
import { t } from '#web/platform/i18n.ts';
import { Button } from '#web/ui/button.tsx';
import { fieldRows } from '#web/ui/field-rows.ts';
import { TextField } from '#web/ui/fields.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';
import type { Bound } from '#web/ui/use-form.ts';

export type SpeakerValues = { id: string; office: string; name: string; topic: string };

/** Who is to speak, in the order in which they do. */
export function SpeakersField({ field }: { field: Bound<SpeakerValues[]> }) {
  const rows = fieldRows(field, 'office');
  return (
    <Card title={t(messages.speakers)}>
      <Stack>
        {field.value.map((row, index) => (
          <fieldset key={row.id} className="field">
            <legend>{t(messages.speaker, { no: index + 1 })}</legend>
            <TextField field={rows.bound(row, 'office')} label={t(messages.speakerOffice)} maxLength={200} />
            <TextField
              field={rows.bound(row, 'name')}
              label={t(messages.speakerName)}
              maxLength={120}
              optional
            />
            <TextField
              field={rows.bound(row, 'topic')}
              label={t(messages.speakerTopic)}
              maxLength={300}
              optional
            />
            <Row>
              <Button kind="quiet" icon="trash" onClick={() => rows.remove(row)}>
                {t(messages.removeSpeaker, { no: index + 1 })}
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
          <Button icon="plus" onClick={() => rows.add((id) => ({ id, office: '', name: '', topic: '' }))}>
            {t(messages.addSpeaker)}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
