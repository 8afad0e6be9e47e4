import { useState } from 'react';
import { dutyMessages as messages } from '#agencies/messages.ts';
import { dutyPhonePattern } from '#agencies/rules.ts';
import { telOf } from '#web/agencies/duty-phone.tsx';
import { accepted } from '#web/platform/api.ts';
import { date } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useAgencies } from '#web/platform/lists.ts';
import { useAbility } from '#web/platform/session.tsx';
import { Button, OutButton } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Row } from '#web/ui/layout.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { useForm } from '#web/ui/use-form.ts';

/** Which number reaches the duty desk of an agency, since when; the city's administrator sets it here. */
export function DutyPhoneCard({ agencyCode }: { agencyCode: string }) {
  const agencies = useAgencies();
  const maySet = useAbility('agencies/set-duty-phone');
  const [open, setOpen] = useState(false);
  const toast = useToast();
  const agency = agencies.data?.find((it) => it.agencyCode === agencyCode);
  if (!agency) return null;
  const done = () => {
    setOpen(false);
    toast({ text: t(messages.phoneSaved), icon: 'check' });
    agencies.reload();
  };
  return (
    <Card title={t(messages.phone)}>
      {agency.dutyPhone ? (
        <>
          <Row>
            <OutButton href={telOf(agency.dutyPhone)} icon="phone">
              {agency.dutyPhone}
            </OutButton>
          </Row>
          {agency.dutyPhoneSince ? (
            <p className="meta">{t(messages.phoneSince, { date: date(agency.dutyPhoneSince) })}</p>
          ) : null}
        </>
      ) : (
        <p className="meta">{t(messages.phoneNone)}</p>
      )}
      {maySet ? (
        <Row>
          <Button onClick={() => setOpen(true)}>{t(messages.phoneSet)}</Button>
        </Row>
      ) : null}
      <Dialog open={open} onClose={() => setOpen(false)} title={t(messages.phoneSet)}>
        <PhoneForm agencyCode={agencyCode} phone={agency.dutyPhone ?? ''} onDone={done} />
      </Dialog>
    </Card>
  );
}

function PhoneForm(props: { agencyCode: string; phone: string; onDone: () => void }) {
  const form = useForm({
    initial: { phone: props.phone },
    check: ({ phone }) =>
      new RegExp(dutyPhonePattern).test(phone.trim()) ? {} : { phone: t(messages.phoneWrong) },
    submit: async ({ phone }, sending) => {
      const input = { agencyCode: props.agencyCode, phone: phone.trim() };
      await accepted('agencies/set-duty-phone', input, sending);
      props.onDone();
    },
  });
  return (
    <Form form={form}>
      <TextField
        field={form.field('phone')}
        label={t(messages.phone)}
        hint={t(messages.phoneHint)}
        type="tel"
        inputMode="tel"
        maxLength={31}
        optional
      />
      <Row>
        <SubmitButton form={form}>{t(messages.phoneSave)}</SubmitButton>
      </Row>
    </Form>
  );
}
