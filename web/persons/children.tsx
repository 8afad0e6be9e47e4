import type { Person } from '#persons/schema.ts';
import { messages } from '#today/messages/life.ts';
import { PersonOf } from '#web/persons/person-of.tsx';
import { shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useCanOpen } from '#web/platform/router.tsx';
import { useListed } from '#web/platform/use-query.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Card } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import '#web/persons/children.css';

/** The children the viewer's task is about, the latest first. */
export function Screen() {
  const list = useListed<Person>('persons');
  const canOpen = useCanOpen();
  return (
    <Page
      title={t(messages.children)}
      lead={t(messages.childrenLead)}
      actions={
        canOpen('/anak/cari') ? (
          <LinkButton href="/anak/cari" icon="search" kind="primary">
            {t(messages.search)}
          </LinkButton>
        ) : null
      }
    >
      <Loaded query={list} what={t(messages.childrenList)}>
        {() =>
          list.items.length === 0 ? (
            <Card>
              <EmptyState title={t(messages.childrenNone)} level={2}>
                {t(messages.childrenNoneMore)}
              </EmptyState>
            </Card>
          ) : (
            <PersonList persons={list.items} />
          )
        }
      </Loaded>
      <Pager {...list} />
    </Page>
  );
}

/** Persons below each other, each as the viewer may know them. */
export function PersonList({ persons }: { persons: readonly Person[] }) {
  return (
    <ul className="card person-list">
      {persons.map((person) => (
        <li key={person.personId}>
          <PersonOf
            person={person}
            more={person.lastMetAt ? t(messages.lastMet, { when: shortDate(person.lastMetAt) }) : undefined}
          />
        </li>
      ))}
    </ul>
  );
}
