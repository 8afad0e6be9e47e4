import { addDays } from '#platform/calendar.ts';
import { messages } from '#services/messages.ts';
import type { AreaNeed, ProgrammeLine, Synchronisation } from '#services/schema.ts';
import { integer, month } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { NeedMap } from '#web/services/need-map.tsx';
import { ProgrammeTable } from '#web/services/programmes.tsx';
import { ProgrammeTabs } from '#web/services/words.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { KeyFigure, KeyFigures } from '#web/ui/figures.tsx';
import { Card, Section, Stack } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Tag } from '#web/ui/tag.tsx';

/** Need beside offer: where children are met, which programmes reach there, where nothing does and where several do. */
export function Screen() {
  const lists = useLists();
  const query = useQuery<Synchronisation>('programmes/need');
  const found = query.data;
  return (
    <Page
      title={t(messages.needTitle)}
      lead={
        found
          ? t(messages.needLead, { from: month(found.from), to: month(addDays(found.to, -1)) })
          : undefined
      }
    >
      <Stack gap="wide">
        <ProgrammeTabs here="/program/keselarasan" />
        <Loaded query={lists} what={t(messages.needWhat)}>
          {(words) => (
            <Loaded query={query} what={t(messages.needWhat)}>
              {(sync) => <Need sync={sync} words={words} />}
            </Loaded>
          )}
        </Loaded>
      </Stack>
    </Page>
  );
}

function Need({ sync, words }: { sync: Synchronisation; words: Lists }) {
  const { areas, programmes } = sync;
  const without = areas.filter((it) => it.programmes.length === 0);
  const most = without
    .filter((it) => (it.children ?? 0) > 0)
    .toSorted((a, b) => (b.children ?? 0) - (a.children ?? 0))
    .slice(0, 3)
    .map((it) => `${words.area(it.areaCode)} (${integer(it.children ?? 0)})`);
  const free = programmes.reduce((sum, it) => sum + (it.free ?? 0), 0);
  return (
    <Stack gap="wide">
      <KeyFigures label={t(messages.needTitle)}>
        <KeyFigure
          label={t(messages.districtsWithout)}
          value={integer(without.length)}
          more={most.length > 0 ? t(messages.needMost, { names: most.join(', ') }) : undefined}
        />
        <KeyFigure
          label={t(messages.districtsOverlap)}
          value={integer(areas.filter((it) => it.overlaps.length > 0).length)}
        />
        <KeyFigure label={t(messages.freePlaces)} value={integer(free)} />
      </KeyFigures>
      <Card>
        <NeedMap areas={areas} words={words} />
        <NeedTable areas={areas} programmes={programmes} words={words} />
        <p className="meta">{t(messages.countOnce)}</p>
      </Card>
      <Section title={t(messages.cityProgrammes)}>
        <ProgrammeTable items={programmes.filter((it) => it.areas.length === 0)} words={words} />
      </Section>
    </Stack>
  );
}

type TableProps = { areas: readonly AreaNeed[]; programmes: readonly ProgrammeLine[]; words: Lists };

function NeedTable({ areas, programmes, words }: TableProps) {
  const agencies = useAgencies();
  const byId = new Map(programmes.map((it) => [it.programmeId, it]));
  const legOf = (leg: string) => words.label('programme_leg', leg).toLocaleLowerCase('id');
  const columns: Column<AreaNeed>[] = [
    { head: t(messages.district), lead: true, cell: (it) => words.area(it.areaCode) },
    {
      head: t(messages.childrenMet),
      num: true,
      cell: (it) => (it.children === null ? '–' : integer(it.children)),
    },
    {
      head: t(messages.localProgrammes),
      cell: (it) =>
        it.programmes.length === 0 ? (
          <Tag tone="warning">{t(messages.gapLocal)}</Tag>
        ) : (
          <ul className="stack">
            {it.programmes.map((id) => (
              <li key={id}>
                <Link href={`/program/${id}`}>{byId.get(id)?.name ?? id}</Link>
              </li>
            ))}
          </ul>
        ),
    },
    {
      head: t(messages.gaps),
      cell: (it) => it.missingLegs.map((leg) => t(messages.gapOf, { leg: legOf(leg) })).join(', ') || '–',
    },
    {
      head: t(messages.overlaps),
      cell: (it) =>
        it.overlaps
          .map(({ leg, purpose, owners }) =>
            t(messages.overlapOf, {
              leg: words.label('programme_leg', leg),
              purpose: words.label('programme_purpose', purpose),
              owners: owners.map((code) => agencies.nameOf(code)).join(', '),
            }),
          )
          .join('; ') || '–',
    },
    {
      head: t(messages.free),
      num: true,
      cell: (it) =>
        it.capacity === 0
          ? '–'
          : t(messages.placesOf, { taken: integer(it.free), capacity: integer(it.capacity) }),
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={areas}
      rowKey={(it) => it.areaCode}
      caption={t(messages.needTitle)}
      captionHidden
    />
  );
}
