import { useDeferredValue, useEffect } from 'react';
import { useSearch } from 'wouter';
import { messages } from '#indicators/messages.ts';
import type { Board } from '#indicators/schema.ts';
import { AreasCard } from '#web/indicators/areas-card.tsx';
import { askOf, type BoardAsk, boardHref, boardPath, paramsOf } from '#web/indicators/ask.ts';
import { ActivitiesCard, ApproachCard, GroupsCard } from '#web/indicators/breakdown-cards.tsx';
import { Opening } from '#web/indicators/card-parts.tsx';
import { FactorsCard, HomeCard, ReferralsCard } from '#web/indicators/care-cards.tsx';
import { DefinitionPanel } from '#web/indicators/definition-panel.tsx';
import { Filters } from '#web/indicators/filters.tsx';
import { RecordsPanel } from '#web/indicators/records-panel.tsx';
import { Tiles } from '#web/indicators/tiles.tsx';
import { TrendCard } from '#web/indicators/trend-card.tsx';
import { periodWords } from '#web/indicators/words.ts';
import { date, integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useSession } from '#web/platform/session.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';
import '#web/ui/styles/charts.css';
import './board.css';

// The last board of whoever is signed in: figures are on screen at once, and read anew behind them.
const kept = { staffId: '', key: '', board: undefined as Board | undefined };

/** The city board: whether the promise to the children is kept, by its figures. */
export function Screen() {
  const search = useSearch();
  const ask = askOf(search);
  const { staff } = useSession();
  const params = paramsOf(ask);
  const key = JSON.stringify(params);
  const query = useQuery<Board>(boardPath, params);
  const { data } = query;
  const fresh = data && !query.loading ? data : undefined;
  useEffect(() => {
    if (fresh) Object.assign(kept, { staffId: staff.staffId, key, board: fresh });
  }, [fresh, key, staff.staffId]);
  const last = kept.staffId === staff.staffId && kept.key === key ? kept.board : undefined;
  return (
    <Page
      title={t(messages.board)}
      head={<h1 tabIndex={-1}>{t(messages.question)}</h1>}
      lead={data || last ? <Lead board={data ?? (last as Board)} ask={ask} /> : undefined}
    >
      <Filters
        ask={ask}
        own={staff.role === 'area_desk' ? staff.areaCode : null}
        begins={(data ?? last)?.begins}
      />
      <Loaded query={{ ...query, data: data ?? last }} what={t(messages.board)}>
        {(board) => <BoardBody board={board} ask={ask} />}
      </Loaded>
      <RecordsPanel ask={ask} search={search} board={data} />
      <DefinitionPanel ask={ask} search={search} />
    </Page>
  );
}

const classWords = {
  UNDER_18: messages.apartChildren,
  ADULT: messages.apartAdults,
  UNKNOWN: messages.apartUnknown,
} as const;
const classNames = ['UNDER_18', 'ADULT', 'UNKNOWN'] as const;

/** The period, and who is counted apart: each of those numbers opens its records too. */
function Lead({ board, ask }: { board: Board; ask: BoardAsk }) {
  const [first, second] = classNames
    .filter((it) => it !== board.ageClass)
    .map((ageClass) => {
      const n = board.classes[ageClass]?.children ?? 0;
      const href = boardHref({ ...ask, ageClass }, { catatan: 'children' });
      return (
        <Opening key={ageClass} board={board} n={n} href={href}>
          {t(classWords[ageClass], { n: integer(n) })}
        </Opening>
      );
    });
  return (
    <>
      {periodWords(board.period, board.today)} · {first} {t(messages.and)} {second} {t(messages.countedApart)}
    </>
  );
}

function BoardBody({ board, ask }: { board: Board; ask: BoardAsk }) {
  // The key figures are painted first; the drawings and tables follow without holding them up.
  const rest = useDeferredValue<Board | undefined>(board, undefined);
  const isEmpty = board.met.encounters === 0 && board.reported.total === 0;
  return (
    <Stack gap="wide">
      {isEmpty ? (
        <EmptyState title={t(messages.empty)} level={2}>
          {t(messages.emptyMore)}
        </EmptyState>
      ) : null}
      {board.behind ? <Notice>{t(messages.behind)}</Notice> : null}
      <Tiles board={board} ask={ask} />
      {board.reported.operations > 0 ? <ReportedNote board={board} /> : null}
      {rest ? <BoardRest board={rest} ask={ask} /> : null}
    </Stack>
  );
}

function BoardRest({ board, ask }: { board: Board; ask: BoardAsk }) {
  return (
    <>
      <div className="boardgrid">
        <Stack gap="wide">
          <TrendCard board={board} ask={ask} />
          {board.care ? <ReferralsCard board={board} care={board.care} ask={ask} /> : null}
          {board.care ? <FactorsCard board={board} care={board.care} ask={ask} /> : null}
        </Stack>
        <Stack gap="wide">
          <AreasCard board={board} ask={ask} />
        </Stack>
      </div>
      <div className="boardthree">
        <ActivitiesCard board={board} ask={ask} />
        <GroupsCard board={board} ask={ask} />
        <ApproachCard board={board} ask={ask} />
        {board.care ? <HomeCard board={board} care={board.care} ask={ask} /> : null}
      </div>
      <p className="meta">{t(messages.asOf, { when: date(board.asOf) })}</p>
    </>
  );
}

function ReportedNote({ board }: { board: Board }) {
  const { reported } = board;
  return (
    <Notice>
      {t(messages.reportedNote, {
        n: integer(reported.total),
        operations: integer(reported.operations),
        under18: integer(reported.UNDER_18),
        adults: integer(reported.ADULT),
        unknown: integer(reported.UNKNOWN),
      })}
      {reported.flagged > 0 ? ` ${t(messages.reportedFlagged, { n: integer(reported.flagged) })}` : ''}{' '}
      {board.opensRecords ? <Link href="/operasi/dilaporkan">{t(messages.reportedOpen)}</Link> : null}
    </Notice>
  );
}
