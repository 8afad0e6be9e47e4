import { useState } from 'react';
import { messages } from '#agencies/messages.ts';
import type { AdministeredStaff } from '#agencies/schema.ts';
import { ChangeState, MoveDesk } from '#web/agencies/change-person.tsx';
import { CodeLetter } from '#web/agencies/code-letter.tsx';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useLists } from '#web/platform/lists.ts';
import { roleWords } from '#web/platform/role-words.ts';
import { useListed } from '#web/platform/use-query.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Card, Row } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { Tag } from '#web/ui/tag.tsx';

type Asked = { what: 'code' | 'move' | 'suspended' | 'ended' | 'active'; person: AdministeredStaff };

/** Everybody with an account, for the administrator: invite, give a code, move, suspend, end. */
export function Screen() {
  const list = useListed<AdministeredStaff>('people');
  const [asked, ask] = useState<Asked>();
  const close = (changed: boolean) => {
    ask(undefined);
    if (changed) list.reload();
  };
  return (
    <Page
      title={t(messages.people)}
      lead={t(messages.peopleLead)}
      actions={
        <>
          <LinkButton href="/orang/undang" kind="primary" icon="plus">
            {t(messages.invite)}
          </LinkButton>
          <LinkButton href="/orang/lembar">{t(messages.readSheet)}</LinkButton>
        </>
      }
    >
      <Card>
        <Loaded query={list} what={t(messages.people)}>
          {() =>
            list.items.length === 0 ? (
              <EmptyState level={2} title={t(messages.emptyTitle)}>
                {t(messages.emptyMore)}
              </EmptyState>
            ) : (
              <Table people={list.items} ask={ask} />
            )
          }
        </Loaded>
        <Pager {...list} />
      </Card>
      {asked?.what === 'code' ? <CodeLetter person={asked.person} onClose={close} /> : null}
      {asked?.what === 'move' ? <MoveDesk person={asked.person} onClose={close} /> : null}
      {asked && asked.what !== 'code' && asked.what !== 'move' ? (
        <ChangeState person={asked.person} to={asked.what} onClose={close} />
      ) : null}
    </Page>
  );
}

const stateWords = {
  invited: messages.invitedState,
  active: messages.activeState,
  suspended: messages.suspendedState,
  ended: messages.endedState,
};
const stateTones = {
  invited: 'warning',
  active: 'positive',
  suspended: 'negative',
  ended: 'neutral',
} as const;

function Table({ people, ask }: { people: readonly AdministeredStaff[]; ask: (asked: Asked) => void }) {
  const lists = useLists();
  return (
    <DataTable
      caption={t(messages.people)}
      captionHidden
      rows={people}
      rowKey={(it) => it.staffId}
      columns={[
        { head: t(messages.person), lead: true, cell: (it) => <PersonCell it={it} /> },
        {
          head: t(messages.desk),
          cell: (it) => (
            <>
              {t(roleWords[it.role])}
              <div className="meta">
                {[it.agencyName, lists.data?.area(it.areaCode)].filter(Boolean).join(' · ')}
              </div>
            </>
          ),
        },
        {
          head: t(messages.state),
          cell: (it) => <Tag tone={stateTones[it.state]}>{t(stateWords[it.state])}</Tag>,
        },
        { head: t(messages.code), cell: (it) => codeWords(it) },
        { head: t(messages.acts), acts: true, cell: (it) => <Acts it={it} ask={ask} /> },
      ]}
    />
  );
}

function PersonCell({ it }: { it: AdministeredStaff }) {
  return (
    <>
      {it.name}
      <div className="meta">{it.username}</div>
    </>
  );
}

function codeWords(it: AdministeredStaff): string {
  if (it.codeUsedAt) return t(messages.codeUsed, { time: dateTime(it.codeUsedAt) });
  return it.codeUntil ? t(messages.codeUntil, { time: dateTime(it.codeUntil) }) : t(messages.noCode);
}

function Acts({ it, ask }: { it: AdministeredStaff; ask: (asked: Asked) => void }) {
  if (it.state === 'ended') return null;
  return (
    <Row>
      <Button kind="quiet" onClick={() => ask({ what: 'code', person: it })}>
        {t(messages.makeCode)}
      </Button>
      <Button kind="quiet" onClick={() => ask({ what: 'move', person: it })}>
        {t(messages.move)}
      </Button>
      {it.state === 'suspended' ? (
        <Button kind="quiet" onClick={() => ask({ what: 'active', person: it })}>
          {t(messages.resume)}
        </Button>
      ) : (
        <Button kind="quiet" onClick={() => ask({ what: 'suspended', person: it })}>
          {t(messages.suspend)}
        </Button>
      )}
      <Button kind="danger" onClick={() => ask({ what: 'ended', person: it })}>
        {t(messages.end)}
      </Button>
    </Row>
  );
}
