import { messages } from '#today/messages/today.ts';
import type { Figures } from '#today/schema/today.ts';
import { integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useCanOpen } from '#web/platform/router.tsx';
import { useSession } from '#web/platform/session.tsx';
import type { Words } from '#web/today/item-words.ts';
import { LogCards } from '#web/today/log-cards.tsx';
import { OfficeCards } from '#web/today/office-cards.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/layout.tsx';

type Figure = readonly [value: number, label: string, loud?: boolean];

/** A few figures side by side, each a number over its word. */
export function FigureRow({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="today__figures">
      {figures.map(([value, label, loud]) => (
        <div key={label} className={loud && value > 0 ? 'is-loud' : undefined}>
          <dt>{label}</dt>
          <dd>{integer(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What stands beside the list, by role. */
export function FiguresAside({ figures, words }: { figures: Figures; words: Words }) {
  return (
    <>
      {figures.cases ? <CaseCard cases={figures.cases} /> : null}
      {figures.held ? <HeldCard held={figures.held} /> : null}
      {figures.breaches ? <BreachCard breaches={figures.breaches} /> : null}
      {figures.office ? <OfficeCards office={figures.office} /> : null}
      {figures.log ? <LogCards log={figures.log} words={words} /> : null}
    </>
  );
}

function CaseCard({ cases }: { cases: NonNullable<Figures['cases']> }) {
  const unit = useSession().staff.role === 'supervisor';
  return (
    <Card title={t(unit ? messages.unitCases : messages.myCases)}>
      <FigureRow
        figures={[
          [cases.open, t(messages.casesOpen)],
          [cases.highRisk, t(messages.casesHigh)],
          [cases.aftercare, t(messages.casesAftercare)],
        ]}
      />
      {cases.aftercareLate > 0 ? (
        <p className="meta">{t(messages.casesAftercareLate, { count: integer(cases.aftercareLate) })}</p>
      ) : null}
    </Card>
  );
}

function HeldCard({ held }: { held: NonNullable<Figures['held']> }) {
  return (
    <Card title={t(messages.held)}>
      <FigureRow
        figures={[
          [held.children, t(messages.heldChildren)],
          [held.adults, t(messages.heldAdults)],
          [held.overLimit, t(messages.heldOver), true],
        ]}
      />
    </Card>
  );
}

function BreachCard({ breaches }: { breaches: NonNullable<Figures['breaches']> }) {
  const canOpen = useCanOpen();
  return (
    <Card title={t(messages.referralsOfCity)}>
      <FigureRow
        figures={[
          [breaches.open, t(messages.refOpen)],
          [breaches.late, t(messages.refLate), true],
          [breaches.escalated, t(messages.refEscalated), true],
          [breaches.paused, t(messages.refPaused)],
        ]}
      />
      {canOpen('/rujukan/lewat-waktu') ? (
        <LinkButton href="/rujukan/lewat-waktu" block>
          {t(messages.seeBreaches)}
        </LinkButton>
      ) : null}
      {canOpen('/papan') ? (
        <LinkButton href="/papan" block>
          {t(messages.seeBoard)}
        </LinkButton>
      ) : null}
    </Card>
  );
}
