import { messages } from '#cases/messages.ts';
import type { Happening, Looked } from '#cases/schema/reads.ts';
import { fieldName } from '#web/cases/versions.tsx';
import { riskName } from '#web/cases/words.tsx';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies } from '#web/platform/lists.ts';
import { useListed, useQuery } from '#web/platform/use-query.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Card, Stack } from '#web/ui/layout.tsx';
import { Timeline, TimelineItem } from '#web/ui/lists.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Pager } from '#web/ui/pager.tsx';

/** Who looked at the child of a case, and what stood in the case before. */
export function AccessTab({ caseId, lists }: { caseId: string; lists: Lists }) {
  const looked = useListed<Looked>(`cases/${caseId}/looked`);
  const history = useQuery<{ items: Happening[] }>(`cases/${caseId}/history`);
  const agencies = useAgencies();
  return (
    <Stack>
      <Card title={t(messages.looked)} flush>
        <Loaded query={looked} what={t(messages.one)}>
          {() => (
            <DataTable
              caption={t(messages.accessLead)}
              rows={looked.items.map((it, index) => ({ ...it, key: `${it.at}-${index}` }))}
              rowKey={(it) => it.key}
              columns={[
                {
                  head: t(messages.lookedWho),
                  lead: true,
                  cell: (it) => (
                    <>
                      <b>{it.name ?? t(messages.someone)}</b>
                      <div className="meta">{agencies.nameOf(it.agencyCode)}</div>
                    </>
                  ),
                },
                { head: t(messages.lookedWhen), cell: (it) => dateTime(it.at) },
                { head: t(messages.lookedWhat), cell: (it) => actWords(it.act) },
              ]}
            />
          )}
        </Loaded>
      </Card>
      <Pager {...looked} />
      <Card title={t(messages.historyTitle)}>
        <Loaded query={history} what={t(messages.one)}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="meta">{t(messages.historyEmpty)}</p>
            ) : (
              <Timeline>
                {items.map((it) => (
                  <TimelineItem
                    key={`${it.id}-${it.at}`}
                    icon={it.what === 'case' ? 'case' : 'flag'}
                    meta={`${dateTime(it.at)} · ${it.by ?? ''}`}
                  >
                    {Object.entries(it.was).map(([field, value]) => (
                      <p key={field}>
                        <b>{fieldName(field)}</b>{' '}
                        <span className="said">
                          {t(messages.wasBefore, {
                            what: shown(field, value, lists) || t(messages.emptyValue),
                          })}
                        </span>
                      </p>
                    ))}
                  </TimelineItem>
                ))}
              </Timeline>
            )
          }
        </Loaded>
      </Card>
    </Stack>
  );
}

function shown(field: string, value: string, lists: Lists): string {
  if (field === 'stage') return lists.label('case_stage', value);
  if (field === 'serviceCode') return lists.label('service_component', value);
  if (field === 'areaCode') return lists.area(value);
  if (field === 'state') return value === 'open' ? t(messages.state_open) : t(messages.state_closed);
  if (field === 'riskLevel' && (value === 'LOW' || value === 'MEDIUM' || value === 'HIGH'))
    return riskName(value);
  return value;
}

// Acts are named as they are kept ("case.read"); a reader is told what kind of act it was.
function actWords(act: string): string {
  if (act.startsWith('glass.')) return t(messages.act_glass);
  if (act === 'case.sealed-opened') return t(messages.act_sealed);
  return t(/read|listed|opened$|looked|printed|shown/.test(act) ? messages.act_seen : messages.act_changed);
}
