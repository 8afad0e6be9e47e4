import { dutyMessages as messages } from '#agencies/messages.ts';
import type { DutyChange, DutyMatrix } from '#agencies/schema.ts';
import { DutyTabs } from '#web/agencies/duties.tsx';
import { date, dateTime, integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import { useListed, useQuery } from '#web/platform/use-query.ts';
import { OutButton } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { KeyFigure, KeyFigures } from '#web/ui/figures.tsx';
import { Card, Stack } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { Timeline, TimelineItem } from '#web/ui/lists.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { Tag } from '#web/ui/tag.tsx';

type Line = DutyMatrix['lines'][number];
type Holder = { line: Line; held: Line['held'][number] };
type Row = DutyMatrix['duties'][number] & { holdersOf: Holder[] };

/** Every duty the city needs against who has it: gaps, overlaps, grounds, and what was changed. */
export function Screen() {
  const lists = useLists();
  const query = useQuery<DutyMatrix>('agencies/duty-matrix');
  return (
    <Page
      title={t(messages.matrixTitle)}
      lead={t(messages.matrixLead)}
      actions={
        <OutButton icon="print" href="/api/agencies/duty-matrix/print" newTab>
          {t(messages.printMatrix)}
        </OutButton>
      }
    >
      <Stack gap="wide">
        <DutyTabs here="/tugas/matriks" />
        <Loaded query={lists} what={t(messages.list)}>
          {(words) => (
            <>
              <Loaded query={query} what={t(messages.list)}>
                {(matrix) => <Matrix matrix={matrix} words={words} />}
              </Loaded>
              <Changes words={words} />
            </>
          )}
        </Loaded>
      </Stack>
    </Page>
  );
}

function rowsOf({ duties, lines }: DutyMatrix): Row[] {
  return duties.map((duty) => ({
    ...duty,
    holdersOf: lines.flatMap((line) =>
      line.held.filter((held) => held.dutyCode === duty.dutyCode).map((held) => ({ line, held })),
    ),
  }));
}

function Matrix({ matrix, words }: { matrix: DutyMatrix; words: Lists }) {
  const rows = rowsOf(matrix);
  const gaps = rows.filter((row) => row.lines === 0);
  const overlaps = rows.filter((row) => row.lines > 1);
  const bare = rows.filter(
    (row) => row.lines > 0 && row.holdersOf.every(({ held }) => held.bases.length === 0),
  );
  const columns: Column<Row>[] = [
    {
      head: t(messages.duty),
      cell: (row) => (
        <>
          <Link href={`/tugas/${row.dutyCode}`}>{words.label('duty', row.dutyCode)}</Link>{' '}
          {row.nature ? <span className="meta">{words.label('duty_nature', row.nature)}</span> : null}
        </>
      ),
      lead: true,
    },
    { head: t(messages.holders), cell: (row) => <Holders row={row} words={words} /> },
    {
      head: t(messages.basis),
      cell: (row) => {
        const bases = new Set(row.holdersOf.flatMap(({ held }) => held.bases));
        return bases.size > 0 ? [...bases].join(', ') : <span className="meta">{t(messages.noBasis)}</span>;
      },
    },
    {
      head: t(messages.since),
      cell: (row) => {
        const since = row.holdersOf.map(({ held }) => held.since).sort()[0];
        return since ? date(since) : '–';
      },
    },
  ];
  return (
    <Stack>
      <KeyFigures label={t(messages.matrixTitle)}>
        <KeyFigure label={t(messages.needed)} value={integer(rows.length)} />
        <KeyFigure
          label={t(messages.gaps)}
          value={integer(gaps.length)}
          more={gaps.length === 0 ? t(messages.noGaps) : undefined}
        />
        <KeyFigure
          label={t(messages.overlaps)}
          value={integer(overlaps.length)}
          more={t(messages.overlapsMore)}
        />
        <KeyFigure label={t(messages.withoutBasis)} value={integer(bare.length)} />
      </KeyFigures>
      <DataTable
        columns={columns}
        rows={[...gaps, ...rows.filter((row) => row.lines > 0)]}
        rowKey={(row) => row.dutyCode}
        caption={t(messages.matrixTitle)}
        captionHidden
      />
    </Stack>
  );
}

function Holders({ row, words }: { row: Row; words: Lists }) {
  const agencies = useAgencies();
  if (row.lines === 0) return <Tag tone="negative">{t(messages.nobody)}</Tag>;
  const said = ({ line, held }: Holder) => {
    if (line.agencyCode)
      return <Link href={`/instansi/${line.agencyCode}`}>{agencies.nameOf(line.agencyCode)}</Link>;
    const kind = words.label('agency_kind', line.kind);
    const some = t(messages.someOffices, { holders: integer(held.holders), offices: integer(line.offices) });
    return (
      <>
        {kind} <span className="meta">{some}</span>
      </>
    );
  };
  return (
    <ul className="stack">
      {row.holdersOf.map((holder) => (
        <li key={holder.line.agencyCode ?? holder.line.kind}>{said(holder)}</li>
      ))}
    </ul>
  );
}

function Changes({ words }: { words: Lists }) {
  const agencies = useAgencies();
  const list = useListed<DutyChange>('agencies/duty-changes');
  return (
    <Card title={t(messages.changes)}>
      <p className="meta">{t(messages.changesMore)}</p>
      <Loaded query={list} what={t(messages.changeList)}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t(messages.noChanges)}</p>
          ) : (
            <Timeline>
              {items.map((it) => (
                <TimelineItem
                  key={it.changeId}
                  icon={it.act === 'added' ? 'plus' : 'x'}
                  meta={[
                    dateTime(it.changedAt),
                    it.changedBy && t(messages.changedBy, { name: it.changedBy }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                >
                  <b>{words.label('duty', it.dutyCode)}</b>, {agencies.nameOf(it.agencyCode)}:{' '}
                  {t(messages[`change${it.act}`], { day: date(it.day) })}
                </TimelineItem>
              ))}
            </Timeline>
          )
        }
      </Loaded>
      <Pager {...list} />
    </Card>
  );
}
