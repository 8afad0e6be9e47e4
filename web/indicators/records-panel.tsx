import { useLocation } from 'wouter';
import { messages } from '#indicators/messages.ts';
import { type Board, type Figure, type FigureRecord, figures } from '#indicators/schema.ts';
import { type BoardAsk, boardHref, paramsOf } from '#web/indicators/ask.ts';
import { PersonOf } from '#web/persons/person-of.tsx';
import { dateTime, decimal, integer, month } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import { useSession } from '#web/platform/session.tsx';
import { useListed } from '#web/platform/use-query.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Link } from '#web/ui/link.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { Tag } from '#web/ui/tag.tsx';

const titles = {
  children: messages.childrenMet,
  new: messages.newChildren,
  continuing: messages.continuing,
  returned: messages.returned,
  encounters: messages.encounters,
  handover: messages.toHandover,
  assessed: messages.assessedInTime,
  referral: messages.referralsInTime,
  home: messages.stillHomeTile,
  factor: messages.factor,
} satisfies Record<Figure, { id: string; en: string }>;

// Without a factor chosen the list is of the children who were assessed at all.
function titleOf(figure: Figure, code: string | null) {
  return figure === 'factor' && code === null ? messages.assessedChildren : titles[figure];
}

function figureOf(text: string | null): Figure | undefined {
  return figures.find((it) => it === text);
}

/** The records behind a number, page by page, each person as the viewer may know them. */
export function RecordsPanel({
  ask,
  search,
  board,
}: {
  ask: BoardAsk;
  search: string;
  board?: Board | undefined;
}) {
  const [, go] = useLocation();
  const given = new URLSearchParams(search);
  const figure = figureOf(given.get('catatan'));
  const { staff } = useSession();
  // Numbers of encounters of a whole place count them too; there is no record of each.
  const narrowed = ['kegiatan', 'kelompok', 'cara'].some((part) => given.has(part));
  const reported = figure === 'encounters' && board && !narrowed ? board.reported[board.ageClass] : 0;
  const list = useListed<FigureRecord>(figure ? 'indicators/records' : null, {
    ...paramsOf(ask),
    figure,
    approach: given.get('cara') ?? ask.approach,
    activity: given.get('kegiatan'),
    group: given.get('kelompok'),
    code: given.get('kode'),
  });
  return (
    <Dialog
      open={figure !== undefined}
      onClose={() => go(boardHref(ask))}
      title={figure ? t(titleOf(figure, given.get('kode'))) : t(messages.recordsOf)}
      sheet
    >
      {staff.role === 'coordinator' ? null : <Notice>{t(messages.recordsSome)}</Notice>}
      {reported > 0 ? <ReportedBeside n={reported} /> : null}
      <Loaded query={list} what={t(messages.recordsOf)}>
        {(page) =>
          page.items.length === 0 ? (
            <p>{t(messages.noRecords)}</p>
          ) : (
            <Records items={page.items} figure={figure ?? 'children'} plain={staff.role === 'area_desk'} />
          )
        }
      </Loaded>
      <Pager {...list} />
    </Dialog>
  );
}

function ReportedBeside({ n }: { n: number }) {
  return (
    <p>
      {t(messages.recordsReported, { n: integer(n) })}{' '}
      <Link href="/operasi/dilaporkan">{t(messages.reportedOpen)}</Link>
    </p>
  );
}

function Records({
  items,
  figure,
  plain,
}: {
  items: readonly FigureRecord[];
  figure: Figure;
  plain: boolean;
}) {
  const lists = useLists().data;
  const { nameOf } = useAgencies();
  return (
    <DataTable
      flush
      caption={t(messages.recordsOf)}
      captionHidden
      rows={items}
      rowKey={(row) => row.key}
      columns={[
        {
          head: t(messages.persons),
          lead: true,
          cell: (row) =>
            row.person ? (
              <PersonOf person={row.person} plain={plain} />
            ) : (
              <span className="muted">{t(messages.otherChild)}</span>
            ),
        },
        { head: t(whenOf(figure)), cell: (row) => (row.at ? dateTime(row.at) : month(`${row.month}-01`)) },
        { head: t(messages.what), cell: (row) => factsOf(row, figure, lists, nameOf) },
      ]}
    />
  );
}

function whenOf(figure: Figure) {
  if (figure === 'referral') return messages.due;
  const dated: readonly Figure[] = ['encounters', 'handover', 'assessed', 'home'];
  return dated.includes(figure) ? messages.when : messages.month;
}

function factsOf(
  row: FigureRecord,
  figure: Figure,
  lists: Lists | undefined,
  nameOf: (code: string | null) => string,
) {
  if (figure === 'encounters')
    return [
      lists?.area(row.areaCode),
      lists?.label('street_activity', row.activity),
      lists?.label('approach', row.approach),
    ]
      .filter(Boolean)
      .join(' · ');
  if (figure === 'handover') return `${decimal(Number(row.code) / 10)} ${t(messages.hours)}`;
  if (figure === 'factor') return row.code === '*' ? '' : (lists?.label('factor', row.code) ?? row.code);
  if (figure === 'assessed' || figure === 'referral' || figure === 'home') {
    const who =
      figure === 'referral'
        ? nameOf(row.code)
        : figure === 'home'
          ? t(messages.monthNo, { n: row.code ?? '' })
          : '';
    const kept = figure === 'home' ? messages.stillHome : messages.inTime;
    const missed = figure === 'home' ? messages.notHome : messages.late;
    return (
      <>
        {who}{' '}
        <Tag tone={row.n === row.of ? 'positive' : 'warning'}>{t(row.n === row.of ? kept : missed)}</Tag>
      </>
    );
  }
  return row.encounters === 1 ? t(messages.metOnce) : t(messages.timesMet, { n: integer(row.encounters) });
}
