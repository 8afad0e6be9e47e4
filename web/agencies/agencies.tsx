import { useState } from 'react';
import { dutyMessages as messages } from '#agencies/messages.ts';
import type { Agency } from '#agencies/schema.ts';
import { DutyTabs } from '#web/agencies/duties.tsx';
import { t } from '#web/platform/i18n.ts';
import { agencyName, type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Select } from '#web/ui/fields.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';

const pageSize = 50;
const areaOffices = ['DISTRICT_OFFICE', 'VILLAGE_OFFICE'];

/** Agencies and bodies of the city by kind; the kecamatan and kelurahan only when asked for. */
export function Screen() {
  const lists = useLists();
  const agencies = useAgencies();
  return (
    <Page title={t(messages.agencies)} lead={t(messages.agenciesLead)}>
      <Stack gap="wide">
        <DutyTabs here="/instansi" />
        <Loaded query={lists} what={t(messages.list)}>
          {(words) => (
            <Loaded query={agencies} what={t(messages.list)}>
              {(all) => <AgencyList all={all} words={words} />}
            </Loaded>
          )}
        </Loaded>
      </Stack>
    </Page>
  );
}

function AgencyList({ all, words }: { all: readonly Agency[]; words: Lists }) {
  const [kind, setKind] = useState('');
  const [page, setPage] = useState(0);
  const choose = (next: string) => {
    setKind(next);
    setPage(0);
  };
  const found = all.filter((it) => (kind ? it.kind === kind : !areaOffices.includes(it.kind)));
  const shown = found.slice(page * pageSize, (page + 1) * pageSize);
  const kinds = new Set(all.map((it) => it.kind));
  const columns: Column<Agency>[] = [
    {
      head: t(messages.agency),
      cell: (row) => <Link href={`/instansi/${row.agencyCode}`}>{agencyName(row)}</Link>,
      lead: true,
    },
    { head: t(messages.kind), cell: (row) => words.label('agency_kind', row.kind) },
  ];
  return (
    <Stack>
      <Select
        field={{ id: 'kind', name: 'kind', value: kind, set: choose, touch: () => {}, error: undefined }}
        label={t(messages.kind)}
        placeholder={t(messages.allButAreas)}
        options={words.options('agency_kind').filter((it) => kinds.has(it.value))}
      />
      <DataTable
        columns={columns}
        rows={shown}
        rowKey={(row) => row.agencyCode}
        caption={t(messages.agencies)}
        captionHidden
      />
      <Pager
        page={page + 1}
        onPrevious={page > 0 ? () => setPage(page - 1) : undefined}
        onNext={(page + 1) * pageSize < found.length ? () => setPage(page + 1) : undefined}
      />
    </Stack>
  );
}
