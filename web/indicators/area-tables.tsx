import { messages } from '#indicators/messages.ts';
import type { Board } from '#indicators/schema.ts';
import { type BoardAsk, boardHref } from '#web/indicators/ask.ts';
import { Opening, TableOf } from '#web/indicators/card-parts.tsx';
import { integer, percent } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useLists } from '#web/platform/lists.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Link } from '#web/ui/link.tsx';

type Row = {
  code: string;
  name: string;
  villages: number;
  encounters: number;
  children: number;
  reported: number;
};

/** The figures of the map as tables: every kecamatan, and every kelurahan with anything to count. */
export function AreaTables({ board, ask }: { board: Board; ask: BoardAsk }) {
  const lists = useLists().data;
  const counted = new Map(board.areas.map(([code, ...counts]) => [code, counts]));
  const rowOf = (code: string, name: string): Row => {
    const [encounters = 0, children = 0, reported = 0] = counted.get(code) ?? [];
    const villages = lists?.areas.filter((area) => area.parentCode === code).length ?? 0;
    return { code, name, villages, encounters: encounters + reported, children, reported };
  };
  const within = (lists?.areas ?? []).filter((area) => area.areaCode.startsWith(board.place.slice(0, 8)));
  const districts = within
    .filter((area) => area.kind === 'district')
    .map((area) => rowOf(area.areaCode, area.name))
    .toSorted(byEncounters);
  const villages = within
    .filter((area) => area.kind === 'village' && counted.has(area.areaCode))
    .map((area) => rowOf(area.areaCode, lists?.area(area.areaCode) ?? area.name))
    .toSorted(byEncounters);
  const total = board.met.encounters + board.reported[board.ageClass];
  return (
    <>
      {districts.length > 1 ? (
        <TableOf table="areas" ask={ask} open summary={t(messages.perDistrict)}>
          <AreaTable rows={districts} total={total} board={board} ask={ask} withVillages />
        </TableOf>
      ) : null}
      <TableOf table="areas" ask={ask} summary={t(messages.perVillage)} open={districts.length <= 1}>
        <AreaTable rows={villages} total={total} board={board} ask={ask} />
      </TableOf>
    </>
  );
}

function byEncounters(a: Row, b: Row): number {
  return b.encounters - a.encounters || (a.name < b.name ? -1 : 1);
}

type TableParts = {
  rows: readonly Row[];
  total: number;
  board: Board;
  ask: BoardAsk;
  withVillages?: boolean | undefined;
};

function AreaTable({ rows, total, board, ask, withVillages }: TableParts) {
  const hasReported = rows.some((row) => row.reported > 0);
  const area = {
    head: t(withVillages ? messages.district : messages.village),
    lead: true,
    cell: (row: Row) => <Link href={boardHref({ ...ask, place: row.code })}>{row.name}</Link>,
  };
  const opens = (row: Row, figure: 'children' | 'encounters') => (
    <Opening
      board={board}
      n={row[figure]}
      href={boardHref({ ...ask, place: row.code }, { catatan: figure })}
    />
  );
  const villages = {
    head: t(messages.villagesShort),
    num: true,
    wide: true,
    cell: (row: Row) => row.villages,
  };
  return (
    <DataTable
      numeric
      flush
      caption={t(withVillages ? messages.perDistrict : messages.perVillage)}
      captionHidden
      rows={rows}
      rowKey={(row) => row.code}
      columns={[
        area,
        ...(withVillages ? [villages] : []),
        {
          head: t(board.ageClass === 'UNDER_18' ? messages.children : messages.persons),
          num: true,
          cell: (row: Row) => opens(row, 'children'),
        },
        { head: t(messages.encounters), num: true, cell: (row: Row) => <b>{opens(row, 'encounters')}</b> },
        ...(hasReported
          ? [{ head: t(messages.reported), num: true, wide: true, cell: (row: Row) => integer(row.reported) }]
          : []),
        {
          head: t(messages.share),
          num: true,
          cell: (row: Row) => (total === 0 ? '–' : percent(row.encounters / total)),
        },
      ]}
    />
  );
}
