import { useSearch } from 'wouter';
import { messages } from '#cases/messages.ts';
import type { CasePage } from '#cases/schema/reads.ts';
import { AccessTab } from '#web/cases/access-tab.tsx';
import { ActsCard } from '#web/cases/acts.tsx';
import { AftercareTab } from '#web/cases/aftercare.tsx';
import { AssessmentTab, FactorsCard } from '#web/cases/assessment.tsx';
import { NotesTab, noteIcon, noteName } from '#web/cases/notes.tsx';
import { PlanCard } from '#web/cases/plan.tsx';
import { SealedTab } from '#web/cases/sealed.tsx';
import { CaseDue, RiskTag } from '#web/cases/words.tsx';
import { PersonOf } from '#web/persons/person-of.tsx';
import { date, dateTime, shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Aside, Card, Facts, Row, Split, Stack } from '#web/ui/layout.tsx';
import { Stepper, Timeline, TimelineItem } from '#web/ui/lists.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';
import { type Tab, Tabs } from '#web/ui/tabs.tsx';
import { Tag } from '#web/ui/tag.tsx';
import '#web/cases/cases.css';

/** One case: where it stands, its plan with clocks, what stops it from closing, and everything behind that. */
export function Screen({ params }: ScreenProps) {
  const caseId = params.caseId ?? '';
  const page = useQuery<CasePage>(`cases/${caseId}`);
  const lists = useLists();
  const it = page.data;
  return (
    <Page
      title={t(messages.title, { number: it?.caseNumber ?? '' })}
      crumbs={[{ label: t(messages.place), href: '/kasus' }]}
      head={it ? <Head page={it} /> : undefined}
      actions={it ? <HeadActs page={it} /> : null}
    >
      <Loaded query={lists} what={t(messages.one)}>
        {(words) => (
          <Loaded query={page} what={t(messages.one)} lines={10}>
            {(data) => <Whole page={data} lists={words} reload={page.reload} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Head({ page }: { page: CasePage }) {
  const last = page.closures?.[0];
  const others = (page.team ?? []).filter((it) => it.staffId !== page.worker?.staffId);
  return (
    <Stack gap="tight">
      <Row>
        <h1 tabIndex={-1}>{t(messages.title, { number: page.caseNumber })}</h1>
        {page.riskLevel ? <RiskTag level={page.riskLevel} /> : null}
        {page.state === 'closed' && page.closedAt ? (
          <Tag>{t(messages.closedTag, { day: shortDate(page.closedAt) })}</Tag>
        ) : null}
        {page.state === 'open' && last?.reopenedAt ? (
          <Tag>{t(messages.reopenedTag, { day: shortDate(last.reopenedAt) })}</Tag>
        ) : null}
      </Row>
      <PersonOf person={page.person} more={page.worker ? workersOf(page.worker.name, others) : undefined} />
    </Stack>
  );
}

function workersOf(worker: string, others: readonly { name: string }[]): string {
  const first = t(messages.workerIs, { name: worker });
  if (others.length === 0) return first;
  return `${first} ${t(messages.teamWith, { names: others.map((it) => it.name).join(', ') })}`;
}

function HeadActs({ page }: { page: CasePage }) {
  if (!page.abilities.includes('work') || page.state !== 'open') return null;
  return (
    <>
      <LinkButton href={`/kasus/${page.caseId}/rujuk`} icon="referral">
        {t(messages.refer)}
      </LinkButton>
      {page.assessedAt === null || page.reassessBy ? (
        <LinkButton href={`/kasus/${page.caseId}/asesmen`} kind="primary" icon="pen">
          {t(messages.assess)}
        </LinkButton>
      ) : (
        <LinkButton href={`/kasus/${page.caseId}?bagian=catatan`} kind="primary" icon="pen">
          {t(messages.noteAdd)}
        </LinkButton>
      )}
    </>
  );
}

type Props = { page: CasePage; lists: Lists; reload: () => void };

function Whole({ page, lists, reload }: Props) {
  const stages = lists.codes('case_stage').filter((it) => it.extra.beforeCase !== true);
  const at = stages.findIndex((it) => it.code === page.stage);
  const texts = page.notes !== undefined;
  return (
    <Stack>
      {page.standing === 'breakGlass' ? (
        <Notice tone="warning" icon="key" title={t(messages.glassTag)}>
          {t(messages.glassTagMore)}
        </Notice>
      ) : null}
      <Card>
        <Stepper
          label={t(messages.steps)}
          at={at === -1 ? 0 : at}
          steps={stages.map((it) => lists.label('case_stage', it.code))}
        />
      </Card>
      {texts ? (
        <Parts page={page} lists={lists} reload={reload} />
      ) : (
        <Limited page={page} lists={lists} reload={reload} />
      )}
    </Stack>
  );
}

/** What those see who have no part in the case itself: dates, and the lines and visits that were given to them. */
function Limited({ page, lists, reload }: Props) {
  const agencies = useAgencies();
  return (
    <Stack>
      <Notice icon="lock">{t(messages.limitedTo)}</Notice>
      <Card>
        <Facts
          facts={[
            [t(messages.agency), agencies.nameOf(page.agencyCode)],
            [t(messages.openedOn), date(page.openedAt)],
            ...(page.assessBy ? [[t(messages.assessBy), date(page.assessBy)] as const] : []),
            [t(messages.due), <CaseDue key="due" due={page.due} />],
          ]}
        />
      </Card>
      {page.plan ? <PlanCard page={page} lists={lists} reload={reload} /> : null}
      {page.aftercare ? <AftercareTab page={page} lists={lists} reload={reload} /> : null}
    </Stack>
  );
}

function Parts({ page, lists, reload }: Props) {
  const part = new URLSearchParams(useSearch()).get('bagian') ?? 'rencana';
  const here = (name: string) => `/kasus/${page.caseId}${name === 'rencana' ? '' : `?bagian=${name}`}`;
  const tabs: Tab[] = [
    { href: here('rencana'), label: t(messages.tabPlan) },
    { href: here('asesmen'), label: t(messages.tabAssessment) },
    { href: here('catatan'), label: t(messages.tabNotes), count: page.notes?.length ?? 0 },
    { href: here('bimbingan'), label: t(messages.tabAftercare) },
    ...(page.abilities.includes('seal') ? [{ href: here('tersegel'), label: t(messages.tabSealed) }] : []),
    ...(page.abilities.includes('history') ? [{ href: here('akses'), label: t(messages.tabAccess) }] : []),
  ];
  return (
    <Stack>
      <Tabs label={t(messages.parts)} here={here(part)} tabs={tabs} />
      {part === 'asesmen' ? <AssessmentTab page={page} lists={lists} /> : null}
      {part === 'catatan' ? <NotesTab page={page} reload={reload} /> : null}
      {part === 'bimbingan' ? <AftercareTab page={page} lists={lists} reload={reload} /> : null}
      {part === 'tersegel' ? <SealedTab caseId={page.caseId} lists={lists} /> : null}
      {part === 'akses' ? <AccessTab caseId={page.caseId} lists={lists} /> : null}
      {part === 'rencana' ? (
        <Split>
          <Stack>
            <PlanCard page={page} lists={lists} reload={reload} />
            <FactorsCard page={page} lists={lists} />
          </Stack>
          <Aside label={t(messages.before)}>
            {page.state === 'open' ? <GateCard page={page} /> : null}
            <ActsCard page={page} lists={lists} reload={reload} />
            <LatestCard page={page} />
          </Aside>
        </Split>
      ) : null}
    </Stack>
  );
}

/** What has to be done before the case may be closed; the button stays and says what is missing. */
function GateCard({ page }: { page: CasePage }) {
  const ends = (kind: string) => (page.looseEnds ?? []).filter((it) => it.kind === kind);
  const agencies = useAgencies();
  const holders = ends('custody').map((it) => agencies.nameOf(it.agencyCode));
  const asked = ends('referral').map((it) => agencies.nameOf(it.agencyCode));
  const planned = (page.plan ?? []).length > 0;
  const lines = [
    { ok: page.assessedAt !== null, words: t(messages.gateAssessed), more: '' },
    {
      ok: planned && ends('plan_line').length === 0,
      words: t(planned ? messages.gatePlan : messages.gatePlanNone),
      more: '',
    },
    { ok: asked.length === 0, words: t(messages.gateReferrals), more: asked.join(', ') },
    { ok: holders.length === 0, words: t(messages.gateCustody), more: holders.join(', ') },
  ];
  const ready = ends('plan_line').length === 0 && asked.length === 0;
  return (
    <Card title={t(messages.before)}>
      <ul className="gate">
        {lines.map((line) => (
          <li key={line.words} className={line.ok ? 'is-yes' : undefined}>
            <Icon name={line.ok ? 'check' : 'minus'} />
            <span>
              <span className="sr">{t(line.ok ? messages.done : messages.notYet)}: </span>
              {line.words}
              {line.more ? <span className="meta"> ({line.more})</span> : null}
            </span>
          </li>
        ))}
      </ul>
      <p className="meta">{t(messages.gateNote)}</p>
      {page.abilities.includes('work') ? (
        ready ? (
          <LinkButton href={`/kasus/${page.caseId}/tutup`} block>
            {t(messages.close)}
          </LinkButton>
        ) : (
          <Button block blocked={t(messages.closeBlocked)}>
            {t(messages.close)}
          </Button>
        )
      ) : null}
    </Card>
  );
}

function LatestCard({ page }: { page: CasePage }) {
  const latest = (page.notes ?? []).slice(0, 6);
  if (latest.length === 0) return null;
  return (
    <Card
      title={t(messages.notes)}
      actions={
        <LinkButton kind="quiet" href={`/kasus/${page.caseId}?bagian=catatan`}>
          {t(messages.all)}
        </LinkButton>
      }
    >
      <Timeline>
        {latest.map((note) => (
          <TimelineItem
            key={note.noteId}
            icon={noteIcon(note.kind)}
            meta={`${dateTime(note.occurredAt)} · ${note.by ?? ''}`}
          >
            <b>{noteName(note.kind)}</b>
            <p className="said">{note.body.length > 140 ? `${note.body.slice(0, 140)}…` : note.body}</p>
          </TimelineItem>
        ))}
      </Timeline>
    </Card>
  );
}
