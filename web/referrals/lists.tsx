import { messages } from '#referrals/messages.ts';
import { t } from '#web/platform/i18n.ts';
import { useAgencies } from '#web/platform/lists.ts';
import type { Role } from '#web/platform/roles.ts';
import { useSession } from '#web/platform/session.tsx';
import { ReferralCards, type Side, useReferralList, ViewSegment } from '#web/referrals/referral-list.tsx';
import { useRoomy } from '#web/referrals/roomy.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Split, Stack } from '#web/ui/layout.tsx';
import { Page } from '#web/ui/page.tsx';
import { Tabs } from '#web/ui/tabs.tsx';

const team: readonly Role[] = ['social_worker', 'supervisor'];

/** Which side of referrals a role begins with: a case team with what it sent, a partner with its queue. */
export function firstSideOf(role: Role): Side {
  return team.includes(role) ? 'sent' : 'queue';
}

/** The ways through referrals for who has more than one. */
export function ReferralTabs({ here }: { here: string }) {
  const { role } = useSession().staff;
  if (!team.includes(role)) return null;
  const tabs = [
    { href: '/rujukan', label: t(messages.tabSent) },
    { href: '/rujukan/masuk', label: t(messages.tabQueue) },
    ...(role === 'supervisor' ? [{ href: '/rujukan/lewat-waktu', label: t(messages.tabBreaches) }] : []),
  ];
  return <Tabs tabs={tabs} here={here} label={t(messages.tabs)} />;
}

/** A page of one side's referrals. */
export function ReferralLists({ side, here }: { side: Side; here: string }) {
  const { agencyCode } = useSession().staff;
  const agencies = useAgencies();
  const list = useReferralList(side);
  const { counts } = list;
  const roomy = useRoomy();
  return (
    <Page
      title={t(side === 'queue' ? messages.queueOf : messages.sentBy, {
        agency: agencies.nameOf(agencyCode),
      })}
      lead={counts ? t(messages.countLead, { waiting: counts.waiting, late: counts.late }) : undefined}
      actions={<ViewSegment list={list} />}
    >
      <Stack gap="wide">
        <ReferralTabs here={here} />
        {roomy ? (
          <Split shape="list">
            <ReferralCards list={list} side={side} />
            {list.items.length > 0 ? (
              <EmptyState level={2} title={t(messages.choose)}>
                {t(messages.chooseMore)}
              </EmptyState>
            ) : null}
          </Split>
        ) : (
          <ReferralCards list={list} side={side} />
        )}
      </Stack>
    </Page>
  );
}
