import { messages } from '#cases/messages.ts';
import type { Factor } from '#cases/schema/acts.ts';
import type { Assessment, CasePage } from '#cases/schema/reads.ts';
import { date, shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Card, Facts, Stack } from '#web/ui/layout.tsx';
import { More } from '#web/ui/lists.tsx';
import { Tag } from '#web/ui/tag.tsx';

type Props = { page: CasePage; lists: Lists };

/** The factors of the latest assessment, each with who said so. */
export function FactorsCard({ page, lists }: Props) {
  const latest = page.assessments?.[0];
  if (!latest) return null;
  return (
    <Card
      title={t(messages.factors)}
      actions={<span className="meta">{t(messages.assessmentOf, { day: shortDate(latest.madeAt) })}</span>}
    >
      <FactorList assessment={latest} lists={lists} />
    </Card>
  );
}

function FactorList({ assessment, lists }: { assessment: Assessment; lists: Lists }) {
  return (
    <ul className="factors">
      {assessment.factors.map((factor) => (
        <li key={factor.code}>
          <Tag>{t(factor.side === 'internal' ? messages.factorIn : messages.factorOut)}</Tag>
          <span>
            <b>{lists.label('factor', factor.code)}</b>, {saidBy(factor, lists)}
            {factor.evidence ? <>: {factor.evidence}</> : null}
          </span>
        </li>
      ))}
      {assessment.strengths ? (
        <li>
          <Tag tone="positive">{t(messages.strength)}</Tag>
          <span className="said">{assessment.strengths}</span>
        </li>
      ) : null}
    </ul>
  );
}

function saidBy(factor: Factor, lists: Lists): string {
  return t(messages.saidBy, { who: lists.label('said_by', factor.saidBy).toLocaleLowerCase('id') });
}

/** Every assessment of a case, the latest open. */
export function AssessmentTab({ page, lists }: Props) {
  const found = page.assessments ?? [];
  const works = page.abilities.includes('work') && page.state === 'open';
  const write = works ? (
    <LinkButton href={`/kasus/${page.caseId}/asesmen`} icon="pen" kind={found.length ? 'plain' : 'primary'}>
      {t(found.length > 0 ? messages.assessAgain : messages.assess)}
    </LinkButton>
  ) : null;
  if (found.length === 0)
    return (
      <Card title={t(messages.tabAssessment)}>
        <EmptyState title={t(messages.assessEmpty)} action={write}>
          {page.assessBy ? t(messages.assessEmptyMore, { day: date(page.assessBy) }) : null}
        </EmptyState>
      </Card>
    );
  return (
    <Stack>
      {write ? <div className="row">{write}</div> : null}
      {found.map((assessment, index) => (
        <Card
          key={assessment.assessmentId}
          title={t(messages.assessmentOf, { day: date(assessment.madeAt) })}
        >
          <p className="meta">{t(messages.byWhom, { name: assessment.madeBy ?? t(messages.someone) })}</p>
          {index === 0 ? (
            <Whole assessment={assessment} lists={lists} />
          ) : (
            <More summary={t(messages.tabAssessment)}>
              <Whole assessment={assessment} lists={lists} />
            </More>
          )}
        </Card>
      ))}
    </Stack>
  );
}

function Whole({ assessment, lists }: { assessment: Assessment; lists: Lists }) {
  const texts = [
    [t(messages.problems), assessment.problems],
    [t(messages.childWishes), assessment.childWishes],
    [t(messages.conclusion), assessment.conclusion],
  ] as const;
  return (
    <Stack>
      <FactorList assessment={assessment} lists={lists} />
      <Facts
        facts={texts
          .filter(([, text]) => text)
          .map(
            ([label, text]) =>
              [
                label,
                <span key={label} className="said">
                  {text}
                </span>,
              ] as const,
          )}
      />
    </Stack>
  );
}
