import { useState } from 'react';
import { messages } from '#services/messages.ts';
import type { Programme } from '#services/schema.ts';
import { accepted } from '#web/platform/api.ts';
import { date, wallClock } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useSession } from '#web/platform/session.tsx';
import { AttendanceForm } from '#web/services/attendance-form.tsx';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { DateField, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Row } from '#web/ui/layout.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

const attendanceRoles: readonly string[] = [
  'social_worker',
  'supervisor',
  'custody_desk',
  'partner_desk',
  'area_desk',
];

/** The days of a programme, and for the desks of its owner who was there. */
export function Sessions({ programme, onChanged }: { programme: Programme; onChanged: () => void }) {
  const { staff } = useSession();
  const [open, setOpen] = useState<string | null>(null);
  const toast = useToast();
  const runs = staff.agencyCode === programme.ownerAgency && attendanceRoles.includes(staff.role);
  const done = (text: string) => {
    setOpen(null);
    toast({ text, icon: 'check' });
    onChanged();
  };
  const session = programme.sessions.find((it) => it.sessionId === open);
  return (
    <Card
      title={t(messages.sessions)}
      actions={
        programme.mayChange ? (
          <Button icon="plus" onClick={() => setOpen('new')}>
            {t(messages.addSession)}
          </Button>
        ) : null
      }
    >
      {programme.sessions.length === 0 ? <p className="meta">{t(messages.noSessions)}</p> : null}
      {programme.sessions.map((it) => (
        <Row key={it.sessionId} apart>
          <span>
            <b>{date(it.day)}</b> {it.title}
          </span>
          {runs ? (
            <Button kind="quiet" icon="users" onClick={() => setOpen(it.sessionId)}>
              {t(messages.attendance)}
            </Button>
          ) : null}
        </Row>
      ))}
      <Dialog open={open === 'new'} onClose={() => setOpen(null)} title={t(messages.addSession)}>
        <SessionForm programme={programme} onDone={() => done(t(messages.sessionAdded))} />
      </Dialog>
      <Dialog
        open={session !== undefined}
        onClose={() => setOpen(null)}
        title={session ? `${t(messages.attendance)}, ${date(session.day)}` : t(messages.attendance)}
      >
        {session ? (
          <AttendanceForm
            programmeId={programme.programmeId}
            sessionId={session.sessionId}
            onDone={() => done(t(messages.attendanceKept))}
          />
        ) : null}
      </Dialog>
    </Card>
  );
}

function SessionForm({ programme, onDone }: { programme: Programme; onDone: () => void }) {
  const { programmeId, startsOn, endsOn } = programme;
  const today = wallClock(Date.now()).date;
  const form = useForm({
    initial: { day: today < startsOn ? startsOn : today, title: '' },
    check: (values) => required(values, ['day', 'title']),
    submit: async (values, sending) => {
      await accepted('services/plan-session', { ...values, sessionId: sending.id, programmeId }, sending);
      onDone();
    },
  });
  return (
    <Form form={form}>
      <DateField
        field={form.field('day')}
        label={t(messages.sessionDay)}
        min={startsOn}
        max={endsOn ?? undefined}
      />
      <TextField field={form.field('title')} label={t(messages.sessionTitle)} maxLength={200} />
      <SubmitButton form={form} icon="plus">
        {t(messages.addSession)}
      </SubmitButton>
    </Form>
  );
}
