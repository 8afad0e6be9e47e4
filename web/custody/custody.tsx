import { useState } from 'react';
import { messages } from '#custody/messages.ts';
import type { CustodyRecord } from '#custody/schema/reads.ts';
import { ContestedAge } from '#web/custody/age-card.tsx';
import { Belongings } from '#web/custody/belongings-card.tsx';
import { Chain } from '#web/custody/chain-card.tsx';
import { Handovers } from '#web/custody/handovers-card.tsx';
import { HoldForm } from '#web/custody/step-forms.tsx';
import { Steps } from '#web/custody/steps-card.tsx';
import { CustodianLine, HeldTag, limitText, urgencyText } from '#web/custody/words.tsx';
import { personView } from '#web/persons/person-of.tsx';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useLists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { type Query, useQuery } from '#web/platform/use-query.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { DueClock } from '#web/ui/clock.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Aside, Card, Row, Split, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';
import { wordsOf } from '#web/ui/person-tag.tsx';
import { useToast } from '#web/ui/toast.tsx';
import '#web/custody/custody.css';

/** One person in custody: what has to be done, by when, and who answered when. */
export function Screen({ params }: ScreenProps) {
  const query = useQuery<CustodyRecord>(`custody/${params.custodyId ?? ''}`);
  const lists = useLists();
  const held = query.data?.held;
  return (
    <Page
      title={held ? wordsOf(personView(held.person)) : t(messages.place)}
      crumbs={[{ label: t(messages.place), href: '/penjagaan' }]}
      head={held ? <HeldTag held={held} big /> : undefined}
      actions={held && query.data && !query.data.over ? <Acts record={query.data} /> : null}
    >
      <Loaded query={{ ...lists, set: () => {} }} what={t(messages.custodyWhat)}>
        {(words) => (
          <Loaded query={query} what={t(messages.custodyWhat)}>
            {(record) => <OneCustody record={record} words={words} query={query} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Acts({ record }: { record: CustodyRecord }) {
  const { held } = record;
  return (
    <>
      <LinkButton icon="child" href={`/anak/${held.person.personId}`}>
        {t(messages.toChild)}
      </LinkButton>
      {held.mayHandOver ? (
        <LinkButton kind="primary" icon="swap" href={`/penjagaan/${held.custodyId}/serahkan`}>
          {t(messages.handOver)}
        </LinkButton>
      ) : null}
    </>
  );
}

type Props = { record: CustodyRecord; words: Lists; query: Query<CustodyRecord> };

function OneCustody(props: Props) {
  const { record, words } = props;
  const { held } = record;
  const urgent = urgencyText(held, words);
  return (
    <Stack gap="wide">
      {record.over ? <Notice>{t(messages.over)}</Notice> : null}
      {urgent && !record.over ? (
        <Notice tone="negative" title={t(messages.goesAtOnce)}>
          {urgent}
        </Notice>
      ) : null}
      {held.disputed ? (
        <Notice tone="warning">
          <Row apart>
            <span>{t(messages.disputedTag)}</span>
            <LinkButton href="/penjagaan/dua-pernyataan">{t(messages.decideNow)}</LinkButton>
          </Row>
        </Notice>
      ) : null}
      <Row>
        <CustodianLine link={held} words={words} />
        {held.hold && !record.over ? (
          <DueClock limit={{ due: held.hold.limitAt, since: held.firstContactAt }} />
        ) : null}
        {held.hold ? <span className="meta">{limitText(record.limit)}</span> : null}
      </Row>
      <Split>
        <Stack gap="wide">
          {held.ageClass === 'ADULT' ? null : <Steps {...props} />}
          <Handovers handovers={record.handovers} words={words} />
        </Stack>
        <Aside label={t(messages.chain)}>
          <ContestedAge record={record} words={words} onDone={props.query.reload} />
          {held.hold && !record.over ? <Hold {...props} /> : null}
          <Chain {...props} />
          <Belongings {...props} />
          <LinkButton icon="voice" href={`/penjagaan/pengaduan/${held.person.personId}`}>
            {t(messages.complain)}
          </LinkButton>
        </Aside>
      </Split>
    </Stack>
  );
}

function Hold({ record, words, query }: Props) {
  const [asking, setAsking] = useState(false);
  const toast = useToast();
  const { hold, custodyId } = record.held;
  if (!hold || (!hold.reasonDue && !hold.coveredUntil)) return null;
  const last = record.steps.filter((it) => it.kind === 'HELD_LONGER').at(-1);
  return (
    <Card title={t(messages.hold)}>
      <p>{t(messages.holdLead, { when: dateTime(hold.reasonFrom) })}</p>
      {last && hold.coveredUntil ? (
        <p>
          <b>{words.label('hold_reason', last.result)}</b>{' '}
          <span className="meta">{t(messages.holdCovered, { when: dateTime(hold.coveredUntil) })}</span>
        </p>
      ) : null}
      <Button onClick={() => setAsking(true)}>{t(messages.holdGive)}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t(messages.hold)}>
        <HoldForm
          custodyId={custodyId}
          words={words}
          onDone={() => {
            setAsking(false);
            toast({ text: t(messages.holdDone), icon: 'check' });
            query.reload();
          }}
        />
      </Dialog>
    </Card>
  );
}
