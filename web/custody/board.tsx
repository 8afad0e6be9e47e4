import { messages } from '#custody/messages.ts';
import type { Board, HeldPerson } from '#custody/schema/reads.ts';
import { AgainstLimit, Before, isOver, NextStep, Since } from '#web/custody/board-cells.tsx';
import { DeskTabs, HeldTag, limitText } from '#web/custody/words.tsx';
import { decimal, longDate, time } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import { useSession } from '#web/platform/session.tsx';
import { useListed } from '#web/platform/use-query.ts';
import { LinkButton, OutButton } from '#web/ui/button.tsx';
import { useNow } from '#web/ui/clock.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { KeyFigure, KeyFigures } from '#web/ui/figures.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import '#web/custody/custody.css';

/** Who is here now, since when, against which limit, and what comes next. */
export function Screen() {
  const list = useListed<HeldPerson>('custody/board');
  const lists = useLists();
  const agencies = useAgencies();
  const { staff } = useSession();
  const now = useNow();
  const board = boardOf(list.data);
  const field = staff.role === 'field_officer';
  return (
    <Page
      title={t(field ? messages.boardTitleTeam : messages.boardTitle)}
      lead={`${agencies.nameOf(staff.agencyCode)} · ${longDate(now)}, ${time(now)}`}
      actions={
        <>
          {field ? null : (
            <OutButton icon="print" href="/api/custody/board/print" newTab>
              {t(messages.watchList)}
            </OutButton>
          )}
          <LinkButton kind="primary" icon="swap" href="/penjagaan/terima">
            {t(messages.receive)}
          </LinkButton>
        </>
      }
    >
      <Stack gap="wide">
        <DeskTabs here="/penjagaan" disputed={board?.counts.disputed} />
        <Loaded query={{ ...lists, set: () => {} }} what={t(messages.boardWhat)}>
          {(words) => (
            <Loaded query={list} what={t(messages.boardWhat)}>
              {(data) => <Held board={boardOf(data) ?? null} words={words} pager={list} field={field} />}
            </Loaded>
          )}
        </Loaded>
      </Stack>
    </Page>
  );
}

function boardOf(data: unknown): Board | undefined {
  return data && typeof data === 'object' && 'counts' in data ? (data as Board) : undefined;
}

type PagerProps = Parameters<typeof Pager>[0];

function Held(props: { board: Board | null; words: Lists; pager: PagerProps; field: boolean }) {
  const { board, words, pager, field } = props;
  if (!board) return null;
  const children = board.items.filter((it) => it.ageClass !== 'ADULT');
  const adults = board.items.filter((it) => it.ageClass === 'ADULT');
  return (
    <Stack gap="wide">
      {board.counts.disputed > 0 ? (
        <Notice tone="warning">
          <Row apart>
            <span>{t(messages.disputesWait, { count: board.counts.disputed })}</span>
            <LinkButton href="/penjagaan/dua-pernyataan">{t(messages.decideNow)}</LinkButton>
          </Row>
        </Notice>
      ) : null}
      <Figures board={board} field={field} />
      {board.items.length === 0 ? (
        <EmptyState level={2} title={t(field ? messages.nobodyTeam : messages.nobodyTitle)}>
          {t(field ? messages.nobodyTeamMore : messages.nobodyMore)}
        </EmptyState>
      ) : null}
      {children.length > 0 ? (
        <Card
          title={t(messages.children)}
          actions={<span className="meta">{limitText(board.limit, true)}</span>}
          flush
        >
          <div className="board">
            <DataTable
              caption={t(messages.children)}
              captionHidden
              rows={children}
              rowKey={(it) => it.custodyId}
              rowClass={(it) => (isOver(it, Date.now()) ? 'is-over' : undefined)}
              columns={childColumns(words, board)}
            />
          </div>
        </Card>
      ) : null}
      {adults.length > 0 ? (
        <Card
          title={t(messages.adults)}
          actions={<span className="meta">{t(messages.adultsNote)}</span>}
          flush
        >
          <DataTable
            caption={t(messages.adults)}
            captionHidden
            rows={adults}
            rowKey={(it) => it.custodyId}
            columns={adultColumns(words)}
          />
        </Card>
      ) : null}
      <Pager {...pager} />
    </Stack>
  );
}

function Figures({ board, field }: { board: Board; field: boolean }) {
  const { counts, week, limit } = board;
  return (
    <KeyFigures label={t(field ? messages.boardTitleTeam : messages.boardTitle)}>
      <KeyFigure
        label={t(field ? messages.childrenTeam : messages.childrenHere)}
        value={String(counts.children)}
        more={t(messages.andAdults, { count: counts.adults })}
      />
      <KeyFigure
        label={t(messages.overLimit)}
        value={String(counts.overLimit)}
        more={t(messages.overLimitMore, { hours: limit.hours })}
      />
      <KeyFigure label={t(messages.nearLimit)} value={String(counts.nearLimit)} />
      {field ? null : (
        <KeyFigure
          label={t(messages.medianWeek)}
          value={week.medianHours === null ? '–' : decimal(week.medianHours)}
          unit={week.medianHours === null ? undefined : t(messages.hoursUnit)}
          more={t(messages.medianMore, { count: week.ended })}
        />
      )}
    </KeyFigures>
  );
}

function childColumns(words: Lists, board: Board): Column<HeldPerson>[] {
  return [
    { head: t(messages.colChild), cell: (it) => <HeldTag held={it} />, lead: true },
    { head: t(messages.colSince), cell: (it) => <Since held={it} words={words} /> },
    {
      head: t(messages.colClock),
      cell: (it) => <AgainstLimit held={it} hours={board.limit.hours} words={words} />,
    },
    { head: t(messages.colBefore), cell: (it) => <Before held={it} words={words} /> },
    { head: t(messages.colStep), cell: (it) => <NextStep held={it} words={words} /> },
  ];
}

function adultColumns(words: Lists): Column<HeldPerson>[] {
  return [
    { head: t(messages.colPerson), cell: (it) => <HeldTag held={it} />, lead: true },
    { head: t(messages.colSince), cell: (it) => <Since held={it} words={words} /> },
    {
      head: t(messages.colStep),
      cell: (it) => (
        <LinkButton href={`/penjagaan/${it.custodyId}/serahkan`}>{t(messages.handOver)}</LinkButton>
      ),
    },
  ];
}
