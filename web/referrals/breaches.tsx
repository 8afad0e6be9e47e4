import { messages } from '#referrals/messages.ts';
import type { AgencyBreaches, BreachList, ReferralItem } from '#referrals/schema.ts';
import { integer, workingDays } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import { useListed } from '#web/platform/use-query.ts';
import { ReferralTabs } from '#web/referrals/lists.tsx';
import { ReferralClock, ReferralPerson } from '#web/referrals/words.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Card, Stack } from '#web/ui/layout.tsx';
import { WorkItem, WorkList } from '#web/ui/lists.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { Tag } from '#web/ui/tag.tsx';

/** Which agencies leave children waiting: numbers for each, then the referrals themselves by initials. */
export function BreachesPage() {
  const list = useListed<ReferralItem>('referrals/breaches');
  const lists = useLists();
  const agenciesOf = (data: Partial<BreachList>) => data.agencies ?? [];
  return (
    <Page title={t(messages.breaches)} lead={t(messages.breachesLead)}>
      <Stack gap="wide">
        <ReferralTabs here="/rujukan/lewat-waktu" />
        <Loaded query={lists} what={t(messages.list)}>
          {(words) => (
            <Loaded query={list} what={t(messages.list)}>
              {(data) => (
                <Stack gap="wide">
                  <AgencyTable agencies={agenciesOf(data)} words={words} />
                  <Late items={data.items} words={words} />
                  <Pager {...list} />
                </Stack>
              )}
            </Loaded>
          )}
        </Loaded>
      </Stack>
    </Page>
  );
}

function AgencyTable({ agencies, words }: { agencies: readonly AgencyBreaches[]; words: Lists }) {
  const names = useAgencies();
  const escalateAfter = words.number('referralEscalateAfterWorkingDays');
  const columns: Column<AgencyBreaches>[] = [
    { head: t(messages.agency), cell: (row) => names.nameOf(row.agencyCode), lead: true },
    { head: t(messages.open), cell: (row) => integer(row.open), num: true, wide: true },
    { head: t(messages.paused), cell: (row) => integer(row.paused), num: true, wide: true },
    { head: t(messages.late), cell: (row) => <b>{integer(row.late)}</b>, num: true },
    { head: t(messages.escalated), cell: (row) => integer(row.escalated), num: true },
  ];
  if (agencies.length === 0) return null;
  return (
    <Card title={t(messages.byAgency)}>
      <DataTable
        columns={columns}
        rows={agencies}
        rowKey={(row) => row.agencyCode}
        caption={t(messages.byAgency)}
        captionHidden
        numeric
      />
      {escalateAfter === undefined ? null : (
        <p className="meta">{t(messages.escalatedHint, { days: workingDays(escalateAfter) })}</p>
      )}
    </Card>
  );
}

function Late({ items, words }: { items: readonly ReferralItem[]; words: Lists }) {
  const names = useAgencies();
  if (items.length === 0)
    return (
      <EmptyState level={2} title={t(messages.noBreach)}>
        {t(messages.noBreachMore)}
      </EmptyState>
    );
  return (
    <section aria-labelledby="late">
      <h2 id="late">{t(messages.which)}</h2>
      <WorkList>
        {items.map((referral) => (
          <WorkItem
            key={referral.referralId}
            clock={<ReferralClock referral={referral} />}
            title={words.label('duty', referral.dutyCode)}
            href={`/rujukan/${referral.referralId}`}
            meta={`${referral.number} · ${names.nameOf(referral.toAgency)}`}
            who={<ReferralPerson referral={referral} />}
            action={referral.escalated ? <Tag tone="negative">{t(messages.escalated)}</Tag> : null}
          />
        ))}
      </WorkList>
    </section>
  );
}

/** The same page under its own address, for a supervisor. */
export function Screen() {
  return <BreachesPage />;
}
