import { useState } from 'react';
import { messages } from '#custody/messages.ts';
import type { Complaint } from '#custody/schema/reads.ts';
import { accepted } from '#web/platform/api.ts';
import { dateTime } from '#web/platform/format.ts';
import { kept, t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import { useListed } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';
import '#web/custody/custody.css';

const sayers: Record<string, keyof typeof messages> = {
  child: 'child',
  family: 'family',
  staff: 'staff',
  other: 'other',
};

/** The complaints addressed to one's agency, from outside the unit they are about. */
export function Screen() {
  const list = useListed<Complaint>('custody/complaints');
  const lists = useLists();
  const [answering, setAnswering] = useState<Complaint | null>(null);
  const toast = useToast();
  return (
    <Page title={t(messages.complaints)} lead={t(messages.complaintsLead)}>
      <Loaded query={{ ...lists, set: () => {} }} what={t(messages.listWhat)}>
        {(words) => (
          <Loaded query={list} what={t(messages.listWhat)}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState level={2} title={t(messages.complaintsNone)}>
                  {t(messages.complaintsNoneMore)}
                </EmptyState>
              ) : (
                <Stack>
                  {items.map((it) => (
                    <OneComplaint key={it.complaintId} complaint={it} words={words} onAnswer={setAnswering} />
                  ))}
                  <Pager {...list} />
                </Stack>
              )
            }
          </Loaded>
        )}
      </Loaded>
      <Dialog open={answering !== null} onClose={() => setAnswering(null)} title={t(messages.answerIt)}>
        {answering ? (
          <AnswerForm
            complaint={answering}
            onDone={() => {
              setAnswering(null);
              toast({ text: t(messages.answerDone), icon: 'check' });
              list.reload();
            }}
          />
        ) : null}
      </Dialog>
    </Page>
  );
}

function OneComplaint(props: { complaint: Complaint; words: Lists; onAnswer: (it: Complaint) => void }) {
  const { complaint, words } = props;
  const agencies = useAgencies();
  const sayer = sayers[complaint.saidBy];
  const title = t(messages.aboutWhom, {
    subject: words.label('complaint_subject', complaint.subject),
    agency: agencies.nameOf(complaint.aboutAgency),
  });
  return (
    <Card title={`${title}, ${dateTime(complaint.occurredAt)}`}>
      <p className="said">{kept(complaint.said)}</p>
      <span className="meta">{sayer ? t(messages[sayer]) : complaint.saidBy}</span>
      {complaint.answer && complaint.answeredAt ? (
        <>
          <p className="said">
            <b>{t(messages.answer)}</b>: {kept(complaint.answer)}
          </p>
          <span className="meta">{t(messages.answered, { when: dateTime(complaint.answeredAt) })}</span>
        </>
      ) : (
        <Row>
          <Button icon="pen" onClick={() => props.onAnswer(complaint)}>
            {t(messages.answerIt)}
          </Button>
        </Row>
      )}
    </Card>
  );
}

function AnswerForm({ complaint, onDone }: { complaint: Complaint; onDone: () => void }) {
  const form = useForm({
    initial: { answer: '' },
    check: (values) => ({ ...required(values, ['answer']) }),
    submit: async (values, sending) => {
      const input = { complaintId: complaint.complaintId, answer: values.answer.trim() };
      await accepted('custody/answer-complaint', input, sending);
      onDone();
    },
  });
  return (
    <Form form={form}>
      <p className="said">{kept(complaint.said)}</p>
      <TextField field={form.field('answer')} label={t(messages.answer)} lines={5} maxLength={2000} />
      <Row>
        <SubmitButton form={form}>{t(messages.answerIt)}</SubmitButton>
      </Row>
    </Form>
  );
}
