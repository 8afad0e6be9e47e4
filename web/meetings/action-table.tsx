import { messages } from '#meetings/messages/follow-up.ts';
import type { Action } from '#meetings/schema/follow-up.ts';
import { ActionClock, ActionProgress } from '#web/meetings/action-words.tsx';
import { t } from '#web/platform/i18n.ts';
import { useAgencies } from '#web/platform/lists.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Link } from '#web/ui/link.tsx';

/** Lines of the follow-up matrix: what, who, until when, how far. */
export function ActionTable(props: { actions: readonly Action[]; caption: string }) {
  const agencies = useAgencies();
  const columns: Column<Action>[] = [
    {
      head: t(messages.action),
      cell: (row) => (
        <>
          {row.adopted ? (
            <Link href={`/tindak-lanjut/${row.actionId}`}>
              {row.number} {row.what}
            </Link>
          ) : (
            `${row.number} ${row.what}`
          )}
        </>
      ),
      lead: true,
    },
    {
      head: t(messages.agency),
      cell: (row) => (
        <>
          {agencies.nameOf(row.responsibleAgency)}
          {row.supporters.length > 0 ? (
            <div className="meta">{row.supporters.map((code) => agencies.nameOf(code)).join(', ')}</div>
          ) : null}
        </>
      ),
    },
    { head: t(messages.due), cell: (row) => <ActionClock action={row} /> },
    { head: t(messages.state), cell: (row) => <ActionProgress action={row} /> },
  ];
  return (
    <DataTable
      columns={columns}
      rows={props.actions}
      rowKey={(row) => row.actionId}
      caption={props.caption}
      captionHidden
    />
  );
}
