import { messages } from '#custody/messages.ts';
import type { HeldPerson } from '#custody/schema/reads.ts';
import { CustodianOf } from '#web/custody/custodian-of.tsx';
import { fewSteps, urgencyText } from '#web/custody/words.tsx';
import { dateTime, duration } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { DueClock, useNow } from '#web/ui/clock.tsx';
import { Bar } from '#web/ui/figures.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { Tag } from '#web/ui/tag.tsx';

/** Whether somebody is held past the limit. */
export function isOver(held: HeldPerson, now: number): boolean {
  return held.hold !== null && now > new Date(held.hold.limitAt).getTime();
}

/** Since when somebody is here, with whom, and whether the chain is whole. */
export function Since({ held, words }: { held: HeldPerson; words: Lists }) {
  return (
    <Stack gap="tight">
      <b>{dateTime(held.startedAt)}</b>
      <CustodianOf
        kindCode={held.custodianKind}
        label={[words.label('custodian_kind', held.custodianKind), held.facility].filter(Boolean).join(', ')}
      />
      <span className="meta">
        {held.firstContactAt === held.startedAt ? null : (
          <>{t(messages.firstMet, { when: dateTime(held.firstContactAt) })} · </>
        )}
        {t(messages.basisIs, { basis: words.label('handover_basis', held.basis) })}
      </span>
      <Row>
        {held.gaps > 0 ? <Tag tone="negative">{t(messages.gapTag, { count: held.gaps })}</Tag> : null}
        {held.disputed ? <Tag tone="warning">{t(messages.disputedTag)}</Tag> : null}
      </Row>
    </Stack>
  );
}

/** The time since first contact against the limit, and why a child goes at once. */
export function AgainstLimit({ held, hours, words }: { held: HeldPerson; hours: number; words: Lists }) {
  const now = useNow();
  if (!held.hold)
    return (
      <Stack gap="tight">
        <b className="num">{duration(now - new Date(held.startedAt).getTime())}</b>
        <span className="meta">{t(messages.noClockHere)}</span>
      </Stack>
    );
  const first = new Date(held.firstContactAt).getTime();
  const limit = hours * 3_600_000;
  // The upright line of the limit stands at eight ninths, so that what is past it still shows.
  const target = 8 / 9;
  const tone = now > first + limit ? 'over' : now > first + limit * 0.75 ? 'soon' : 'plain';
  const urgent = urgencyText(held, words);
  return (
    <Stack gap="tight">
      <b className="num">{duration(now - first)}</b>
      <Bar share={Math.min(0.97, ((now - first) / limit) * target)} target={target} tone={tone} />
      <DueClock limit={{ due: held.hold.limitAt, since: held.firstContactAt }} />
      {urgent ? (
        <Tag tone="negative" icon="alert">
          {t(messages.atOnce)}
        </Tag>
      ) : null}
      {urgent ? <span className="meta">{urgent}</span> : null}
    </Stack>
  );
}

/** What has to be done before somebody leaves. */
export function Before({ held, words }: { held: HeldPerson; words: Lists }) {
  const all = held.stepsDone.length + held.stepsMissing.length;
  return (
    <Stack gap="tight">
      <Row>
        <b>{t(messages.stepsOf, { done: held.stepsDone.length, all })}</b>
        <span className="stepdots" aria-hidden="true">
          {[...held.stepsDone, ...held.stepsMissing].map((kind, index) => (
            <i key={kind} className={index < held.stepsDone.length ? 'on' : undefined} />
          ))}
        </span>
      </Row>
      <span className="meta">
        {held.stepsMissing.length > 0
          ? t(messages.notYet, { steps: fewSteps(held.stepsMissing, words) })
          : t(messages.allDone)}
      </span>
      {held.hold?.reasonDue ? <span className="meta">{t(messages.reasonWanted)}</span> : null}
    </Stack>
  );
}

/** What comes next, and by when. */
export function NextStep({ held, words }: { held: HeldPerson; words: Lists }) {
  const now = useNow();
  if (!held.hold) return <LinkButton href={`/penjagaan/${held.custodyId}`}>{t(messages.goOn)}</LinkButton>;
  const handOver = held.next?.what === 'HAND_OVER' || isOver(held, now);
  const what =
    held.next && held.next.what !== 'HAND_OVER'
      ? words.label('custody_step', held.next.what)
      : t(messages.nextHandOver);
  return (
    <Stack gap="tight">
      {handOver && held.mayHandOver ? (
        <LinkButton kind="primary" href={`/penjagaan/${held.custodyId}/serahkan`}>
          {t(messages.handOver)}
        </LinkButton>
      ) : (
        <LinkButton href={`/penjagaan/${held.custodyId}`}>{t(messages.goOn)}</LinkButton>
      )}
      <span className="meta">{t(messages.nextIs, { what })}</span>
      {held.next ? <DueClock limit={{ due: held.next.dueAt, since: held.firstContactAt }} /> : null}
    </Stack>
  );
}
