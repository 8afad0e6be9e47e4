import { messages } from '#today/messages/today.ts';
import type { TodayItem } from '#today/schema/today.ts';
import { custodianLook } from '#web/custody/custodian-of.tsx';
import { PersonOf } from '#web/persons/person-of.tsx';
import { time } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useCanOpen } from '#web/platform/router.tsx';
import { useSession } from '#web/platform/session.tsx';
import { ItemClock } from '#web/today/item-clock.tsx';
import { type Words, ways } from '#web/today/item-words.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { DueClock } from '#web/ui/clock.tsx';
import { CustodianTag } from '#web/ui/custodian-tag.tsx';
import { Row } from '#web/ui/layout.tsx';
import { WorkItem } from '#web/ui/lists.tsx';

/** The first of the ways on that exists for the viewer. */
export function useWayOf(item: TodayItem): string | undefined {
  const canOpen = useCanOpen();
  return ways[item.kind].to(item).find((path) => canOpen(path));
}

/** One thing that needs somebody: its clock, what it is, for whom and with whom now, and the next step. */
export function Item(props: { item: TodayItem; words: Words; primary?: boolean | undefined }) {
  const { item, words } = props;
  const way = ways[item.kind];
  const href = useWayOf(item);
  return (
    <WorkItem
      clock={<ItemClock item={item} />}
      title={way.title(item, words)}
      href={href}
      meta={<ItemMore item={item} words={words} />}
      who={<Whom item={item} words={words} />}
      action={
        href ? (
          <LinkButton href={href} kind={props.primary ? 'primary' : 'plain'}>
            {t(way.go)}
          </LinkButton>
        ) : null
      }
    />
  );
}

function ItemMore({ item, words }: { item: TodayItem; words: Words }) {
  const { staff } = useSession();
  const more = ways[item.kind].more(item, words);
  const others = item.staff !== null && item.staff !== staff.name && item.caseId !== null;
  const worker = others && item.kind !== 'contact' && item.kind !== 'glassTold';
  return (
    <>
      {more}
      {worker ? ` · ${t(messages.responsible, { name: item.staff ?? '' })}` : ''}
    </>
  );
}

/** For whom, and who is responsible for them now. */
export function Whom({ item, words }: { item: TodayItem; words: Words }) {
  if (!item.person) return item.caseNumber ? <span className="meta">{item.caseNumber}</span> : null;
  const nobody = item.custodian === null && item.kind !== 'met' ? t(messages.notInCare) : '';
  return (
    <div className="stack stack--tight">
      <PersonOf
        person={item.person}
        more={
          item.caseNumber || nobody ? (
            <>
              {item.caseNumber ? <span className="nowrap">{item.caseNumber}</span> : null}
              {item.caseNumber && nobody ? ' · ' : ''}
              {nobody}
            </>
          ) : undefined
        }
      />
      <CustodianNow item={item} words={words} />
    </div>
  );
}

function CustodianNow({ item, words }: { item: TodayItem; words: Words }) {
  if (item.custodian === undefined) return null;
  if (item.custodian === null) return item.kind === 'met' ? <CustodianTag kind="none" /> : null;
  const { kind, facility, agencyCode } = item.custodian;
  const own = kind === 'FIELD_TEAM' || !agencyCode;
  const label = facility || (own ? words.label('custodian_kind', kind) : words.agency(agencyCode));
  return <CustodianTag kind={custodianLook(kind)} label={label} />;
}

/** A child whose case is closed was met again: the one card that stands above every list. */
export function ContactCard({ item, words }: { item: TodayItem; words: Words }) {
  const { staff } = useSession();
  const canOpen = useCanOpen();
  const href = useWayOf(item);
  const life = item.person ? `/anak/${item.person.personId}` : undefined;
  return (
    <section className="card card--alert" aria-label={ways.contact.title(item, words)}>
      <div className="card__body stack stack--tight">
        <Row apart>
          {item.dueAt ? <DueClock limit={{ due: item.dueAt, since: item.since }} /> : null}
          {item.dueAt ? (
            <span className="meta">{t(messages.contactBy, { time: time(item.dueAt) })}</span>
          ) : null}
        </Row>
        <h2>{ways.contact.title(item, words)}</h2>
        <p>
          {item.staff === staff.name
            ? t(messages.contactMine)
            : t(messages.contactUnit, { name: item.staff ?? '' })}
        </p>
        <Whom item={item} words={words} />
        <Row>
          {href ? (
            <LinkButton href={href} kind="primary">
              {t(ways.contact.go)}
            </LinkButton>
          ) : null}
          {life && canOpen(life) ? <LinkButton href={life}>{t(messages.seeLife)}</LinkButton> : null}
        </Row>
      </div>
    </section>
  );
}
