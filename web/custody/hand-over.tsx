import { useState } from 'react';
import { needsMoreWords } from '#areas/rules.ts';
import { messages } from '#custody/messages.ts';
import type { CustodyRecord } from '#custody/schema/reads.ts';
import { BelongingsField } from '#web/custody/belongings-field.tsx';
import { FearsForm } from '#web/custody/fears-form.tsx';
import { asksOf, isGated, receiverOf } from '#web/custody/hand-over-values.ts';
import { ConflictNotice } from '#web/custody/take-in.tsx';
import { ToWhom } from '#web/custody/to-whom.tsx';
import { type HandOverForm, useHandOver } from '#web/custody/use-hand-over.ts';
import { HeldTag, urgencyText } from '#web/custody/words.tsx';
import { personView } from '#web/persons/person-of.tsx';
import { dateTime, shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useLists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { useSession } from '#web/platform/session.tsx';
import { type Query, useQuery } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { DueClock } from '#web/ui/clock.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { DateTimeField, PickMany, PickTiles, Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Row, Split } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page, StickyActions } from '#web/ui/page.tsx';
import { wordsOf } from '#web/ui/person-tag.tsx';
import { SignaturePad } from '#web/ui/signature-pad.tsx';
import '#web/custody/custody.css';

/** Hands somebody over: to whom, in which condition, with which belongings, and who signs. */
export function Screen({ params }: ScreenProps) {
  const custodyId = params.custodyId ?? '';
  const query = useQuery<CustodyRecord>(`custody/${custodyId}`);
  const lists = useLists();
  const held = query.data?.held;
  const crumbs = [
    { label: t(messages.place), href: '/penjagaan' },
    ...(held ? [{ label: wordsOf(personView(held.person)), href: `/penjagaan/${custodyId}` }] : []),
  ];
  return (
    <Page title={t(messages.handOverTitle)} lead={t(messages.handOverLead)} crumbs={crumbs}>
      <Loaded query={{ ...lists, set: () => {} }} what={t(messages.custodyWhat)}>
        {(words) => (
          <Loaded query={query} what={t(messages.custodyWhat)}>
            {(record) =>
              record.over ? (
                <Notice>{t(messages.over)}</Notice>
              ) : (
                <HandOver record={record} words={words} query={query} />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

type Props = { record: CustodyRecord; words: Lists; query: Query<CustodyRecord> };
type Part = { form: HandOverForm; record: CustodyRecord; words: Lists };

function HandOver({ record, words, query }: Props) {
  const { form, conflict } = useHandOver(record, words);
  const [asking, setAsking] = useState(false);
  const { held } = record;
  const { staff } = useSession();
  const gated = isGated(form.values, { record, words });
  const blocked = gated && !record.fears?.askedAlone && staff.role !== 'supervisor';
  const part = { form, record, words };
  if (conflict) return <ConflictNotice />;
  return (
    <>
      <Form form={form}>
        <Card>
          <Row apart>
            <HeldTag held={held} />
            {held.hold ? <DueClock limit={{ due: held.hold.limitAt, since: held.firstContactAt }} /> : null}
          </Row>
          {urgencyText(held, words) ? (
            <Notice tone="negative" title={t(messages.goesAtOnce)}>
              {urgencyText(held, words)}
            </Notice>
          ) : null}
        </Card>
        <ToWhom {...part} />
        {gated ? <Gate {...part} onAsk={() => setAsking(true)} /> : null}
        <HowItWas {...part} />
        {held.hold?.reasonDue ? <HeldTooLong {...part} /> : null}
        <Kept {...part} />
        <Signatures {...part} />
        <StickyActions>
          <SubmitButton form={form} icon="swap" big blocked={blocked && t(messages.fearsMissing)}>
            {t(messages.handOverDo)}
          </SubmitButton>
        </StickyActions>
      </Form>
      {/* Beside the form, not in it: the question is a form of its own. */}
      <Dialog open={asking} onClose={() => setAsking(false)} title={t(messages.fearsTitle)}>
        <FearsForm
          custodyId={held.custodyId}
          words={words}
          onDone={() => {
            setAsking(false);
            query.reload();
          }}
        />
      </Dialog>
    </>
  );
}

function Gate({ form, record, onAsk }: Part & { onAsk: () => void }) {
  const { staff } = useSession();
  const { fears } = record;
  return (
    <Card title={t(messages.fearsTitle)}>
      {fears?.askedAlone ? (
        <p>
          {t(messages.fearsAsked, { when: dateTime(fears.askedAt) })}{' '}
          {fears.fearsSomeone ? t(messages.fearsHasSomeone) : null}
        </p>
      ) : (
        <Notice tone="warning">
          <p>{t(messages.fearsMissing)}</p>
          <div>
            <Button onClick={onAsk}>{t(messages.askNow)}</Button>
          </div>
        </Notice>
      )}
      {staff.role === 'supervisor' ? (
        <TextField
          field={form.field('supervisorReason')}
          label={t(messages.supervisorReason)}
          hint={t(messages.supervisorHint)}
          lines={2}
          maxLength={500}
          optional
        />
      ) : null}
    </Card>
  );
}

function HowItWas({ form, record, words }: Part) {
  return (
    <Card title={t(messages.condition)}>
      <PickTiles
        field={form.field('condition')}
        label={t(messages.condition)}
        options={words.options('condition')}
      />
      <DateTimeField field={form.field('at')} label={t(messages.when)} min={record.held.startedAt} />
      <Select
        field={form.field('basis')}
        label={t(messages.basis)}
        options={words.options('handover_basis')}
      />
    </Card>
  );
}

function HeldTooLong({ form, record, words }: Part) {
  const { hold } = record.held;
  if (!hold) return null;
  return (
    <Card title={t(messages.hold)}>
      <p>{t(messages.holdLead, { when: dateTime(hold.reasonFrom) })}</p>
      <Select
        field={form.field('holdReason')}
        label={t(messages.holdReason)}
        options={words.options('hold_reason')}
      />
      <TextField
        field={form.field('holdNote')}
        label={t(messages.note)}
        hint={t(messages.noteHint)}
        maxLength={300}
        optional={!needsMoreWords(words.code('hold_reason', form.values.holdReason)?.extra, '')}
      />
    </Card>
  );
}

function Kept({ form, record }: Part) {
  const open = record.belongings.filter((it) => !it.returnedAt);
  return (
    <Card title={t(messages.keptTitle)}>
      <p className="meta">{t(messages.keptLead)}</p>
      {open.length > 0 ? (
        <PickMany
          field={form.field('returned')}
          label={t(messages.returnNow)}
          options={open.map((it) => ({
            value: it.belongingId,
            label: it.what,
            hint: it.returnDue ? t(messages.backBy, { when: shortDate(it.returnDue) }) : undefined,
          }))}
          optional
        />
      ) : null}
      <BelongingsField field={form.field('belongings')} problem={form.problem} />
    </Card>
  );
}

function Signatures({ form, record, words }: Part) {
  const other = receiverOf(asksOf(form.values, { record, words }));
  const giver = form.field('giverSignature');
  const receiver = form.field('receiverSignature');
  return (
    <Card title={t(messages.signatures)}>
      <p className="meta">{t(messages.signaturesLead)}</p>
      <Split shape="even">
        <SignaturePad
          label={t(messages.signGiver)}
          value={giver.value}
          onChange={giver.set}
          error={giver.error}
        />
        {other !== 'nobody' ? (
          <SignaturePad
            key={other}
            label={t(messages.signReceiver)}
            value={receiver.value}
            onChange={receiver.set}
            error={receiver.error}
          />
        ) : null}
      </Split>
    </Card>
  );
}
