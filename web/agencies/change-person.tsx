import { messages } from '#agencies/messages.ts';
import type { AdministeredStaff, StaffMember } from '#agencies/schema.ts';
import { DeskFields, deskOf, noDesk } from '#web/agencies/desk-fields.tsx';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { useColleagues } from '#web/platform/lists.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { messages as uiMessages } from '#web/ui/messages.ts';
import { useToast } from '#web/ui/toast.tsx';
import { type Bound, required, useForm } from '#web/ui/use-form.ts';

type Props = { person: AdministeredStaff; onClose: (changed: boolean) => void };

/** Moves a person to another desk. */
export function MoveDesk({ person, onClose }: Props) {
  const toast = useToast();
  const form = useForm({
    initial: { ...noDesk, handOnTo: '' },
    check: (values) => required(values, ['agencyCode', 'role']),
    submit: async (values, sending) => {
      const handOn = values.handOnTo ? { handOnTo: values.handOnTo } : {};
      await accepted(
        'people/move',
        { staffId: person.staffId, ...deskOf(values), ...handOn },
        { ...sending, basedOn: person.version },
      );
      toast({ text: t(messages.done) });
      onClose(true);
    },
  });
  return (
    <Dialog open onClose={() => onClose(false)} title={t(messages.moveTitle, { name: person.name })}>
      <Form form={form}>
        <p>{t(messages.moveMore)}</p>
        <DeskFields
          agency={form.field('agencyCode')}
          role={form.field('role')}
          area={form.field('areaCode')}
        />
        <HandOn person={person} field={form.field('handOnTo')} />
        <SubmitButton form={form}>{t(messages.move)}</SubmitButton>
      </Form>
    </Dialog>
  );
}

const verbs = { suspended: messages.suspend, ended: messages.end, active: messages.resume };

/** Suspends, ends or takes back a person, with a reason. */
export function ChangeState({ person, to, onClose }: Props & { to: 'suspended' | 'ended' | 'active' }) {
  const toast = useToast();
  const form = useForm({
    initial: { reason: '', handOnTo: '' },
    check: (values) => required(values, ['reason']),
    submit: async (values, sending) => {
      const handOn = values.handOnTo ? { handOnTo: values.handOnTo } : {};
      await accepted(
        'people/state',
        { staffId: person.staffId, state: to, reason: values.reason, ...handOn },
        { ...sending, basedOn: person.version },
      );
      toast({ text: t(messages.done) });
      onClose(true);
    },
  });
  return (
    <Dialog
      open
      onClose={() => onClose(false)}
      title={t(messages.stateTitle, { verb: t(verbs[to]), name: person.name })}
    >
      <Form form={form}>
        {to === 'active' ? null : <p>{t(messages.moveMore)}</p>}
        <TextField field={form.field('reason')} label={t(uiMessages.reason)} lines={2} maxLength={300} />
        {to === 'ended' ? <HandOn person={person} field={form.field('handOnTo')} /> : null}
        <SubmitButton form={form}>{t(verbs[to])}</SubmitButton>
      </Form>
    </Dialog>
  );
}

function HandOn({ person, field }: { person: AdministeredStaff; field: Bound<string> }) {
  const work = useQuery<{ cases: number }>(`people/${person.staffId}/open-work`);
  const colleagues = useColleagues();
  const cases = work.data?.cases ?? 0;
  if (cases === 0) return null;
  const able = (colleagues.data ?? []).filter(
    (it: StaffMember) =>
      it.agencyCode === person.agencyCode &&
      it.staffId !== person.staffId &&
      ['social_worker', 'supervisor'].includes(it.role),
  );
  return (
    <Select
      field={field}
      label={t(messages.handOnTo)}
      hint={t(messages.handOnHint, { cases })}
      placeholder="—"
      options={able.map((it) => ({ value: it.staffId, label: it.name }))}
    />
  );
}
