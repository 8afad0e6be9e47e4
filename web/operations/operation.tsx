import { messages } from '#operations/messages.ts';
import type { Operation } from '#operations/schema.ts';
import { OperationActs } from '#web/operations/operation-acts.tsx';
import { PeopleMet } from '#web/operations/people-met.tsx';
import { PointsCard } from '#web/operations/points-card.tsx';
import { ReportedPanel } from '#web/operations/reported-panel.tsx';
import { basisWords, metWords, operationTime, operationTitle, StateTag } from '#web/operations/words.tsx';
import { duration } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { type Query, useQuery } from '#web/platform/use-query.ts';
import { LinkButton, OutButton } from '#web/ui/button.tsx';
import { useNow } from '#web/ui/clock.tsx';
import { Aside, Card, Facts, Row, Split, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';
import '#web/encounters/encounters.css';

/** One operation: what it is, who was met, who answers for them, and closing it. */
export function Screen({ params }: ScreenProps) {
  const query = useQuery<Operation>(`operations/${params.operationId}`);
  const lists = useLists();
  const title = query.data ? operationTitle(query.data, lists.data) : t(messages.operation);
  return (
    <Page title={title} crumbs={[{ label: t(messages.place), href: '/operasi' }]} field>
      <Loaded query={lists} what={t(messages.one)}>
        {(words) => (
          <Loaded query={query} what={t(messages.one)}>
            {(operation) => <OneOperation operation={operation} lists={words} query={query} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

type Shown = { operation: Operation; lists: Lists };

function OneOperation({ operation, lists, query }: Shown & { query: Query<Operation> }) {
  const begun = operation.startedAt !== null;
  return (
    <Split>
      <Stack>
        <Card>
          <Row apart>
            <StateTag state={operation.state} />
            <RunningFor operation={operation} />
          </Row>
          <Headline operation={operation} lists={lists} />
          <OperationFacts operation={operation} lists={lists} />
        </Card>
        {operation.abilities.includes('record') ? (
          <LinkButton href={`/operasi/${operation.operationId}/catat`} kind="primary" icon="plus" big block>
            {t(messages.record)}
          </LinkButton>
        ) : null}
        {operation.state === 'reported' ? (
          <Card>
            <ReportedPanel operationId={operation.operationId} />
          </Card>
        ) : null}
        {begun && operation.onTeam ? <PointsCard operation={operation} lists={lists} /> : null}
        {begun ? <PeopleMet operation={operation} lists={lists} onChanged={query.reload} /> : null}
      </Stack>
      <Aside label={t(messages.operation)}>
        {operation.unaccounted.length > 0 ? (
          <Notice tone="warning" icon="flag" title={t(messages.notYet)}>
            {t(messages.notYetMore, { count: operation.unaccounted.length })}
          </Notice>
        ) : null}
        <OperationActs operation={operation} lists={lists} query={query} />
        <Sites operation={operation} lists={lists} />
        {operation.state === 'under_way' ? (
          <Card title={t(messages.ifNeeded)}>
            <OutButton href="tel:112" icon="phone" block>
              {t(messages.emergency)}
            </OutButton>
          </Card>
        ) : null}
      </Aside>
    </Split>
  );
}

function RunningFor({ operation }: { operation: Operation }) {
  const now = useNow();
  if (operation.state !== 'under_way' || !operation.startedAt) return null;
  const time = duration(now - new Date(operation.startedAt).getTime());
  return <span className="meta num">{t(messages.runningFor, { time })}</span>;
}

function Headline({ operation, lists }: Shown) {
  const agencies = useAgencies();
  const together = [operation.leadAgency, ...operation.partnerAgencies].map(agencies.nameOf).join(', ');
  return (
    <p className="meta">
      {lists.label('operation_kind', operation.kind)} · {together} · {operationTime(operation)}
    </p>
  );
}

function OperationFacts({ operation }: Shown) {
  const team = operation.team
    .map((it) => (it.left ? t(messages.memberLeft, { name: it.name }) : it.name))
    .join(', ');
  return (
    <Facts
      facts={[
        [t(operation.onTeam ? messages.yourTeam : messages.team), team],
        [t(messages.bases), operation.legalBases.map(basisWords).join('; ')],
        ...(operation.instruction ? [[t(messages.instruction), operation.instruction] as const] : []),
        ...(operation.counts.encounters > 0 ? [[t(messages.met), metWords(operation)] as const] : []),
      ]}
    />
  );
}

function Sites({ operation, lists }: Shown) {
  return (
    <Card title={t(messages.sites)}>
      <ol className="stack stack--tight">
        {operation.sites.map((site, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sites keep the order of the plan
          <li key={index}>
            <b>{site.place || lists.label('location_type', site.locationType)}</b>
            <div className="meta">
              {[site.place ? lists.label('location_type', site.locationType) : '', lists.area(site.areaCode)]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
