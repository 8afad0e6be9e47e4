import { messages } from '#custody/messages.ts';
import type { OwnPaper, RecentHandover } from '#custody/schema/reads.ts';
import { OwnPaperLine } from '#web/custody/done.tsx';
import { HandoverLine } from '#web/custody/handovers-card.tsx';
import { DeskTabs } from '#web/custody/words.tsx';
import { PersonOf } from '#web/persons/person-of.tsx';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useLists } from '#web/platform/lists.ts';
import { useListed, useQuery } from '#web/platform/use-query.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Card, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import '#web/custody/custody.css';

/** The hand-overs one gave or received, and the papers of those just recorded. */
export function Screen() {
  const lists = useLists();
  return (
    <Page
      title={t(messages.recentTitle)}
      lead={t(messages.recentLead)}
      crumbs={[{ label: t(messages.place), href: '/penjagaan' }]}
    >
      <Stack gap="wide">
        <DeskTabs here="/penjagaan/serah-terima" />
        <Loaded query={{ ...lists, set: () => {} }} what={t(messages.listWhat)}>
          {(words) => (
            <Stack gap="wide">
              <OwnPapers words={words} />
              <Recent words={words} />
            </Stack>
          )}
        </Loaded>
      </Stack>
    </Page>
  );
}

function OwnPapers({ words }: { words: Lists }) {
  const papers = useQuery<{ items: OwnPaper[] }>('custody/papers');
  const items = papers.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card title={t(messages.ownPapers)} actions={<span className="meta">{t(messages.ownPapersLead)}</span>}>
      <ul className="chain">
        {items.map((paper) => (
          <li key={paper.handoverId}>
            <OwnPaperLine paper={paper} words={words} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Recent({ words }: { words: Lists }) {
  const list = useListed<RecentHandover>('custody/recent');
  return (
    <Loaded query={list} what={t(messages.listWhat)}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState level={2} title={t(messages.recentNone)}>
            {t(messages.recentNoneMore)}
          </EmptyState>
        ) : (
          <>
            <Card flush>
              <DataTable
                caption={t(messages.recentTitle)}
                captionHidden
                rows={items}
                rowKey={(it) => it.handover.handoverId}
                columns={[
                  { head: t(messages.colPerson), cell: (it) => <PersonOf person={it.person} />, lead: true },
                  {
                    head: t(messages.when),
                    cell: (it) => (
                      <>
                        <b>{dateTime(it.handover.occurredAt)}</b>
                        <div className="meta">{it.handover.number}</div>
                      </>
                    ),
                  },
                  {
                    head: t(messages.handovers),
                    cell: (it) => <HandoverLine handover={it.handover} words={words} />,
                  },
                ]}
              />
            </Card>
            <Pager {...list} />
          </>
        )
      }
    </Loaded>
  );
}
