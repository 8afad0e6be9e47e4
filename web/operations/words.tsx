import { messages } from '#operations/messages.ts';
import type { LegalBasis, OperationState, OperationSummary } from '#operations/schema.ts';
import { shortDate, span } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import type { IconName } from '#web/ui/icons.tsx';
import type { Tone } from '#web/ui/notice.tsx';
import { Tag } from '#web/ui/tag.tsx';

const looks = {
  planned: { tone: 'brand', icon: 'calendar' },
  under_way: { tone: 'positive', icon: 'operation' },
  closed: { tone: 'neutral', icon: 'check' },
  cancelled: { tone: 'neutral', icon: 'x' },
  reported: { tone: 'neutral', icon: 'doc' },
} satisfies Record<OperationState, { tone: Tone; icon: IconName }>;

/** The state of an operation as a word with a sign. */
export function StateTag({ state }: { state: OperationState }) {
  return (
    <Tag tone={looks[state].tone} icon={looks[state].icon}>
      {t(messages[state])}
    </Tag>
  );
}

/** What an operation is called: its own title, or its kind and day. */
export function operationTitle(operation: OperationSummary, lists: Lists | undefined): string {
  if (operation.title) return operation.title;
  const kind = lists?.label('operation_kind', operation.kind) ?? operation.kind;
  return t(messages.untitled, { kind, date: shortDate(operation.plannedFrom) });
}

/** When it was or will be. */
export function operationTime(operation: OperationSummary): string {
  return span(operation.startedAt ?? operation.plannedFrom, operation.closedAt ?? operation.plannedTo);
}

/** `4 anak, 1 belum diketahui umurnya, 2 dewasa` */
export function metWords({ counts }: OperationSummary): string {
  return t(messages.metCounts, {
    children: counts.under18,
    unknown: counts.unknown,
    adults: counts.adults,
  });
}

/** A legal basis with what must be said of its text. */
export function basisWords(basis: LegalBasis): string {
  return basis.textChecked ? basis.number : `${basis.number} (${t(messages.notChecked)})`;
}
