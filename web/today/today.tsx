import { useEffect, useState } from 'react';
import { messages } from '#today/messages/today.ts';
import type { Today } from '#today/schema/today.ts';
import { longDate, wallClock } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useLists } from '#web/platform/lists.ts';
import { useCanOpen } from '#web/platform/router.tsx';
import { useSession } from '#web/platform/session.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { EmptyToday } from '#web/today/empty.tsx';
import { FiguresAside } from '#web/today/figures.tsx';
import { grouped, groupNames } from '#web/today/groups.ts';
import { ContactCard, Item } from '#web/today/item.tsx';
import { OperationCard } from '#web/today/operation-card.tsx';
import { showWaiting } from '#web/today/waiting.ts';
import { useWords } from '#web/today/words.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { useNow } from '#web/ui/clock.tsx';
import { Aside, Section, Split, Stack } from '#web/ui/layout.tsx';
import { WorkList } from '#web/ui/lists.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { Count } from '#web/ui/tag.tsx';
import '#web/today/today.css';

/** Hari ini: what needs me, in the order of its clock. */
export function Screen() {
  const { staff } = useSession();
  const canOpen = useCanOpen();
  const [trail, setTrail] = useState<readonly string[]>([]);
  const lists = useLists();
  const query = useQuery<Today>('today', { after: trail.at(-1) });
  const first = trail.length === 0 ? query.data : undefined;
  useEffect(() => {
    if (first) showWaiting(first.waiting);
  }, [first]);
  const next = query.data?.next ?? null;
  const field = staff.role === 'field_officer';
  return (
    <Page
      title={t(messages.place)}
      head={<h1 tabIndex={-1}>{greeting(staff.name)}</h1>}
      lead={<Lead today={first} />}
      field={field}
      actions={
        <>
          <Button icon="print" onClick={() => window.print()}>
            {t(messages.printList)}
          </Button>
          {canOpen('/catat') ? (
            <LinkButton href="/catat" icon="plus" kind={field ? 'primary' : 'plain'}>
              {t(messages.record)}
            </LinkButton>
          ) : null}
        </>
      }
    >
      {/* Without the city's words the links would have no name yet. */}
      <Loaded query={lists} what={t(messages.list)}>
        {() => (
          <Loaded query={query} what={t(messages.list)}>
            {(today) => <Board today={today} />}
          </Loaded>
        )}
      </Loaded>
      <Pager
        page={trail.length + 1}
        onPrevious={trail.length > 0 ? () => setTrail(trail.slice(0, -1)) : undefined}
        onNext={next ? () => setTrail([...trail, next]) : undefined}
      />
    </Page>
  );
}

function greeting(name: string): string {
  const { hour } = wallClock(Date.now());
  const first = name.split(' ')[0] ?? name;
  const part =
    hour < 4 ? 'evening' : hour < 11 ? 'morning' : hour < 15 ? 'noon' : hour < 18 ? 'afternoon' : 'evening';
  return t(messages[part], { name: first });
}

function Lead({ today }: { today: Today | undefined }) {
  const date = longDate(Date.now());
  if (!today) return <>{date}</>;
  const sum = (of: 'waits' | 'late' | 'apart') => today.waiting.reduce((all, it) => all + it[of], 0);
  const [count, late, apart] = [sum('waits'), sum('late'), sum('apart')];
  const many = count > 100 ? messages.leadMore : count === 1 ? messages.leadOne : messages.lead;
  const lead = t(count === 0 ? messages.leadNone : many, { date, count });
  return (
    <>
      {late > 0 ? t(messages.leadLate, { lead, late }) : lead}
      {apart > 0 ? ` ${t(messages.leadApart, { count: apart })}` : ''}
    </>
  );
}

function Board({ today }: { today: Today }) {
  const { staff } = useSession();
  const now = useNow();
  const words = useWords();
  const cards = today.items.filter((item) => item.kind === 'contact').slice(0, 3);
  const running = today.items.find((item) => item.kind === 'operation' && item.code === 'under_way');
  const field = staff.role === 'field_officer' ? running : undefined;
  const rest = today.items.filter((item) => item !== field && !cards.includes(item));
  const groups = grouped(rest, now);
  const shown = groupNames.flatMap((name) => groups[name]);
  const firstOf = cards.length === 0 && !field ? shown[0] : undefined;
  const main = (
    <div className="today">
      {today.items.length === 0 ? <EmptyToday /> : null}
      <Stack>
        {field ? <OperationCard item={field} words={words} /> : null}
        {cards.map((item) => (
          <ContactCard key={item.id} item={item} words={words} />
        ))}
      </Stack>
      {groupNames
        .filter((name) => groups[name].length > 0)
        .map((name) => (
          <Section
            key={name}
            title={
              <>
                {t(messages[name])} <Count value={groups[name].length} />
              </>
            }
          >
            <WorkList>
              {groups[name].map((item) => (
                <Item key={`${item.kind}:${item.id}`} item={item} words={words} primary={item === firstOf} />
              ))}
            </WorkList>
          </Section>
        ))}
    </div>
  );
  const aside = <FiguresAside figures={today.figures} words={words} />;
  if (Object.keys(today.figures).length === 0) return main;
  return (
    <Split>
      {main}
      <Aside label={t(messages.place)}>{aside}</Aside>
    </Split>
  );
}
