import { messages } from '#custody/messages.ts';
import type { KeptBelonging } from '#custody/schema/reads.ts';
import { useAct } from '#web/custody/use-act.ts';
import { DeskTabs } from '#web/custody/words.tsx';
import { accepted } from '#web/platform/api.ts';
import { date, shortDate, wallClock } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useListed } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Card, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { Tag } from '#web/ui/tag.tsx';
import '#web/custody/custody.css';

/** What one's unit keeps of people who may have left long ago, by the day on which it goes back. */
export function Screen() {
  const list = useListed<KeptBelonging>('custody/belongings');
  const act = useAct();
  const today = wallClock(Date.now()).date;
  const giveBack = (it: KeptBelonging) =>
    act.run(it.belongingId, t(messages.returnDone), async () => {
      await accepted('custody/return-belonging', { belongingId: it.belongingId });
      list.reload();
    });
  return (
    <Page
      title={t(messages.keptBoardTitle)}
      lead={t(messages.keptBoardLead)}
      crumbs={[{ label: t(messages.place), href: '/penjagaan' }]}
    >
      <Stack gap="wide">
        <DeskTabs here="/penjagaan/barang" />
        {act.problem ? <ProblemNotice problem={act.problem} /> : null}
        <Loaded query={list} what={t(messages.listWhat)}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState level={2} title={t(messages.keptNone)}>
                {t(messages.keptNoneMore)}
              </EmptyState>
            ) : (
              <>
                <Card flush>
                  <DataTable
                    caption={t(messages.keptBoardTitle)}
                    captionHidden
                    rows={items}
                    rowKey={(it) => it.belongingId}
                    columns={[
                      {
                        head: t(messages.what),
                        lead: true,
                        cell: (it) => (
                          <>
                            <b>{it.what}</b>
                            <div className="meta">
                              {t(messages.keptSince, { when: shortDate(it.recordedAt) })}
                              {it.number ? ` · ${it.number}` : null}
                            </div>
                          </>
                        ),
                      },
                      {
                        head: t(messages.returnDue),
                        cell: (it) => (
                          <>
                            {it.returnDue ? date(it.returnDue) : '–'}{' '}
                            {it.returnDue && it.returnDue < today ? (
                              <Tag tone="negative">{t(messages.lateReturn)}</Tag>
                            ) : null}
                          </>
                        ),
                      },
                      {
                        head: t(messages.colStep),
                        cell: (it) => (
                          <Button busy={act.busy === it.belongingId} onClick={() => giveBack(it)}>
                            {t(messages.returnIt)}
                          </Button>
                        ),
                      },
                    ]}
                  />
                </Card>
                <Pager {...list} />
              </>
            )
          }
        </Loaded>
      </Stack>
    </Page>
  );
}
