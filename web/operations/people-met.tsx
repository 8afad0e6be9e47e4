import { messages as encounterMessages } from '#encounters/messages.ts';
import type { EncounterItem } from '#encounters/schema.ts';
import { messages } from '#operations/messages.ts';
import type { Operation } from '#operations/schema.ts';
import { CustodianOf } from '#web/custody/custodian-of.tsx';
import { SpotOutcomeButtons } from '#web/encounters/spot-outcome.tsx';
import { PersonOf } from '#web/persons/person-of.tsx';
import { time } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies } from '#web/platform/lists.ts';
import { useCanOpen } from '#web/platform/router.tsx';
import { useListed } from '#web/platform/use-query.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Row, Section } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { Tag } from '#web/ui/tag.tsx';

/** Whom the operation met, latest first, each with who answers for them now. */
export function PeopleMet(props: { operation: Operation; lists: Lists; onChanged: () => void }) {
  const { operation, lists } = props;
  const list = useListed<EncounterItem>('encounters', { operationId: operation.operationId });
  const changed = () => {
    list.reload();
    props.onChanged();
  };
  return (
    <Section title={t(messages.metHere)}>
      <Loaded query={list} what={t(encounterMessages.many)}>
        {() =>
          list.items.length === 0 ? (
            <Nobody operation={operation} />
          ) : (
            <ul className="card met">
              {list.items.map((item) => (
                <MetItem
                  key={item.encounterId}
                  item={item}
                  lists={lists}
                  open={operation.unaccounted.some((it) => it.encounterId === item.encounterId)}
                  onSaid={changed}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Pager {...list} />
    </Section>
  );
}

function Nobody({ operation }: { operation: Operation }) {
  const hidden = operation.counts.encounters > 0;
  return (
    <EmptyState title={hidden ? t(messages.metHere) : t(messages.nobodyMet)}>
      {hidden ? t(messages.notForYou) : t(messages.nobodyMetMore)}
    </EmptyState>
  );
}

function MetItem(props: { item: EncounterItem; lists: Lists; open: boolean; onSaid: () => void }) {
  const { item, lists, open } = props;
  const canOpen = useCanOpen();
  const injured = item.injury !== null && lists.code('injury', item.injury)?.extra.urgent === true;
  const ill = item.condition !== null && lists.code('condition', item.condition)?.extra.urgent === true;
  return (
    <li>
      <PersonOf
        person={item.person}
        more={
          <>
            {lists.label('street_activity', item.activity)} ·{' '}
            <Link href={`/perjumpaan/${item.encounterId}`}>{time(item.occurredAt)}</Link>
          </>
        }
      />
      <Row apart>
        <Row>
          <Answering item={item} lists={lists} />
          {injured ? (
            <Tag tone="negative" icon="alert">
              {lists.label('injury', item.injury)}
            </Tag>
          ) : null}
          {ill ? (
            <Tag tone="negative" icon="health">
              {lists.label('condition', item.condition)}
            </Tag>
          ) : null}
        </Row>
        {open && canOpen('/penjagaan/terima') ? (
          <LinkButton href={`/penjagaan/terima/${item.person.personId}`} icon="swap">
            {t(messages.handOver)}
          </LinkButton>
        ) : null}
      </Row>
      {open && !item.custody ? (
        <SpotOutcomeButtons encounterId={item.encounterId} onSaid={props.onSaid} />
      ) : null}
    </li>
  );
}

/** Who is responsible now, or what was said on the spot, or that there is nobody yet. */
function Answering({ item, lists }: { item: EncounterItem; lists: Lists }) {
  const agencies = useAgencies();
  if (item.spotOutcome)
    return (
      <Tag tone="positive" icon="check">
        {t(encounterMessages[item.spotOutcome])}
      </Tag>
    );
  if (!item.custody)
    return item.ageClass === 'ADULT' ? (
      <Tag>{t(encounterMessages.ADULT)}</Tag>
    ) : (
      <Tag tone="warning" icon="flag">
        {t(messages.noAnswer)}
      </Tag>
    );
  const { custodianKind, agencyCode, endKind, endedAt } = item.custody;
  if (endedAt && endKind)
    return (
      <Tag tone="positive" icon="check">
        {lists.label('custody_end', endKind)} {time(endedAt)}
      </Tag>
    );
  const label =
    custodianKind === 'FIELD_TEAM'
      ? t(messages.withTeam)
      : agencyCode
        ? agencies.nameOf(agencyCode)
        : lists.label('custodian_kind', custodianKind);
  return <CustodianOf kindCode={custodianKind} label={label} />;
}
