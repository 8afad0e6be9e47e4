import { messages } from '#cases/messages.ts';
import type { CaseLine } from '#cases/schema/reads.ts';
import { t } from '#web/platform/i18n.ts';
import { DayClock } from '#web/ui/clock.tsx';
import type { Tone } from '#web/ui/notice.tsx';
import { Tag } from '#web/ui/tag.tsx';

const riskTones = { LOW: 'neutral', MEDIUM: 'warning', HIGH: 'negative' } satisfies Record<string, Tone>;
const riskWords = { LOW: messages.risk_LOW, MEDIUM: messages.risk_MEDIUM, HIGH: messages.risk_HIGH };
const dueWords = {
  assessment: messages.due_assessment,
  reassessment: messages.due_reassessment,
  plan: messages.due_plan,
  aftercare: messages.due_aftercare,
};

/** The words of a risk level. */
export function riskName(level: 'LOW' | 'MEDIUM' | 'HIGH'): string {
  return t(riskWords[level]);
}

/** How high the risk is; a high one has a sign beside its colour. */
export function RiskTag({ level }: { level: 'LOW' | 'MEDIUM' | 'HIGH' }) {
  return (
    <Tag tone={riskTones[level]} icon={level === 'HIGH' ? 'alert' : undefined}>
      {riskName(level)}
    </Tag>
  );
}

/** What is due first in a case, on its clock. */
export function CaseDue({ due }: { due: CaseLine['due'] }) {
  if (!due) return <span className="meta">{t(messages.noDue)}</span>;
  return (
    <span className="casedue">
      <DayClock day={due.on} />
      <span className="meta">{t(dueWords[due.kind])}</span>
    </span>
  );
}
