import { messages } from '#indicators/messages.ts';
import type { Board, ByCode, TableName } from '#indicators/schema.ts';
import { type BoardAsk, boardHref } from '#web/indicators/ask.ts';
import { DefinitionLink, Opening, TableOf } from '#web/indicators/card-parts.tsx';
import { integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useLists } from '#web/platform/lists.ts';
import { cssValues } from '#web/ui/css-values.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Card } from '#web/ui/layout.tsx';

type Parts = { board: Board; ask: BoardAsk };

/** What they were doing when met. */
export function ActivitiesCard({ board, ask }: Parts) {
  return (
    <Breakdown
      board={board}
      ask={ask}
      title={t(messages.doingWhat)}
      head={t(messages.activity)}
      definition="by_activity"
      table="activities"
      list="street_activity"
      rows={board.activities}
      opens={(code) => ({ kegiatan: code })}
    />
  );
}

/** By the five groups in the title of the city's regulation. */
export function GroupsCard({ board, ask }: Parts) {
  return (
    <Breakdown
      board={board}
      ask={ask}
      title={t(messages.groupsQuestion)}
      head={t(messages.group)}
      definition="by_group"
      table="groups"
      list="activity_group"
      rows={board.groups}
      opens={(code) => ({ kelompok: code })}
    />
  );
}

/** Reached out to, or met in enforcement. */
export function ApproachCard({ board, ask }: Parts) {
  return (
    <Breakdown
      board={board}
      ask={ask}
      title={t(messages.approachQuestion)}
      head={t(messages.approach)}
      definition="by_approach"
      table="approaches"
      list="approach"
      rows={board.approaches}
      opens={(code) => ({ cara: code })}
    />
  );
}

type BreakdownParts = Parts & {
  title: string;
  head: string;
  definition: string;
  table: TableName;
  list: string;
  rows: readonly ByCode[];
  opens: (code: string) => Record<string, string>;
};

function Breakdown(props: BreakdownParts) {
  const { board, ask, rows, list, opens } = props;
  const lists = useLists().data;
  const most = Math.max(1, ...rows.map((row) => row.encounters + row.reported));
  return (
    <Card title={props.title} actions={<DefinitionLink ask={ask} name={props.definition} />}>
      {rows.length === 0 ? <p className="muted">{t(messages.none)}</p> : null}
      {rows.slice(0, 6).map((row) => (
        <div className="fac" key={row.code}>
          <span>{lists?.label(list, row.code) ?? row.code}</span>
          <span
            className="fac__bar"
            ref={cssValues({ '--v': `${(((row.encounters + row.reported) / most) * 100).toFixed(1)}%` })}
            aria-hidden="true"
          />
          <b>
            {row.encounters > 0 ? (
              <Opening
                board={board}
                n={row.encounters + row.reported}
                href={boardHref(ask, { catatan: 'encounters', ...opens(row.code) })}
              />
            ) : (
              integer(row.reported)
            )}
          </b>
        </div>
      ))}
      {rows.length > 0 ? (
        <TableOf table={props.table} ask={ask}>
          <BreakdownTable {...props} />
        </TableOf>
      ) : null}
    </Card>
  );
}

function BreakdownTable({ board, ask, title, head, list, rows, opens }: BreakdownParts) {
  const lists = useLists().data;
  const hasReported = rows.some((row) => row.reported > 0);
  const way = (row: ByCode, figure: 'children' | 'encounters') => (
    <Opening board={board} n={row[figure]} href={boardHref(ask, { catatan: figure, ...opens(row.code) })} />
  );
  return (
    <DataTable
      numeric
      flush
      caption={title}
      captionHidden
      rows={rows}
      rowKey={(row) => row.code}
      columns={[
        { head, lead: true, cell: (row) => lists?.label(list, row.code) ?? row.code },
        {
          head: t(board.ageClass === 'UNDER_18' ? messages.children : messages.persons),
          num: true,
          cell: (row) => way(row, 'children'),
        },
        { head: t(messages.encounters), num: true, cell: (row) => way(row, 'encounters') },
        ...(hasReported
          ? [{ head: t(messages.reported), num: true, cell: (row: ByCode) => integer(row.reported) }]
          : []),
      ]}
    />
  );
}
