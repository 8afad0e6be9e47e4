import { messages } from '#meetings/messages/agenda.ts';
import { messages as words } from '#meetings/messages/follow-up.ts';
import type { CarriedAction } from '#meetings/schema/follow-up.ts';
import { ActionClock, ActionProgress, stateWords } from '#web/meetings/action-words.tsx';
import { t } from '#web/platform/i18n.ts';
import { useAgencies } from '#web/platform/lists.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Card } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { Loaded } from '#web/ui/loading.tsx';

/** What a meeting takes over from the one that it follows: how it stood when it began, and now. */
export function CarriedCard({ meetingId }: { meetingId: string }) {
  const query = useQuery<{ items: CarriedAction[] }>(`meetings/${meetingId}/carried`);
  const agencies = useAgencies();
  const columns: Column<CarriedAction>[] = [
    {
      head: t(words.action),
      cell: ({ action }) => (
        <Link href={`/tindak-lanjut/${action.actionId}`}>
          {action.number} {action.what}
        </Link>
      ),
      lead: true,
    },
    { head: t(words.agency), cell: ({ action }) => agencies.nameOf(action.responsibleAgency) },
    {
      head: t(messages.stoodThen),
      cell: (row) => t(words.reported, { state: t(stateWords[row.stateThen]), percent: row.progressThen }),
    },
    { head: t(words.due), cell: ({ action }) => <ActionClock action={action} /> },
    { head: t(words.state), cell: ({ action }) => <ActionProgress action={action} /> },
  ];
  return (
    <Card title={t(messages.carried)}>
      <Loaded query={query} what={t(messages.carriedList)}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="meta">{t(messages.noneCarried)}</p>
          ) : (
            <DataTable
              columns={columns}
              rows={items}
              rowKey={(row) => row.action.actionId}
              caption={t(messages.carried)}
              captionHidden
            />
          )
        }
      </Loaded>
    </Card>
  );
}
