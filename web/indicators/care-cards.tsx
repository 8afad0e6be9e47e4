import { messages } from '#indicators/messages.ts';
import type { Board, Care } from '#indicators/schema.ts';
import { type BoardAsk, boardHref } from '#web/indicators/ask.ts';
import { DefinitionLink, Opening, TableOf, WholeCity } from '#web/indicators/card-parts.tsx';
import { integer, percent } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useAgencies, useLists } from '#web/platform/lists.ts';
import { classes, cssValues } from '#web/ui/css-values.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Bar } from '#web/ui/figures.tsx';
import { Card } from '#web/ui/layout.tsx';

type Parts = { board: Board; care: Care; ask: BoardAsk };

/** Which agency answers in time: a bar with a mark for the target, and the figures beside it. */
export function ReferralsCard({ board, care, ask }: Parts) {
  const { nameOf } = useAgencies();
  const target = useLists().data?.number('targetReferralShare');
  return (
    <Card
      title={t(messages.referralsQuestion)}
      actions={<DefinitionLink ask={ask} name="referrals_in_time" />}
    >
      <WholeCity ask={ask} />
      {care.referrals.agencies.length === 0 ? <p className="muted">{t(messages.none)}</p> : null}
      {target === undefined ? null : (
        <p className="muted">{t(messages.targetMark, { target: percent(target) })}</p>
      )}
      {care.referrals.agencies.length > 0 ? (
        <TableOf table="referrals" ask={ask} open summary={t(messages.byAgency)}>
          <DataTable
            numeric
            flush
            caption={t(messages.referralsQuestion)}
            captionHidden
            rows={care.referrals.agencies}
            rowKey={(row) => row.agencyCode}
            columns={[
              {
                head: t(messages.agency),
                lead: true,
                cell: (row) => (
                  <>
                    {nameOf(row.agencyCode)}
                    <Bar share={row.n / row.of} target={target} tone={toneOf(row.n / row.of, target)} />
                  </>
                ),
              },
              {
                head: t(messages.inTime),
                num: true,
                cell: (row) => (
                  <Opening
                    board={board}
                    n={row.of}
                    href={boardHref(ask, { catatan: 'referral', kode: row.agencyCode })}
                  >
                    <b>{percent(row.n / row.of)}</b> {row.n}/{row.of}
                  </Opening>
                ),
              },
            ]}
          />
        </TableOf>
      ) : null}
    </Card>
  );
}

function toneOf(share: number, target: number | undefined) {
  if (target === undefined) return 'plain';
  if (share >= target) return 'done';
  return share < target - 0.25 ? 'over' : 'plain';
}

/** What brings children to the street: factors outside the child against those within. */
export function FactorsCard({ board, care, ask }: Parts) {
  const { factors } = care;
  return (
    <Card title={t(messages.factorsQuestion)} actions={<DefinitionLink ask={ask} name="factors" />}>
      <WholeCity ask={ask} />
      <p className="muted">
        <Opening board={board} n={factors.assessed} href={boardHref(ask, { catatan: 'factor' })}>
          {t(messages.childrenAssessed, { n: integer(factors.assessed) })}
        </Opening>
        ; {t(messages.severalFactors)}
      </p>
      <div className="factwo">
        <Side board={board} care={care} ask={ask} side="external" />
        <Side board={board} care={care} ask={ask} side="internal" />
      </div>
      <TableOf table="factors" ask={ask}>
        <FactorTable board={board} care={care} ask={ask} />
      </TableOf>
    </Card>
  );
}

const shownOfSide = 6;

function Side({ board, care, ask, side }: Parts & { side: 'internal' | 'external' }) {
  const lists = useLists().data;
  const items = care.factors.items.filter((it) => lists?.code('factor', it.code)?.extra.side === side);
  const most = Math.max(1, ...care.factors.items.map((it) => it.children));
  return (
    <div>
      <h3 className="label">{t(messages[side])}</h3>
      {items.length === 0 ? <p className="muted">{t(messages.none)}</p> : null}
      {items.slice(0, shownOfSide).map((it) => (
        <div className="fac" key={it.code}>
          <span>{lists?.label('factor', it.code)}</span>
          <span
            className={classes('fac__bar', side === 'internal' && 'fac__bar--within')}
            ref={cssValues({ '--v': `${((it.children / most) * 100).toFixed(1)}%` })}
            aria-hidden="true"
          />
          <b>
            <Opening
              board={board}
              n={it.children}
              href={boardHref(ask, { catatan: 'factor', kode: it.code })}
            />
          </b>
        </div>
      ))}
    </div>
  );
}

function FactorTable({ board, care, ask }: Parts) {
  const lists = useLists().data;
  return (
    <DataTable
      numeric
      flush
      caption={t(messages.factorsQuestion)}
      captionHidden
      rows={care.factors.items}
      rowKey={(row) => row.code}
      columns={[
        { head: t(messages.factor), lead: true, cell: (row) => lists?.label('factor', row.code) ?? row.code },
        { head: t(messages.code), cell: (row) => row.code },
        {
          head: t(messages.children),
          num: true,
          cell: (row) => (
            <Opening
              board={board}
              n={row.children}
              href={boardHref(ask, { catatan: 'factor', kode: row.code })}
            />
          ),
        },
        {
          head: t(messages.share),
          num: true,
          cell: (row) => (care.factors.assessed === 0 ? '–' : percent(row.children / care.factors.assessed)),
        },
      ]}
    />
  );
}

/** Whether children who returned are still at home, by visit. */
export function HomeCard({ board, care, ask }: Parts) {
  return (
    <Card title={t(messages.homeQuestion)} actions={<DefinitionLink ask={ask} name="still_home" />} flush>
      <WholeCity ask={ask} />
      <DataTable
        numeric
        caption={t(messages.homeQuestion)}
        captionHidden
        rows={care.home}
        rowKey={(row) => String(row.month)}
        columns={[
          { head: t(messages.monthAfter), lead: true, cell: (row) => t(messages.monthNo, { n: row.month }) },
          {
            head: t(messages.stillHome),
            num: true,
            cell: (row) => (
              <Opening
                board={board}
                n={row.n}
                href={boardHref(ask, { catatan: 'home', kode: String(row.month) })}
              />
            ),
          },
          {
            head: t(messages.ofAll),
            num: true,
            cell: (row) => (
              <Opening
                board={board}
                n={row.of}
                href={boardHref(ask, { catatan: 'home', kode: String(row.month) })}
              />
            ),
          },
          { head: t(messages.share), num: true, cell: (row) => percent(row.n / row.of) },
        ]}
      />
    </Card>
  );
}
