import { useState } from 'react';
import { messages } from '#services/messages.ts';
import { unusualIn } from '#services/rules.ts';
import type { Programme } from '#services/schema.ts';
import { accepted } from '#web/platform/api.ts';
import { rupiah } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { useAbility } from '#web/platform/session.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { ComplaintForm } from '#web/services/complaint-form.tsx';
import { Places } from '#web/services/places.tsx';
import { Sessions } from '#web/services/sessions.tsx';
import { areasOf, periodOf, placesOf, StateTag } from '#web/services/words.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Dialog, ReasonDialog } from '#web/ui/dialog.tsx';
import { Card, Facts, Row, Stack } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { useToast } from '#web/ui/toast.tsx';

/** One programme: what it is, its days, who takes part, how they fare, and the way to complain about it. */
export function Screen({ params }: ScreenProps) {
  const programmeId = params.programmeId ?? '';
  const lists = useLists();
  const query = useQuery<Programme>(`programmes/${programmeId}`);
  const mayRoster = useAbility('/programmes/:programmeId/places');
  const programme = query.data;
  return (
    <Page
      title={programme?.name ?? t(messages.programme)}
      lead={
        programme ? (
          <>
            <StateTag state={programme.state} />{' '}
            {programme.invented ? <Tag>{t(messages.invented)}</Tag> : null}
          </>
        ) : undefined
      }
      crumbs={[{ label: t(messages.programmes), href: '/program' }]}
      actions={programme ? <Actions programme={programme} onChanged={query.reload} /> : null}
    >
      <Loaded query={lists} what={t(messages.one)}>
        {(words) => (
          <Loaded query={query} what={t(messages.one)}>
            {(found) => (
              <Stack gap="wide">
                <About programme={found} words={words} />
                {found.reportedParticipants === null ? (
                  <>
                    <Sessions programme={found} onChanged={query.reload} />
                    {mayRoster ? <Places programme={found} words={words} onChanged={query.reload} /> : null}
                    <Outcomes programme={found} words={words} />
                  </>
                ) : null}
              </Stack>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Actions({ programme, onChanged }: { programme: Programme; onChanged: () => void }) {
  const [open, setOpen] = useState<'cancel' | 'complain' | null>(null);
  const mayComplain = useAbility('services/complain');
  const toast = useToast();
  const { programmeId, mayChange } = programme;
  const close = () => setOpen(null);
  return (
    <>
      {mayChange ? (
        <LinkButton href={`/program/${programmeId}/ubah`} icon="pen">
          {t(messages.change)}
        </LinkButton>
      ) : null}
      {mayComplain ? (
        <Button icon="voice" onClick={() => setOpen('complain')}>
          {t(messages.complain)}
        </Button>
      ) : null}
      {mayChange ? (
        <Button kind="quiet" icon="x" onClick={() => setOpen('cancel')}>
          {t(messages.cancel)}
        </Button>
      ) : null}
      <Dialog open={open === 'complain'} onClose={close} title={t(messages.complainTitle)}>
        <ComplaintForm programmeId={programmeId} onDone={close} />
      </Dialog>
      <ReasonDialog
        about={open === 'cancel' ? `cancel-${programmeId}` : undefined}
        onClose={close}
        title={t(messages.cancelTitle)}
        verb={t(messages.cancel)}
        danger
        onAct={async (reason, sending) => {
          await accepted('services/cancel-programme', { programmeId, reason: reason.slice(0, 500) }, sending);
          close();
          toast({ text: t(messages.saved), icon: 'check' });
          onChanged();
        }}
      >
        <p>{t(messages.cancelMore)}</p>
      </ReasonDialog>
    </>
  );
}

function About({ programme: it, words }: { programme: Programme; words: Lists }) {
  const agencies = useAgencies();
  const military = agencies.data?.some(
    ({ agencyCode, kind }) => agencyCode === it.hostAgency && kind === 'MILITARY',
  );
  const money = (value: number | null) => (value === null ? t(messages.notGiven) : rupiah(value));
  return (
    <Card>
      {military ? <Notice>{t(messages.military)}</Notice> : null}
      {unusualIn(it).map((what) => (
        <Notice key={what}>{t(messages[`unusual${what}`])}</Notice>
      ))}
      {it.cancelReason ? <Notice tone="warning">{it.cancelReason}</Notice> : null}
      <Facts
        facts={[
          [t(messages.kind), t(messages[it.kind])],
          [t(messages.leg), words.label('programme_leg', it.leg)],
          [t(messages.purpose), words.label('programme_purpose', it.purpose)],
          [
            t(messages.owner),
            <Link key="owner" href={`/instansi/${it.ownerAgency}`}>
              {agencies.nameOf(it.ownerAgency)}
            </Link>,
          ],
          [
            t(messages.duty),
            <Link key="duty" href={`/tugas/${it.dutyCode}`}>
              {words.label('duty', it.dutyCode)}
            </Link>,
          ],
          [t(messages.host), it.hostAgency ? agencies.nameOf(it.hostAgency) : t(messages.noHost)],
          [
            t(messages.partners),
            it.partners
              .map(({ agencyCode, part }) => [agencies.nameOf(agencyCode), part].filter(Boolean).join(': '))
              .join('; ') || '–',
          ],
          [t(messages.place), it.place || '–'],
          [t(messages.areas), areasOf(it, words)],
          [t(messages.target), it.targetGroup || '–'],
          [t(messages.period), periodOf(it)],
          [t(messages.places), placesOf(it)],
          [t(messages.budgetLine), it.budgetLine || t(messages.notGiven)],
          [
            t(messages.budget),
            it.budgetAmount !== null && it.spentAmount !== null
              ? t(messages.spentOf, { spent: rupiah(it.spentAmount), budget: rupiah(it.budgetAmount) })
              : money(it.budgetAmount),
          ],
          ...(it.reportedResult ? [[t(messages.reported), it.reportedResult] as const] : []),
          ...(it.source ? [[t(messages.source), it.source] as const] : []),
        ]}
      />
    </Card>
  );
}

function Outcomes({ programme, words }: { programme: Programme; words: Lists }) {
  const { outcomes } = programme;
  return (
    <Card title={t(messages.outcomes)}>
      {outcomes.length === 0 ? <p className="meta">{t(messages.noOutcomes)}</p> : null}
      {outcomes.map(({ afterMonths, outcome, children }) => (
        <Row key={`${afterMonths} ${outcome}`} apart>
          <span>
            {words.label('programme_outcome', outcome)}{' '}
            <span className="meta">
              {afterMonths === 0 ? t(messages.atEnd) : t(messages.monthsLater, { n: afterMonths })}
            </span>
          </span>
          <b>{children}</b>
        </Row>
      ))}
    </Card>
  );
}
