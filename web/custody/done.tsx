import { messages } from '#custody/messages.ts';
import type { OwnPaper } from '#custody/schema/reads.ts';
import { Papers } from '#web/custody/handovers-card.tsx';
import { dateTime, time } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useLists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Card, Row } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';

/** After a hand-over: its number, and its papers while they may be printed. Nothing of the child stands here. */
export function Screen({ params }: ScreenProps) {
  const papers = useQuery<{ items: OwnPaper[] }>('custody/papers');
  const lists = useLists();
  const paper = papers.data?.items.find((it) => it.handoverId === params.handoverId);
  return (
    <Page
      title={paper ? t(messages.doneTitle, { number: paper.number }) : t(messages.recentTitle)}
      crumbs={[{ label: t(messages.place), href: '/penjagaan' }]}
      actions={
        <LinkButton kind="primary" href="/penjagaan">
          {t(messages.backToBoard)}
        </LinkButton>
      }
    >
      <Loaded query={{ ...lists, set: () => {} }} what={t(messages.listWhat)}>
        {(words) => (
          <Loaded query={papers} what={t(messages.listWhat)}>
            {() =>
              paper ? (
                <Card title={t(messages.handedOver)}>
                  <OwnPaperLine paper={paper} words={words} />
                </Card>
              ) : (
                <EmptyState level={2} title={t(messages.donePast)}>
                  {t(messages.donePastMore)}
                </EmptyState>
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

/** One act of one's own, without the person: where to, when, and its papers. */
export function OwnPaperLine({ paper, words }: { paper: OwnPaper; words: Lists }) {
  return (
    <>
      <Row>
        <b>{words.label('custody_end', paper.endKind)}</b>
        <span className="meta">
          {paper.number} · {dateTime(paper.occurredAt)}
        </span>
      </Row>
      <p className="meta">{t(messages.doneLead, { when: time(paper.printableUntil) })}</p>
      <Papers handoverId={paper.handoverId} letter={paper.statementLetter} />
    </>
  );
}
