import '#web/ui/styles/match.css';
import { useEffect, useState } from 'react';
import { messages } from '#persons/messages.ts';
import type { MatchHint, MetBeforeAnswer, Person, MetBefore as Typed } from '#persons/schema.ts';
import { CallSocialService } from '#web/agencies/duty-phone.tsx';
import { Evidence, Strength } from '#web/persons/match-evidence.tsx';
import { PersonOf } from '#web/persons/person-of.tsx';
import { asProblem, look, type Problem } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Skeleton } from '#web/ui/loading.tsx';
import { Notice, ProblemNotice } from '#web/ui/notice.tsx';

/** What the officer chose; `person` only where the viewer may know who it is. */
export type MatchChoice = {
  lookId: number;
  choice: 'same' | 'new' | 'unsure';
  place?: number;
  person?: Person;
};

/**
 * Looks once for people like the one typed, and takes one of three answers, each as easy as the others. To a viewer
 * without standing it shows that someone is known, how strongly, and which typed fields agree; no more.
 */
export function MetBefore(props: {
  typed: Typed;
  onChoice: (choice: MatchChoice) => void;
  /** Back to the fields that tell more, when too few were filled in to compare. */
  onAsk: () => void;
}) {
  const { typed, onChoice } = props;
  const [answer, setAnswer] = useState<MetBeforeAnswer>();
  const [problem, setProblem] = useState<Problem>();
  const [tries, setTries] = useState(0);
  const question = JSON.stringify(typed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: tries asks the same once more
  useEffect(() => {
    const stop = new AbortController();
    setAnswer(undefined);
    setProblem(undefined);
    look<MetBeforeAnswer>('persons/met-before', JSON.parse(question), stop.signal).then(
      setAnswer,
      (error: unknown) => {
        if (!stop.signal.aborted) setProblem(asProblem(error));
      },
    );
    return () => stop.abort();
  }, [question, tries]);

  if (problem) return <ProblemNotice problem={problem} onRetry={() => setTries((n) => n + 1)} />;
  if (!answer) return <Skeleton label={t(messages.looking)} />;
  const { lookId, hints } = answer;
  const choose = (choice: MatchChoice['choice'], hint?: MatchHint) =>
    onChoice({
      lookId,
      choice,
      ...(hint ? { place: hint.place } : {}),
      ...(hint?.kind === 'person' ? { person: hint.person } : {}),
    });
  return (
    <div className="stack">
      {answer.decidable ? null : <Notice>{t(messages.notDecidable)}</Notice>}
      {answer.decidable && hints.length === 0 ? <Notice>{t(messages.nobody)}</Notice> : null}
      {hints.map((hint) =>
        hint.kind === 'person' ? <KnownHint key={hint.place} hint={hint} choose={choose} /> : null,
      )}
      <SomeoneHints hints={hints} duty={answer.duty} choose={choose} />
      <div className="row">
        {hints.length > 0 ? <Button onClick={() => choose('unsure')}>{t(messages.unsure)}</Button> : null}
        {answer.decidable ? null : (
          <Button kind="primary" icon="back" onClick={props.onAsk}>
            {t(messages.askMore)}
          </Button>
        )}
        <Button icon="plus" onClick={() => choose('new')}>
          {t(messages.newChild)}
        </Button>
      </div>
      {hints.length > 0 ? <p className="meta">{t(messages.allKeep)}</p> : null}
      <p className="meta">
        <Icon name="lock" /> {t(messages.lookRecorded, { left: answer.looksLeft })}
      </p>
    </div>
  );
}

type Choose = (choice: MatchChoice['choice'], hint?: MatchHint) => void;

function KnownHint({ hint, choose }: { hint: Extract<MatchHint, { kind: 'person' }>; choose: Choose }) {
  return (
    <article className={hint.highlight ? 'match match--likely' : 'match'}>
      <div className="match__head">
        <PersonOf person={hint.person} plain />
        <Strength hint={hint} />
      </div>
      <div className="match__body">
        <Evidence fields={hint.fields} />
        <div className="row">
          <Button
            icon="check"
            kind={hint.highlight ? 'primary' : 'plain'}
            onClick={() => choose('same', hint)}
          >
            {t(messages.sameChild)}
          </Button>
        </div>
      </div>
    </article>
  );
}

// One card for all that may not be known: how many there are would tell something too.
function SomeoneHints({
  hints,
  duty,
  choose,
}: {
  hints: readonly MatchHint[];
  duty: MetBeforeAnswer['duty'];
  choose: Choose;
}) {
  const [first] = hints.filter((hint) => hint.kind === 'someone');
  if (!first) return null;
  return (
    <article className={first.strength === 'weak' ? 'match' : 'match match--likely'}>
      <div className="match__head">
        <div className="person">
          <span className="person__sign is-restricted" aria-hidden="true">
            <Icon name="lock" />
          </span>
          <div>
            <h2 className="person__name">{t(messages.someone)}</h2>
            <div className="person__more">{t(messages.someoneMore)}</div>
          </div>
        </div>
        <Strength hint={first} />
      </div>
      <div className="match__body">
        <Evidence fields={first.fields} />
        <Notice tone="brand" icon="child" title={t(messages.dutyCareTitle)}>
          {t(duty === 'care' ? messages.dutyCare : messages.askDinsos)}
        </Notice>
        <CallSocialService />
        <div className="row">
          <Button onClick={() => choose('same', first)}>{t(messages.seemsSame)}</Button>
        </div>
      </div>
    </article>
  );
}
