import '#web/ui/styles/match.css';
import { useState } from 'react';
import { messages } from '#persons/messages/reviews.ts';
import { messages as matchMessages } from '#persons/messages.ts';
import type { MatchReview } from '#persons/schema.ts';
import { messages as places } from '#web/messages.ts';
import { Comparison } from '#web/persons/comparison.tsx';
import { PersonOf, personFacts, personView } from '#web/persons/person-of.tsx';
import { accepted } from '#web/platform/api.ts';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useListed } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { ReasonDialog } from '#web/ui/dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Section, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { wordsOf } from '#web/ui/person-tag.tsx';
import { useToast } from '#web/ui/toast.tsx';
import type { Sending } from '#web/ui/use-form.ts';

type Act = 'same' | 'different' | 'cannot_tell' | 'apart';
const actWords = {
  same: matchMessages.sameChild,
  different: messages.different,
  cannot_tell: messages.cannotTell,
  apart: messages.takeApart,
};

/** A supervisor's queue: are these two records one child? And what was joined lately, to be taken apart if need be. */
export function Screen() {
  const waiting = useListed<MatchReview>('match-reviews');
  const joined = useListed<MatchReview>('match-reviews/joined');
  const [asked, ask] = useState<{ act: Act; review: MatchReview }>();
  const toast = useToast();
  const decide = async (reason: string, sending: Sending) => {
    if (!asked) return;
    const { act, review } = asked;
    const { person, candidate } = review;
    if (act === 'apart')
      await accepted(
        'persons/unmerge',
        { personId: person.personId, from: candidate.personId, reason },
        sending,
      );
    else await accepted('persons/decide-review', { reviewId: review.reviewId, answer: act, reason }, sending);
    toast({ text: t(messages.done) });
    waiting.reload();
    joined.reload();
  };
  return (
    <Page title={t(places.reviews)} lead={t(messages.reviewsLead)}>
      <Stack gap="wide">
        <Loaded query={waiting} what={t(places.reviews)}>
          {() =>
            waiting.items.length === 0 ? (
              <EmptyState level={2} title={t(messages.noReviews)}>
                {t(messages.noReviewsMore)}
              </EmptyState>
            ) : (
              <Pairs items={waiting.items} acts={['same', 'different', 'cannot_tell']} ask={ask} />
            )
          }
        </Loaded>
        <Pager {...waiting} />
        {joined.items.length > 0 ? (
          <Section title={t(messages.joined)}>
            <Pairs items={joined.items} acts={['apart']} ask={ask} />
            <Pager {...joined} />
          </Section>
        ) : null}
      </Stack>
      <ReasonDialog
        about={asked && `${asked.act}-${asked.review.reviewId}`}
        onClose={() => ask(undefined)}
        title={asked ? t(messages.decideTitle, { answer: t(actWords[asked.act]) }) : ''}
        verb={asked ? t(actWords[asked.act]) : ''}
        onAct={decide}
      >
        <ul className="stack stack--tight">
          {[asked?.review.person, asked?.review.candidate].map((person, side) =>
            person ? (
              <li key={person.personId}>
                <span className="meta">{t(side === 0 ? messages.recordedNow : messages.knownAlready)}</span>{' '}
                <b>{wordsOf(personView(person))}</b>, {personFacts(person)}
              </li>
            ) : null,
          )}
        </ul>
        <p>{t(asked?.act === 'apart' ? messages.takeApartMore : messages.decideMore)}</p>
      </ReasonDialog>
    </Page>
  );
}

type PairsProps = {
  acts: readonly Act[];
  ask: (asked: { act: Act; review: MatchReview }) => void;
};

function Pairs({ items, ...rest }: PairsProps & { items: readonly MatchReview[] }) {
  return (
    <div className="stack">
      {items.map((review) => (
        <Pair key={review.reviewId} review={review} {...rest} />
      ))}
    </div>
  );
}

/** A question opens to its two records side by side, and is answered below them. */
function Pair({ review, acts, ask }: PairsProps & { review: MatchReview }) {
  const [open, setOpen] = useState(false);
  return (
    <article className="match">
      <div className="match__body">
        <div className="versions">
          <div className="version">
            <span className="meta">{t(messages.recordedNow)}</span>
            <PersonOf person={review.person} />
          </div>
          <div className="version">
            <span className="meta">{t(messages.knownAlready)}</span>
            <PersonOf person={review.candidate} />
          </div>
        </div>
        <p className="meta">{t(messages.asked, { name: review.askedBy, time: dateTime(review.askedAt) })}</p>
        {open ? (
          <>
            <Comparison reviewId={review.reviewId} />
            <div className="row">
              {acts.map((act) => (
                <Button key={act} onClick={() => ask({ act, review })}>
                  {t(actWords[act])}
                </Button>
              ))}
            </div>
            <p className="meta">
              <Icon name="eye" /> {t(messages.comparedRecorded)}
            </p>
          </>
        ) : (
          <div className="row">
            <Button icon="near" onClick={() => setOpen(true)}>
              {t(messages.compare)}
            </Button>
          </div>
        )}
      </div>
    </article>
  );
}
