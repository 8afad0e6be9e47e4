import type { ReactNode } from 'react';
import { classes } from '#web/ui/css-values.ts';

/** One column: its head, and what stands in each row. */
export type Column<Row> = {
  head: string;
  cell: (row: Row) => ReactNode;
  /** A figure: to the right, in digits of one width. */
  num?: boolean | undefined;
  /** The row's subject: its heading, and the first line of its card. */
  lead?: boolean | undefined;
  /** What can be done with the row: across the whole card where the table becomes cards. */
  acts?: boolean | undefined;
  /** Left out where a numeric table is narrow. */
  wide?: boolean | undefined;
};

/** A table that becomes cards where it is narrower than 640 px; with `numeric` it stays a table, only tighter. */
export function DataTable<Row>(props: {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Marks a row, such as one past its limit. */
  rowClass?: ((row: Row) => string | undefined) | undefined;
  caption: ReactNode;
  captionHidden?: boolean | undefined;
  numeric?: boolean | undefined;
  /** Reaches the edges of the card it stands in. */
  flush?: boolean | undefined;
  foot?: readonly ReactNode[] | undefined;
}) {
  const { columns, numeric } = props;
  const lead = columns.findIndex((column) => column.lead);
  const subject = lead === -1 ? 0 : lead;
  const look = classes('table', numeric ? 'table--tight' : 'table--cards', props.flush && 'table--flush');
  return (
    <div className="table-wrap">
      <table className={look}>
        <caption className={props.captionHidden ? 'sr' : undefined}>{props.caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.head} scope="col" className={cellClass(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)} className={props.rowClass?.(row)}>
              {columns.map((column, index) =>
                index === subject ? (
                  <th key={column.head} scope="row" className="subject">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.head} data-th={column.head} className={cellClass(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {props.foot ? (
          <tfoot>
            <tr>
              {columns.map((column, index) => (
                <td key={column.head} className={cellClass(column)}>
                  {props.foot?.[index]}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

function cellClass<Row>(column: Column<Row>): string | undefined {
  return classes(column.num && 'num', column.acts && 'acts', column.wide && 'wide') || undefined;
}
