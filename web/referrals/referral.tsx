import { messages } from '#referrals/messages.ts';
import type { QueueView, ReferralItem, ReferralRecord } from '#referrals/schema.ts';
import { workingDays } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { type Query, useQuery } from '#web/platform/use-query.ts';
import { ReferralActs } from '#web/referrals/acts.tsx';
import { Disclosed } from '#web/referrals/disclosed.tsx';
import { Journey } from '#web/referrals/journey.tsx';
import { ReferralCards, useReferralList, ViewSegment } from '#web/referrals/referral-list.tsx';
import { useRoomy } from '#web/referrals/roomy.ts';
import { ReferralClock } from '#web/referrals/words.tsx';
import { Card, Facts, Row, Split, Stack } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';

/** One referral: its clock, what it asks, what it shows and until when, what can be done, and its course. */
export function Screen({ params }: ScreenProps) {
  const query = useQuery<ReferralRecord>(`referrals/${params.referralId}`);
  const lists = useLists();
  const { data } = query;
  const title = data && lists.data ? lists.data.label('duty', data.referral.dutyCode) : t(messages.place);
  return (
    <Page title={title} crumbs={[{ label: t(messages.place), href: '/rujukan' }]}>
      <Loaded query={lists} what={t(messages.one)}>
        {(words) => (
          <Loaded query={query} what={t(messages.one)}>
            {(record) => <WithList record={record} words={words} query={query} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

type Shown = { record: ReferralRecord; words: Lists; query: Query<ReferralRecord> };

/** On a desk the list stays beside the referral; on a phone it is one step back, and is not even read. */
function WithList(shown: Shown) {
  const { referral } = shown.record;
  const roomy = useRoomy();
  const side =
    referral.standing === 'coordinator' ? null : referral.standing === 'caseTeam' ? 'sent' : 'queue';
  const list = useReferralList(roomy ? side : null, viewOf(referral));
  if (!roomy || side === null) return <OneReferral {...shown} />;
  // The list beside it shows the name too: what an act takes away has to go from both.
  const reload = () => {
    shown.query.reload();
    list.reload();
  };
  return (
    <Split shape="list">
      <Stack>
        <ViewSegment list={list} />
        <ReferralCards list={list} side={side} current={referral.referralId} />
      </Stack>
      <OneReferral {...shown} query={{ ...shown.query, reload }} />
    </Split>
  );
}

function viewOf(referral: ReferralItem): QueueView {
  if (referral.closedAt) return 'closed';
  return referral.pausedSince ? 'paused' : 'waiting';
}

function OneReferral({ record, words, query }: Shown) {
  const { referral } = record;
  const agencies = useAgencies();
  const ours = referral.standing === 'receiver' || referral.standing === 'formerReceiver';
  const other = ours
    ? t(messages.from, { agency: agencies.nameOf(referral.fromAgency) })
    : t(messages.to, { agency: agencies.nameOf(referral.toAgency) });
  return (
    <Stack gap="wide">
      <Card>
        <Row apart>
          <Row>
            <ReferralClock referral={referral} long />
          </Row>
          <span className="meta">
            {referral.number} · {other}
          </span>
        </Row>
        <Warnings record={record} words={words} />
        {record.question ? <p className="referral__question">{record.question}</p> : null}
        {referral.standing === 'formerReceiver' ? <Notice>{t(messages.gone)}</Notice> : null}
        <Disclosed record={record} words={words} />
        <CaseFacts record={record} />
        <ReferralActs record={record} words={words} query={query} />
      </Card>
      <Card title={t(messages.journey)}>
        <Journey record={record} words={words} />
      </Card>
    </Stack>
  );
}

function Warnings({ record, words }: { record: ReferralRecord; words: Lists }) {
  const { referral } = record;
  const late = referral.minutesLeft !== null && referral.minutesLeft < 0;
  const days = words.number('referralEscalateAfterWorkingDays');
  return (
    <>
      {late && referral.standing === 'receiver' ? (
        <Notice tone="warning">
          {t(referral.state === 'accepted' ? messages.breachAccepted : messages.breach)}
        </Notice>
      ) : null}
      {referral.escalated && days !== undefined ? (
        <Notice tone="negative">{t(messages.escalatedNote, { days: workingDays(days) })}</Notice>
      ) : null}
    </>
  );
}

function CaseFacts({ record }: { record: ReferralRecord }) {
  if (!record.caseId) return null;
  return (
    <Stack gap="tight">
      {record.planLine ? <Facts facts={[[t(messages.planLine), record.planLine.goal]]} /> : null}
      <p>
        <Link href={`/kasus/${record.caseId}`}>{t(messages.openCase)}</Link>
      </p>
    </Stack>
  );
}
