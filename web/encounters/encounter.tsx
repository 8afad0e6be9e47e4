import { messages } from '#encounters/messages.ts';
import type { Encounter } from '#encounters/schema.ts';
import { CustodianOf } from '#web/custody/custodian-of.tsx';
import { SpotOutcomeButtons } from '#web/encounters/spot-outcome.tsx';
import { PersonOf } from '#web/persons/person-of.tsx';
import { dateTime, decimal, longDate, time } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { type Query, useQuery } from '#web/platform/use-query.ts';
import { Aside, Card, Facts, Split, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';
import '#web/encounters/encounters.css';

/** One encounter as the viewer may know it. */
export function Screen({ params }: ScreenProps) {
  const query = useQuery<Encounter>(`encounters/${params.encounterId}`);
  const lists = useLists();
  const it = query.data;
  const title = it && lists.data ? lists.data.label('street_activity', it.activity) : t(messages.one);
  const crumbs = it?.operationId
    ? [{ label: t(messages.operation), href: `/operasi/${it.operationId}` }]
    : [];
  return (
    <Page
      title={title}
      lead={it ? `${longDate(it.occurredAt)}, ${time(it.occurredAt)}` : undefined}
      crumbs={crumbs}
    >
      <Loaded query={lists} what={t(messages.one)}>
        {(words) => (
          <Loaded query={query} what={t(messages.one)}>
            {(encounter) => <EncounterCards encounter={encounter} lists={words} query={query} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

type Shown = { encounter: Encounter; lists: Lists };

function EncounterCards({ encounter, lists, query }: Shown & { query: Query<Encounter> }) {
  const open =
    encounter.abilities.includes('sayOutcome') &&
    encounter.ageClass !== 'ADULT' &&
    encounter.spotOutcome === null &&
    encounter.custody === null;
  return (
    <Split>
      <Stack>
        <Card>
          <PersonOf person={encounter.person} />
        </Card>
        <Card title={t(messages.facts)}>
          {encounter.clockFlag ? <Notice>{t(messages.clockAhead)}</Notice> : null}
          <WhatWasRecorded encounter={encounter} lists={lists} />
        </Card>
        <Words encounter={encounter} />
      </Stack>
      <Aside label={t(messages.whatNow)}>
        <Card title={t(messages.custody)}>
          <Custody encounter={encounter} />
          {open ? (
            <>
              <p className="meta">{t(messages.whatNowMore)}</p>
              <SpotOutcomeButtons encounterId={encounter.encounterId} onSaid={query.reload} />
            </>
          ) : null}
        </Card>
      </Aside>
    </Split>
  );
}

function WhatWasRecorded({ encounter: it, lists }: Shown) {
  const agencies = useAgencies();
  const many = (list: string, codes: readonly string[]) =>
    codes.map((code) => lists.label(list, code)).join(', ');
  const lines: [string, string][] = [
    [t(messages.occurred), dateTime(it.occurredAt)],
    [t(messages.recordedBy), [it.recordedBy, agencies.nameOf(it.agencyCode)].filter(Boolean).join(', ')],
    [t(messages.approach), lists.label('approach', it.approach)],
    [t(messages.activity), lists.label('street_activity', it.activity)],
    [t(messages.ageClass), [t(messages[it.ageClass]), ageSaid(it)].filter(Boolean).join(' · ')],
    [t(messages.village), lists.area(it.areaCode)],
    [t(messages.locationType), lists.label('location_type', it.locationType)],
    [t(messages.condition), lists.label('condition', it.condition)],
    [t(messages.injury), lists.label('injury', it.injury)],
    [t(messages.intoxication), it.intoxication ? t(intoxicationWords[it.intoxication]) : ''],
    [t(messages.needs), many('need', it.needs)],
    [t(messages.companions), many('companions', it.companions)],
    [
      t(messages.pointStored),
      it.point ? `${decimal(it.point.latitude, 3)}; ${decimal(it.point.longitude, 3)}` : '',
    ],
  ];
  return <Facts facts={lines.filter(([, value]) => value !== '')} />;
}

const intoxicationWords = {
  YES: messages.yes,
  NO: messages.no,
  UNSURE: messages.unsure,
} satisfies Record<NonNullable<Encounter['intoxication']>, { id: string; en: string }>;

function ageSaid(it: Encounter): string {
  const assessed =
    it.assessedLow === null
      ? ''
      : t((it.assessedHigh ?? 0) >= 120 ? messages.assessedOver : messages.assessed, {
          low: it.assessedLow,
          high: it.assessedHigh ?? it.assessedLow,
        });
  const stated = it.statedAge === null ? '' : t(messages.stated, { years: it.statedAge });
  return [assessed, stated].filter(Boolean).join(', ');
}

function Words({ encounter: it }: { encounter: Encounter }) {
  const lines = [
    [t(messages.ownWords), it.ownWords],
    [t(messages.description), it.description],
    [t(messages.belongings), it.belongings],
  ].flatMap(([label, text]) => (label && text ? [[label, text] as const] : []));
  if (lines.length === 0) return <p className="meta">{t(messages.textsHidden)}</p>;
  return (
    <Card title={t(messages.words)}>
      <Facts facts={lines} />
    </Card>
  );
}

function Custody({ encounter: it }: { encounter: Encounter }) {
  const lists = useLists();
  const agencies = useAgencies();
  if (it.spotOutcome) return <p>{t(messages[it.spotOutcome])}</p>;
  if (!it.custody) return <p>{t(messages.nobody)}</p>;
  const { custodianKind, agencyCode, startedAt, endedAt, endKind } = it.custody;
  return (
    <Stack gap="tight">
      <CustodianOf
        kindCode={custodianKind}
        label={
          agencyCode
            ? agencies.nameOf(agencyCode)
            : (lists.data?.label('custodian_kind', custodianKind) ?? '')
        }
      />
      <span className="meta">
        {dateTime(startedAt)}
        {endedAt ? `–${dateTime(endedAt)}` : ''}
        {endKind ? ` · ${lists.data?.label('custody_end', endKind) ?? ''}` : ''}
      </span>
    </Stack>
  );
}
