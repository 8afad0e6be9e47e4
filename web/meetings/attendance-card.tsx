import { messages } from '#meetings/messages/attendance.ts';
import { gapOf } from '#meetings/rules/attendance.ts';
import type { Representation, Represented } from '#meetings/schema/attendance.ts';
import type { Meeting } from '#meetings/schema/meetings.ts';
import { PresenceMap } from '#web/meetings/presence-map.tsx';
import { integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useLists } from '#web/platform/lists.ts';
import { useAbility } from '#web/platform/session.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Card, Row } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { More } from '#web/ui/lists.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Tag } from '#web/ui/tag.tsx';
import './meetings.css';

const isVillage = (it: Represented) => it.kind === 'VILLAGE_OFFICE' && it.areaCode !== null;
const isDistrict = (it: Represented) => it.kind === 'DISTRICT_OFFICE' && it.areaCode !== null;

/** Who was represented: in figures, on the map of the kelurahan, and by name of the agency in tables. */
export function AttendanceCard({ meeting }: { meeting: Meeting }) {
  const query = useQuery<Representation>(`meetings/${meeting.meetingId}/representation`);
  const mayList = useAbility('/meetings/:meetingId/attendances');
  const isHost = meeting.standing === 'host';
  if (meeting.counts.invited === 0 && !isHost) return null;
  return (
    <Card title={t(messages.title)}>
      <Loaded query={query} what={t(messages.one)}>
        {(found) => <Presences found={found} />}
      </Loaded>
      <Row>
        {meeting.abilities.includes('checkIn') ? (
          <LinkButton href={`/rapat/${meeting.meetingId}/meja`} icon="check">
            {t(messages.openDesk)}
          </LinkButton>
        ) : null}
        {mayList && meeting.standing !== 'invited' ? (
          <Link href={`/rapat/${meeting.meetingId}/hadir`}>{t(messages.list)}</Link>
        ) : null}
      </Row>
    </Card>
  );
}

function Presences({ found }: { found: Representation }) {
  const lists = useLists();
  const villages = found.items.filter(isVillage);
  const districts = found.items.filter(isDistrict);
  const others = found.items.filter((it) => !isVillage(it) && !isDistrict(it));
  if (found.people === 0) return <p className="meta">{t(messages.notYet)}</p>;
  const [v, d, o] = [gapOf(villages), gapOf(districts), gapOf(others)];
  return (
    <>
      <p>
        {t(messages.lead, {
          villages: integer(v.represented),
          allVillages: integer(v.invited),
          districts: integer(d.represented),
          allDistricts: integer(d.invited),
          others: integer(o.represented),
          allOthers: integer(o.invited),
        })}{' '}
        {t(messages.people, { count: integer(found.people) })}
      </p>
      {villages.length > 0 ? <PresenceMap villages={villages} /> : null}
      <Loaded query={lists} what={t(messages.one)}>
        {(words) =>
          villages.length + districts.length > 0 ? (
            <More summary={t(messages.gapsTable)} table open>
              <AreaGaps villages={villages} districts={districts} lists={words} />
            </More>
          ) : null
        }
      </Loaded>
      {others.length > 0 ? (
        <More summary={t(messages.othersTable)} table open>
          <OtherTable items={others} />
        </More>
      ) : null}
    </>
  );
}

type District = {
  code: string;
  office: Represented | undefined;
  villages: Represented[];
};

function AreaGaps(props: { villages: Represented[]; districts: Represented[]; lists: Lists }) {
  const { villages, districts, lists } = props;
  const nameOf = (code: string) => lists.areas.find((it) => it.areaCode === code)?.name ?? code;
  const codes = [...new Set([...villages, ...districts].map((it) => (it.areaCode ?? '').slice(0, 8)))].sort();
  const rows = codes.map(
    (code): District => ({
      code,
      office: districts.find((it) => it.areaCode === code),
      villages: villages.filter((it) => it.areaCode?.startsWith(code)),
    }),
  );
  const columns: Column<District>[] = [
    { head: t(messages.district), lead: true, cell: (it) => nameOf(it.code) },
    {
      head: t(messages.office),
      cell: (it) => (it.office ? <PresenceTag it={it.office} /> : t(messages.notInvited)),
    },
    {
      head: t(messages.villages),
      num: true,
      cell: (it) => {
        const gap = gapOf(it.villages);
        return t(messages.countOf, { n: integer(gap.represented), all: integer(gap.invited) });
      },
    },
    {
      head: t(messages.missing),
      cell: (it) =>
        it.villages
          .filter((one) => one.presence === 'absent')
          .map((one) => nameOf(one.areaCode ?? ''))
          .join(', ') || '–',
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={rows}
      rowKey={(it) => it.code}
      caption={t(messages.gapsTable)}
      captionHidden
    />
  );
}

function OtherTable({ items }: { items: readonly Represented[] }) {
  const columns: Column<Represented>[] = [
    { head: t(messages.body), lead: true, cell: (it) => it.name },
    { head: t(messages.presence), cell: (it) => <PresenceTag it={it} /> },
  ];
  return (
    <DataTable
      columns={columns}
      rows={items}
      rowKey={(it) => it.agencyCode}
      caption={t(messages.othersTable)}
      captionHidden
    />
  );
}

function PresenceTag({ it }: { it: Represented }) {
  if (it.presence === 'absent') return <Tag tone="warning">{t(messages.absent)}</Tag>;
  return (
    <Tag tone={it.presence === 'came' ? 'positive' : 'brand'} icon="check">
      {t(messages[it.presence])}
    </Tag>
  );
}
