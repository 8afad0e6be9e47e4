import { messages } from '#meetings/messages/attendance.ts';
import type { CheckIn, DeskLine } from '#meetings/schema/attendance.ts';
import { bodyOf } from '#web/meetings/desk-lines.ts';
import { OneByOne } from '#web/operations/pickers.tsx';
import { time } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Row } from '#web/ui/layout.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Props = {
  meetingId: string;
  /** The invitation for which somebody came; null for a guest. */
  line: DeskLine | null;
  others: readonly DeskLine[];
  onClose: () => void;
  onCheckIn: (input: CheckIn) => void;
};

/** Who came, for which invitation, and for which others besides. */
export function CheckInDialog({ meetingId, line, others, onClose, onCheckIn }: Props) {
  const isDelegate = line?.state === 'delegated';
  const form = useForm({
    initial: {
      name: (isDelegate ? line.delegateName : line?.name) ?? '',
      office: (isDelegate ? line.delegateOffice : line?.office) ?? '',
      body: '',
      contact: '',
      also: [] as string[],
    },
    check: (values) => required(values, ['name']),
    submit: async ({ also, ...values }, sending) =>
      onCheckIn({
        ...values,
        meetingId,
        attendanceId: sending.id,
        invitationIds: [...(line ? [line.invitationId] : []), ...also],
        way: 'DESK',
      }),
  });
  return (
    <Dialog open onClose={onClose} title={line ? bodyOf(line) : t(messages.guest)}>
      {line?.arrivedAt ? (
        <Notice tone="positive">
          {t(messages.already, { name: line.arrivedName, time: time(line.arrivedAt) })}
        </Notice>
      ) : (
        <Form form={form} label={t(messages.checkInTitle)}>
          {line ? <p className="meta">{line.office}</p> : null}
          <TextField field={form.field('name')} label={t(messages.name)} maxLength={120} />
          <TextField field={form.field('office')} label={t(messages.position)} maxLength={200} optional />
          {line ? null : (
            <TextField field={form.field('body')} label={t(messages.from)} maxLength={200} optional />
          )}
          <TextField field={form.field('contact')} label={t(messages.contact)} maxLength={120} optional />
          <OneByOne
            field={form.field('also')}
            label={t(messages.alsoFor)}
            hint={t(messages.alsoForHint)}
            options={others.map((it) => ({
              value: it.invitationId,
              label: `${it.number}. ${bodyOf(it)}, ${it.office}`,
            }))}
            optional
          />
          <Row>
            <SubmitButton form={form} icon="check" big>
              {t(messages.checkIn)}
            </SubmitButton>
          </Row>
        </Form>
      )}
    </Dialog>
  );
}
