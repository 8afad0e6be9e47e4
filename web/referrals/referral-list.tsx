import { useState } from 'react';
import { messages } from '#referrals/messages.ts';
import { countedClosed } from '#referrals/rules.ts';
import type { QueueCounts, QueueView, ReferralItem } from '#referrals/schema.ts';
import { day, shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import { type Listed, type Query, useListed } from '#web/platform/use-query.ts';
import { ReferralClock, ReferralPerson } from '#web/referrals/words.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Row } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { Segment } from '#web/ui/tabs.tsx';
import '#web/referrals/referrals.css';

/** In my agency's queue, or sent by my unit. */
export type Side = 'queue' | 'sent';
type Counted = Listed<ReferralItem> & { counts: QueueCounts };

/** One side's referrals in one view, and how many there are in each. */
export function useReferralList(side: Side | null, first: QueueView = 'waiting') {
  const [show, setShow] = useState<QueueView>(first);
  const list = useListed<ReferralItem>(side === null ? null : `referrals/${side}`, { show });
  const counts = countsOf(list.data);
  return { ...list, show, setShow, counts };
}

export type ReferralListState = ReturnType<typeof useReferralList>;

function countsOf(data: Listed<ReferralItem> | undefined): QueueCounts | undefined {
  const counted: Partial<Counted> | undefined = data;
  return counted?.counts;
}

function closedCount(counts: QueueCounts | undefined): number | undefined {
  return counts && counts.closed < countedClosed ? counts.closed : undefined;
}

/** Waiting, paused, closed, each with its number. */
export function ViewSegment({ list }: { list: ReferralListState }) {
  return (
    <Segment
      label={t(messages.show)}
      value={list.show}
      onChange={list.setShow}
      options={[
        { value: 'waiting', label: t(messages.viewWaiting), count: list.counts?.waiting },
        { value: 'paused', label: t(messages.viewPaused), count: list.counts?.paused },
        { value: 'closed', label: t(messages.viewClosed), count: closedCount(list.counts) },
      ]}
    />
  );
}

/** The referrals of a view as a card of lines, the one due first on top. */
export function ReferralCards(props: { list: ReferralListState; side: Side; current?: string | undefined }) {
  const { list, side } = props;
  const lists = useLists();
  const query: Query<Lists> = { ...lists, data: lists.data, reload: lists.reload, set: () => {} };
  return (
    <Loaded query={query} what={t(messages.list)}>
      {(words) => (
        <Loaded query={list} what={t(messages.list)}>
          {({ items }) =>
            items.length === 0 ? (
              <NothingHere side={side} show={list.show} />
            ) : (
              <>
                <ul className="card" aria-label={t(messages.place)}>
                  {items.map((referral) => (
                    <li key={referral.referralId}>
                      <ReferralLine
                        referral={referral}
                        side={side}
                        lists={words}
                        current={referral.referralId === props.current}
                      />
                    </li>
                  ))}
                </ul>
                <Pager {...list} />
              </>
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

const emptyTitles = {
  waiting: messages.emptyWaiting,
  paused: messages.emptyPaused,
  closed: messages.emptyClosed,
} as const;
const emptyMore = {
  waiting: messages.emptyWaitingMore,
  paused: messages.emptyPausedMore,
  closed: messages.emptyClosedMore,
} as const;

function NothingHere({ side, show }: { side: Side; show: QueueView }) {
  const more = side === 'sent' && show === 'waiting' ? messages.emptySentMore : emptyMore[show];
  return (
    <EmptyState level={2} title={t(emptyTitles[show])}>
      {t(more)}
    </EmptyState>
  );
}

function ReferralLine(props: { referral: ReferralItem; side: Side; lists: Lists; current: boolean }) {
  const { referral, side, lists } = props;
  const agencies = useAgencies();
  const other =
    side === 'queue'
      ? t(messages.from, { agency: agencies.nameOf(referral.fromAgency) })
      : t(messages.to, { agency: agencies.nameOf(referral.toAgency) });
  return (
    <Link href={`/rujukan/${referral.referralId}`} className="refitem" current={props.current}>
      <Row apart>
        <ReferralClock referral={referral} />
        <span className="meta">{shortDate(referral.sentAt)}</span>
      </Row>
      <b>{lists.label('duty', referral.dutyCode)}</b>
      <ReferralPerson referral={referral} more={progressOf(referral, lists)} />
      <span className="meta">
        {referral.number} · {other}
      </span>
    </Link>
  );
}

function progressOf(referral: ReferralItem, lists: Lists): string | undefined {
  if (referral.closedAt) return undefined;
  if (referral.pausedSince)
    return t(messages.pausedFor, {
      reason: lists.label('referral_pause_reason', referral.pauseReason),
      when: shortDate(referral.pausedSince),
    });
  if (referral.state === 'sent') return t(messages.notAccepted);
  if (!referral.answeredBy || !referral.answeredAt) return t(messages.stateAccepted);
  return t(messages.acceptedBy, { name: referral.answeredBy, when: day(referral.answeredAt) });
}
