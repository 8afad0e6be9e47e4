import { useState } from 'react';
import { needsMoreWords } from '#areas/rules.ts';
import { messages } from '#referrals/messages.ts';
import type { ReferralAct } from '#referrals/rules.ts';
import type { ReferralRecord } from '#referrals/schema.ts';
import { accepted } from '#web/platform/api.ts';
import { type Message, t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies } from '#web/platform/lists.ts';
import type { Query } from '#web/platform/use-query.ts';
import { Button, OutButton } from '#web/ui/button.tsx';
import { Dialog, ReasonDialog } from '#web/ui/dialog.tsx';
import { Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Row } from '#web/ui/layout.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Props = { record: ReferralRecord; words: Lists; query: Query<ReferralRecord> };

const doneWords = {
  accept: messages.doneAccepted,
  decline: messages.doneDeclined,
  complete: messages.doneCompleted,
  pause: messages.donePaused,
  resume: messages.doneResumed,
  withdraw: messages.doneWithdrawn,
} satisfies Record<ReferralAct, Message>;

/** What can be done with a referral now, the next step of the work first. */
export function ReferralActs({ record, words, query }: Props) {
  const [asking, setAsking] = useState<ReferralAct | null>(null);
  const toast = useToast();
  const agencies = useAgencies();
  const { referralId, toAgency } = record.referral;
  const can = (it: string) => record.abilities.includes(it);
  const close = () => setAsking(null);
  const done = (act: ReferralAct) => {
    close();
    toast({ text: t(doneWords[act]), icon: 'check' });
    query.reload();
  };
  if (record.abilities.length === 0) return null;
  const onPaper = !record.hasDesk && (can('accept') || can('complete'));
  return (
    <>
      {onPaper ? <Notice>{t(messages.recordLead)}</Notice> : null}
      <Row>
        {can('accept') ? (
          <Button kind="primary" icon="check" onClick={() => setAsking('accept')}>
            {t(messages.accept)}
          </Button>
        ) : null}
        {can('complete') ? (
          <Button kind="primary" icon="pen" onClick={() => setAsking('complete')}>
            {t(messages.complete)}
          </Button>
        ) : null}
        {can('resume') ? <Resume referralId={referralId} onDone={() => done('resume')} /> : null}
        {can('pause') ? (
          <Button icon="pause" onClick={() => setAsking('pause')}>
            {t(messages.pause)}
          </Button>
        ) : null}
        {can('printLetter') ? (
          <OutButton icon="print" href={`/api/referrals/${referralId}/letter`} newTab>
            {t(messages.letter)}
          </OutButton>
        ) : null}
        {can('decline') ? (
          <Button kind="danger" onClick={() => setAsking('decline')}>
            {t(messages.decline)}
          </Button>
        ) : null}
        {can('withdraw') ? (
          <Button kind="danger" icon="undo" onClick={() => setAsking('withdraw')}>
            {t(messages.withdraw)}
          </Button>
        ) : null}
      </Row>
      <Dialog open={asking === 'accept'} onClose={close} title={t(messages.acceptTitle)}>
        <AcceptForm referralId={referralId} onDone={() => done('accept')} />
      </Dialog>
      <Dialog open={asking === 'complete'} onClose={close} title={t(messages.completeTitle)}>
        <CompleteForm referralId={referralId} onDone={() => done('complete')} />
      </Dialog>
      <Dialog open={asking === 'decline'} onClose={close} title={t(messages.declineTitle)}>
        <DeclineForm referralId={referralId} words={words} onDone={() => done('decline')} />
      </Dialog>
      <Dialog open={asking === 'pause'} onClose={close} title={t(messages.pauseTitle)}>
        <PauseForm referralId={referralId} words={words} onDone={() => done('pause')} />
      </Dialog>
      <ReasonDialog
        about={asking === 'withdraw' ? `withdraw-${referralId}` : undefined}
        onClose={close}
        title={t(messages.withdrawTitle)}
        verb={t(messages.withdrawVerb)}
        danger
        onAct={async (reason, sending) => {
          await accepted('referrals/withdraw', { referralId, reason }, sending);
          done('withdraw');
        }}
      >
        <p>{t(messages.withdrawMore, { agency: agencies.nameOf(toAgency) })}</p>
      </ReasonDialog>
    </>
  );
}

type FormProps = { referralId: string; onDone: () => void };

function Resume({ referralId, onDone }: FormProps) {
  const form = useForm({
    initial: {},
    submit: async (_values, sending) => {
      await accepted('referrals/resume', { referralId }, sending);
      onDone();
    },
  });
  return (
    <Form form={form}>
      <SubmitButton form={form} kind="plain" icon="clock">
        {t(messages.resume)}
      </SubmitButton>
    </Form>
  );
}

function AcceptForm({ referralId, onDone }: FormProps) {
  const form = useForm({
    initial: { note: '' },
    submit: async ({ note }, sending) => {
      await accepted('referrals/accept', { referralId, note: note.trim() }, sending);
      onDone();
    },
  });
  return (
    <Form form={form}>
      <p>{t(messages.acceptMore)}</p>
      <TextField field={form.field('note')} label={t(messages.note)} lines={3} maxLength={1000} optional />
      <Row>
        <SubmitButton form={form} icon="check">
          {t(messages.accept)}
        </SubmitButton>
      </Row>
    </Form>
  );
}

function CompleteForm({ referralId, onDone }: FormProps) {
  const form = useForm({
    initial: { result: '' },
    check: (values) => required(values, ['result']),
    submit: async ({ result }, sending) => {
      await accepted('referrals/complete', { referralId, result: result.trim() }, sending);
      onDone();
    },
  });
  return (
    <Form form={form}>
      <p>{t(messages.completeMore)}</p>
      <TextField
        field={form.field('result')}
        label={t(messages.result)}
        hint={t(messages.resultHint)}
        lines={6}
        maxLength={4000}
      />
      <Row>
        <SubmitButton form={form} icon="send">
          {t(messages.sendResult)}
        </SubmitButton>
      </Row>
    </Form>
  );
}

function DeclineForm({ referralId, words, onDone }: FormProps & { words: Lists }) {
  const form = useForm({
    initial: { reasonCode: '', text: '' },
    check: (values) => required(values, ['reasonCode', 'text']),
    submit: async ({ reasonCode, text }, sending) => {
      await accepted('referrals/decline', { referralId, reasonCode, text: text.trim() }, sending);
      onDone();
    },
  });
  return (
    <Form form={form}>
      <p>{t(messages.declineMore)}</p>
      <Select
        field={form.field('reasonCode')}
        label={t(messages.reason)}
        options={words.options('referral_decline_reason')}
      />
      <TextField field={form.field('text')} label={t(messages.explanation)} lines={3} maxLength={1000} />
      <Row>
        <SubmitButton form={form} kind="danger">
          {t(messages.declineVerb)}
        </SubmitButton>
      </Row>
    </Form>
  );
}

function PauseForm({ referralId, words, onDone }: FormProps & { words: Lists }) {
  const unsaid = (values: { reasonCode: string; reason: string }) =>
    needsMoreWords(words.code('referral_pause_reason', values.reasonCode)?.extra, values.reason);
  const form = useForm({
    initial: { reasonCode: '', reason: '' },
    check: (values) => ({
      ...required(values, ['reasonCode']),
      ...(unsaid(values) ? required(values, ['reason']) : {}),
    }),
    submit: async ({ reasonCode, reason }, sending) => {
      await accepted('referrals/pause', { referralId, reasonCode, reason: reason.trim() }, sending);
      onDone();
    },
  });
  return (
    <Form form={form}>
      <p>{t(messages.pauseMore)}</p>
      <Select
        field={form.field('reasonCode')}
        label={t(messages.reason)}
        options={words.options('referral_pause_reason')}
      />
      <TextField
        field={form.field('reason')}
        label={t(messages.explanation)}
        lines={3}
        maxLength={500}
        optional={!unsaid({ ...form.values, reason: '' })}
      />
      <Row>
        <SubmitButton form={form} icon="pause">
          {t(messages.pauseVerb)}
        </SubmitButton>
      </Row>
    </Form>
  );
}
