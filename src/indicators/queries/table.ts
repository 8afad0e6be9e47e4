import type { CodeLabel } from '#areas/schema.ts';
import { messages } from '#indicators/messages.ts';
import type { Board, TableName } from '#indicators/schema.ts';
import type { CsvValue } from '#platform/csv.ts';
import { type Locale, say } from '#platform/messages.ts';

export type Labels = {
  readonly locale: Locale;
  readonly code: (list: string, code: string) => string;
  readonly area: (code: string) => string;
  readonly agency: (code: string) => string;
};

/** The words of codes in one language. */
export function codeWords(lists: Readonly<Record<string, readonly CodeLabel[]>>, locale: Locale) {
  return (list: string, code: string) => lists[list]?.find((it) => it.code === code)?.[locale] ?? code;
}

/** One table of the board as rows of a CSV file, head first. */
export function tableRows(board: Board, table: TableName, labels: Labels): CsvValue[][] {
  const head = (...keys: (keyof typeof messages)[]) => keys.map((key) => say(messages[key], labels.locale));
  const counted = (list: string, first: keyof typeof messages, rows: Board['activities']) => [
    head(first, 'code', 'children', 'encounters', 'reported'),
    ...rows.map((row) => [labels.code(list, row.code), row.code, row.children, row.encounters, row.reported]),
  ];
  const make = {
    months: () => [
      head(
        'month',
        'newChildren',
        'continuing',
        'returned',
        'children',
        'encounters',
        'reported',
        'operations',
      ),
      ...board.months.map((it) => [
        it.month,
        it.new,
        it.children - it.new - it.returned,
        it.returned,
        it.children,
        it.encounters,
        it.reported,
        it.operations,
      ]),
    ],
    areas: () => [
      head('area', 'code', 'encounters', 'children', 'reported'),
      ...board.areas.map(([code, encounters, children, reported]) => [
        labels.area(code),
        code,
        encounters,
        children,
        reported,
      ]),
    ],
    activities: () => counted('street_activity', 'activity', board.activities),
    groups: () => counted('activity_group', 'group', board.groups),
    approaches: () => counted('approach', 'approach', board.approaches),
    referrals: () => [
      head('agency', 'code', 'inTime', 'ofAll'),
      ...(board.care?.referrals.agencies ?? []).map((it) => [
        labels.agency(it.agencyCode),
        it.agencyCode,
        it.n,
        it.of,
      ]),
    ],
    factors: () => [
      head('factor', 'code', 'children'),
      ...(board.care?.factors.items ?? []).map((it) => [
        labels.code('factor', it.code),
        it.code,
        it.children,
      ]),
    ],
    home: () => [
      head('monthAfter', 'stillHome', 'ofAll'),
      ...(board.care?.home ?? []).map((it) => [it.month, it.n, it.of]),
    ],
  } satisfies Record<TableName, () => CsvValue[][]>;
  return make[table]();
}
