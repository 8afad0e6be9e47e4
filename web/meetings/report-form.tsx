import { messages } from '#meetings/messages/follow-up.ts';
import { whatReportLacks } from '#meetings/rules/follow-up.ts';
import { type Action, type ReportedState, reportedStates } from '#meetings/schema/follow-up.ts';
import { stateWords } from '#web/meetings/action-words.tsx';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { NumberField, PickTiles, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Row } from '#web/ui/layout.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Values = { state: string; progress: string; text: string; obstacle: string };

const isReported = (state: string): state is ReportedState => reportedStates.some((one) => one === state);

/** How far the own agency is with an action, and what stands in its way. */
export function ReportForm({ action, onDone }: { action: Action; onDone: () => void }) {
  const form = useForm<Values>({
    initial: {
      state: isReported(action.state) ? action.state : '',
      progress: String(action.progress),
      text: '',
      obstacle: action.obstacle,
    },
    check: (values) => ({
      ...required(values, ['state', 'progress', 'text']),
      ...(values.state === 'stuck' ? required(values, ['obstacle']) : {}),
    }),
    submit: async (values, sending) => {
      const input = {
        actionId: action.actionId,
        updateId: sending.id,
        state: values.state,
        progress: Number(values.progress),
        text: values.text.trim(),
        obstacle: values.state === 'done' ? '' : values.obstacle.trim(),
      };
      await accepted('follow-up/report', input, sending);
      onDone();
    },
  });
  const { state } = form.values;
  const stateField = form.field('state');
  // What is done is done whole, and what has not begun has nothing done.
  const setState = (next: string) => {
    stateField.set(next);
    const progress = Number(form.values.progress);
    if (!isReported(next) || whatReportLacks({ state: next, progress, obstacle: 'x' }) === null) return;
    form.set('progress', { done: '100', not_started: '0', in_progress: '50', stuck: '50' }[next]);
  };
  return (
    <Form form={form}>
      <PickTiles
        field={{ ...stateField, set: setState }}
        label={t(messages.state)}
        options={reportedStates.map((it) => ({ value: it, label: t(stateWords[it]) }))}
        grid
      />
      <NumberField field={form.field('progress')} label={t(messages.reportPercent)} maxLength={3} />
      <TextField
        field={form.field('text')}
        label={t(messages.reportText)}
        hint={t(messages.reportTextHint)}
        lines={4}
        maxLength={2000}
      />
      <TextField
        field={form.field('obstacle')}
        label={t(messages.reportObstacle)}
        lines={2}
        maxLength={1000}
        optional={state !== 'stuck'}
      />
      <Row>
        <SubmitButton form={form} icon="send">
          {t(messages.reportVerb)}
        </SubmitButton>
      </Row>
    </Form>
  );
}
