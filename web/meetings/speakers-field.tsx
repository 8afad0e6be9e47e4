import { messages } from '#meetings/messages/meetings.ts';
import { lettersIn } from '#platform/letters.ts';
import type { Problem } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { Button } from '#web/ui/button.tsx';
import { AddRow, useFieldRows } from '#web/ui/field-rows.tsx';
import { TextField } from '#web/ui/fields.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';
import type { Bound } from '#web/ui/use-form.ts';

export type SpeakerValues = { id: string; office: string; name: string; topic: string };

/** What is missing of one speaker: the office, which stands in the invitation when no name does. */
export const wrongInSpeaker = ({ office }: SpeakerValues): { office?: string } =>
  lettersIn(office) < 2 ? { office: t(messages.officeMissing) } : {};

/** Who is to speak, in the order in which they do. */
export function SpeakersField(props: { field: Bound<SpeakerValues[]>; problem: Problem | undefined }) {
  const { field, problem } = props;
  const rows = useFieldRows(field, { first: 'office', wrong: wrongInSpeaker, problem });
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
        <AddRow rows={rows} onAdd={() => rows.add((id) => ({ id, office: '', name: '', topic: '' }))}>
          {t(messages.addSpeaker)}
        </AddRow>
      </Stack>
    </Card>
  );
}
