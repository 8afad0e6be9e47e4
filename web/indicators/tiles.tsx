import type { ReactNode } from 'react';
import { messages } from '#indicators/messages.ts';
import type { Board, Care } from '#indicators/schema.ts';
import { type BoardAsk, boardHref, isNarrowed } from '#web/indicators/ask.ts';
import { decimal, integer, percent as percentWords } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useLists } from '#web/platform/lists.ts';
import { KeyFigure, KeyFigures } from '#web/ui/figures.tsx';
import { Link } from '#web/ui/link.tsx';

/** The key figures: each opens its records and its definition. */
export function Tiles({ board, ask }: { board: Board; ask: BoardAsk }) {
  const { met, comparison } = board;
  const way = ways(board, ask);
  const isChild = board.ageClass === 'UNDER_18';
  const share = (n: number, of: number) => (of === 0 ? '–' : percent(n / of));
  const before = comparison.verdict === 'told' || comparison.verdict === 'tooFew';
  return (
    <KeyFigures label={t(messages.keyFigures)}>
      <KeyFigure
        label={t(isChild ? messages.childrenMet : messages.personsMet)}
        value={integer(met.children)}
        unit={t(isChild ? messages.childUnit : messages.personUnit)}
        more={<Encounters board={board} href={way('encounters')} />}
        recordsHref={way('children')}
        definitionHref={definition(ask, 'children_met')}
      />
      <KeyFigure
        label={t(messages.returned)}
        value={integer(met.returned)}
        unit={t(isChild ? messages.childUnit : messages.personUnit)}
        more={
          before
            ? t(messages.lastYear, {
                share: share(comparison.now.returned, comparison.now.children),
                before: share(comparison.before.returned, comparison.before.children),
              })
            : t(messages.ofThose, { share: share(met.returned, met.children) })
        }
        recordsHref={way('returned')}
        definitionHref={definition(ask, 'returned_children')}
      />
      {board.care ? <CareTiles care={board.care} ask={ask} way={way} /> : null}
    </KeyFigures>
  );
}

// The sign stays with its number at the end of a narrow line.
const percent = (share: number) => percentWords(share).replace(' ', '\u00a0');

type Ways = (figure: string, more?: Record<string, string>) => string | undefined;

function ways(board: Board, ask: BoardAsk): Ways {
  return (figure, more) => (board.opensRecords ? boardHref(ask, { catatan: figure, ...more }) : undefined);
}

const definition = (ask: BoardAsk, name: string) => boardHref(ask, { definisi: name });

function Encounters({ board, href }: { board: Board; href: string | undefined }): ReactNode {
  const reported = board.reported[board.ageClass];
  const text = t(messages.inEncounters, { n: integer(board.met.encounters + reported) });
  return (
    <>
      {href ? <Link href={href}>{text}</Link> : text}
      {reported > 0 ? `; ${t(messages.reportedSome, { n: integer(reported) })}` : ''}
    </>
  );
}

function CareTiles({ care, ask, way }: { care: Care; ask: BoardAsk; way: Ways }) {
  const lists = useLists().data;
  const goal = (key: string, show: (value: number) => string) => {
    const value = lists?.number(key);
    return value === undefined ? '' : `; ${t(messages.target, { target: show(value) })}`;
  };
  const share = (it: { n: number; of: number }) =>
    it.of === 0 ? '–' : percent(it.n / it.of).replace(/\s?%$/, '');
  const outOf = (it: { n: number; of: number }) =>
    it.of === 0 ? t(messages.none) : t(messages.outOf, { n: integer(it.n), of: integer(it.of) });
  const home = care.home.find((it) => it.month === 3) ?? { n: 0, of: 0 };
  const { medianHours, of } = care.handover;
  const whole = isNarrowed(ask) ? ` (${t(messages.wholeCityFigure)})` : '';
  return (
    <>
      <KeyFigure
        label={t(messages.toHandover)}
        value={medianHours === null ? '–' : decimal(medianHours)}
        unit={medianHours === null ? undefined : t(messages.hours)}
        more={
          (of === 0 ? t(messages.none) : t(messages.medianOf, { n: integer(of) })) +
          goal('targetHandoverHours', (hours) => `${hours} ${t(messages.hours)}`) +
          whole
        }
        recordsHref={way('handover')}
        definitionHref={definition(ask, 'handover_hours')}
      />
      <KeyFigure
        label={t(messages.assessedInTime)}
        value={share(care.assessed)}
        unit={care.assessed.of === 0 ? undefined : '%'}
        more={outOf(care.assessed) + goal('targetAssessedShare', percent) + whole}
        recordsHref={way('assessed')}
        definitionHref={definition(ask, 'assessed_in_time')}
      />
      <KeyFigure
        label={t(messages.referralsInTime)}
        value={share(care.referrals)}
        unit={care.referrals.of === 0 ? undefined : '%'}
        more={outOf(care.referrals) + goal('targetReferralShare', percent) + whole}
        recordsHref={way('referral')}
        definitionHref={definition(ask, 'referrals_in_time')}
      />
      <KeyFigure
        label={t(messages.stillHomeTile)}
        value={share(home)}
        unit={home.of === 0 ? undefined : '%'}
        more={
          (home.of === 0
            ? t(messages.none)
            : t(messages.homeMore, { n: integer(home.n), of: integer(home.of) })) + whole
        }
        recordsHref={way('home', { kode: '3' })}
        definitionHref={definition(ask, 'still_home')}
      />
    </>
  );
}
