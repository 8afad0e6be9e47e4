import { messages } from '#today/messages/today.ts';
import { type Message, t } from '#web/platform/i18n.ts';
import type { Role } from '#web/platform/roles.ts';
import { useSession } from '#web/platform/session.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';

const meaning = {
  field_officer: messages.emptyField,
  custody_desk: messages.emptyDesk,
  social_worker: messages.emptyTeam,
  supervisor: messages.emptyTeam,
  partner_desk: messages.emptyPartner,
  area_desk: messages.emptyArea,
  coordinator: messages.emptyCity,
  community_body: messages.emptyCommunityMore,
  data_protection_officer: messages.emptyWatch,
  auditor: messages.emptyWatch,
  administrator: messages.emptyOffice,
} satisfies Record<Role, Message>;

/** Nothing waits: what that means for this role, and what comes next. */
export function EmptyToday() {
  const { role } = useSession().staff;
  const community = role === 'community_body';
  return (
    <Stack>
      <Card>
        <EmptyState title={t(community ? messages.emptyCommunity : messages.emptyTitle)} level={2}>
          {t(meaning[role])}
        </EmptyState>
      </Card>
      {community ? (
        <Card title={t(messages.helpTitle)}>
          <ul className="today__help">
            <li>{t(messages.helpSee)}</li>
            <li>{t(messages.helpKin)}</li>
            <li>{t(messages.helpMentor)}</li>
          </ul>
          <Row>
            <LinkButton href="/instansi" icon="building">
              {t(messages.helpWho)}
            </LinkButton>
          </Row>
        </Card>
      ) : null}
    </Stack>
  );
}
