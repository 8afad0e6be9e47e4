import { useState } from 'react';
import { messages } from '#custody/messages.ts';
import type { Claim, Dispute } from '#custody/schema/reads.ts';
import { CustodianLine, DeskTabs } from '#web/custody/words.tsx';
import { PersonOf, personView } from '#web/persons/person-of.tsx';
import { accepted } from '#web/platform/api.ts';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useLists } from '#web/platform/lists.ts';
import { useListed } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { classes } from '#web/ui/css-values.ts';
import { ReasonDialog } from '#web/ui/dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Card, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { wordsOf } from '#web/ui/person-tag.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { useToast } from '#web/ui/toast.tsx';
import '#web/custody/custody.css';

/** Two custodians stated of one person at one time: side by side, until somebody says which stands and why. */
export function Screen() {
  const list = useListed<Dispute>('custody/disputed');
  const lists = useLists();
  return (
    <Page
      title={t(messages.disputesTitle)}
      lead={t(messages.disputesLead)}
      crumbs={[{ label: t(messages.place), href: '/penjagaan' }]}
    >
      <Stack gap="wide">
        <DeskTabs here="/penjagaan/dua-pernyataan" disputed={list.items.length} />
        <Loaded query={{ ...lists, set: () => {} }} what={t(messages.listWhat)}>
          {(words) => (
            <Loaded query={list} what={t(messages.listWhat)}>
              {({ items }) =>
                items.length === 0 ? (
                  <EmptyState level={2} title={t(messages.disputesNone)}>
                    {t(messages.disputesNoneMore)}
                  </EmptyState>
                ) : (
                  <Stack gap="wide">
                    {items.map((dispute) => (
                      <OneDispute
                        key={dispute.person.personId}
                        dispute={dispute}
                        words={words}
                        onDecided={list.reload}
                      />
                    ))}
                    <Pager {...list} />
                  </Stack>
                )
              }
            </Loaded>
          )}
        </Loaded>
      </Stack>
    </Page>
  );
}

function OneDispute(props: { dispute: Dispute; words: Lists; onDecided: () => void }) {
  const { dispute, words, onDecided } = props;
  const [chosen, setChosen] = useState<Claim | null>(null);
  const toast = useToast();
  const differs = (of: (claim: Claim) => unknown) => new Set(dispute.claims.map(of)).size > 1;
  return (
    <Card title={<PersonOf person={dispute.person} />}>
      <div className="claims">
        {dispute.claims.map((claim) => (
          <OneClaim
            key={claim.claimId}
            claim={claim}
            words={words}
            differs={{ from: differs((it) => it.startedAt), to: differs((it) => it.endedAt) }}
            onChoose={dispute.maySettle ? () => setChosen(claim) : undefined}
          />
        ))}
      </div>
      {dispute.maySettle ? null : <p className="meta">{t(messages.mayNotDecide)}</p>}
      <ReasonDialog
        about={chosen ? `stands-${chosen.claimId}` : undefined}
        least={10}
        onClose={() => setChosen(null)}
        title={t(messages.thisStands)}
        verb={t(messages.thisStands)}
        reasonLabel={t(messages.whyStands)}
        onAct={async (reason, sending) => {
          const { personId } = dispute.person;
          const input = { stepId: sending.id, personId, stands: chosen?.claimId, reason };
          await accepted('custody/settle', input, sending);
          toast({ text: t(messages.decided), icon: 'check' });
          onDecided();
        }}
      >
        <p>
          <b>{wordsOf(personView(dispute.person))}</b>: {chosen ? claimWords(chosen, words) : null}
        </p>
        <p>{t(messages.standsConsequence)}</p>
      </ReasonDialog>
    </Card>
  );
}

function claimWords(claim: Claim, words: Lists): string {
  if (claim.kind === 'handover') return words.label('custody_end', claim.endKind);
  return words.label('custodian_kind', claim.custodianKind);
}

function OneClaim(props: {
  claim: Claim;
  words: Lists;
  differs: { from: boolean; to: boolean };
  onChoose: (() => void) | undefined;
}) {
  const { claim, words, differs, onChoose } = props;
  return (
    <section className="claim" aria-label={claimWords(claim, words)}>
      <div>
        <Tag tone={claim.disputed ? 'warning' : 'neutral'}>
          {t(claim.disputed ? messages.statedSecond : messages.statedFirst)}
        </Tag>
      </div>
      {claim.kind === 'custody' && claim.custodianKind ? (
        <CustodianLine link={{ ...claim, custodianKind: claim.custodianKind }} words={words} />
      ) : (
        <b>{words.label('custody_end', claim.endKind)}</b>
      )}
      <dl className="facts">
        <div className={classes('facts__line', differs.from && 'differs')}>
          <dt>{t(messages.fromTime)}</dt>
          <dd>{dateTime(claim.startedAt)}</dd>
        </div>
        {claim.kind === 'custody' ? (
          <div className={classes('facts__line', differs.to && 'differs')}>
            <dt>{t(messages.toTime)}</dt>
            <dd>{claim.endedAt ? dateTime(claim.endedAt) : t(messages.stillNow)}</dd>
          </div>
        ) : null}
      </dl>
      <span className="meta">
        {t(messages.statedBy, { by: claim.recordedBy || '–', when: dateTime(claim.recordedAt) })}
      </span>
      {onChoose ? <Button onClick={onChoose}>{t(messages.thisStands)}</Button> : null}
    </section>
  );
}
