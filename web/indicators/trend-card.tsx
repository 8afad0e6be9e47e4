import { messages } from '#indicators/messages.ts';
import type { Board } from '#indicators/schema.ts';
import { type BoardAsk, boardHref } from '#web/indicators/ask.ts';
import { DefinitionLink, Opening, TableOf } from '#web/indicators/card-parts.tsx';
import { figuresOf, sentenceOf } from '#web/indicators/sentence.ts';
import { TrendChart } from '#web/indicators/trend-chart.tsx';
import { integer, month as monthWords } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Card } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';

type Month = Board['months'][number];

/** More new children, or the same again: the sentence, the chart, the table. */
export function TrendCard({ board, ask }: { board: Board; ask: BoardAsk }) {
  const months = board.months.filter((it) => it.month <= board.today.slice(0, 7));
  const figures = figuresOf(board.comparison);
  return (
    <Card
      title={t(messages.moreOrAgain)}
      actions={<DefinitionLink ask={ask} name="new_children" />}
      className="chart"
    >
      <p>
        <b>{sentenceOf(board.comparison)}</b>
        {figures ? <span className="meta trend__figures"> {figures}</span> : null}
      </p>
      <TrendChart months={board.months} />
      <TableOf table="months" ask={ask}>
        <DataTable
          numeric
          flush
          caption={t(messages.moreOrAgain)}
          captionHidden
          rows={months}
          rowKey={(row) => row.month}
          columns={columnsFor(board, ask)}
        />
      </TableOf>
    </Card>
  );
}

function columnsFor(board: Board, ask: BoardAsk) {
  const opens = (row: Month, figure: string, n: number) => (
    <Opening board={board} n={n} href={boardHref({ ...ask, period: row.month }, { catatan: figure })} />
  );
  const isChild = board.ageClass === 'UNDER_18';
  const hasReported = board.months.some((it) => it.reported > 0);
  return [
    {
      head: t(messages.month),
      lead: true,
      cell: (row: Month) => (
        <Link href={boardHref({ ...ask, period: row.month })}>{monthWords(`${row.month}-01`)}</Link>
      ),
    },
    { head: t(messages.newChildren), num: true, cell: (row: Month) => opens(row, 'new', row.new) },
    {
      head: t(messages.continuing),
      num: true,
      cell: (row: Month) => opens(row, 'continuing', row.children - row.new - row.returned),
    },
    { head: t(messages.returned), num: true, cell: (row: Month) => opens(row, 'returned', row.returned) },
    {
      head: t(isChild ? messages.children : messages.persons),
      num: true,
      cell: (row: Month) => <b>{opens(row, 'children', row.children)}</b>,
    },
    {
      head: t(messages.encounters),
      num: true,
      cell: (row: Month) => opens(row, 'encounters', row.encounters),
    },
    ...(hasReported
      ? [{ head: t(messages.reported), num: true, cell: (row: Month) => integer(row.reported) }]
      : []),
    { head: t(messages.operations), num: true, wide: true, cell: (row: Month) => integer(row.operations) },
  ];
}
