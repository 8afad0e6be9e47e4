import { useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '#cases/messages.ts';
import type { BrokenGlass, CaseLine } from '#cases/schema/reads.ts';
import { lettersIn } from '#platform/letters.ts';
import { accepted, query } from '#web/platform/api.ts';
import { dateTime } from '#web/platform/format.ts';
import { kept, t } from '#web/platform/i18n.ts';
import { useAgencies, useLists } from '#web/platform/lists.ts';
import { useAbility } from '#web/platform/session.tsx';
import { useListed } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { ReasonDialog } from '#web/ui/dialog.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Facts, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Pager } from '#web/ui/pager.tsx';
import { Segment } from '#web/ui/tabs.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { useForm } from '#web/ui/use-form.ts';
import '#web/cases/cases.css';

/** Opening a child without a standing in an emergency, and the review of such openings. */
export function Screen() {
  const breaks = useAbility('cases/break-glass');
  const lists = useLists();
  const [state, setState] = useState<'waiting' | 'reviewed'>('waiting');
  const list = useListed<BrokenGlass>('break-glass', { state });
  return (
    <Page
      title={t(messages.emergency)}
      lead={t(messages.glassLead, { hours: lists.data?.number('breakGlassHours') ?? 4 })}
    >
      <Stack>
        {breaks ? <BreakForm /> : null}
        <Segment
          label={t(messages.state)}
          value={state}
          options={[
            { value: 'waiting', label: t(messages.glassWaiting) },
            { value: 'reviewed', label: t(messages.glassReviewed) },
          ]}
          onChange={setState}
        />
        <Loaded query={list} what={t(messages.glassList)}>
          {() => <Openings items={list.items} reload={list.reload} />}
        </Loaded>
        <Pager {...list} />
      </Stack>
    </Page>
  );
}

function BreakForm() {
  const [, navigate] = useLocation();
  const form = useForm({
    initial: { caseNumber: '', reason: '' },
    check: (values) => ({
      caseNumber: /^K-\d{4}-\d{4,9}$/.test(values.caseNumber.trim().toUpperCase())
        ? undefined
        : t(messages.glassNumberHint),
      reason: lettersIn(values.reason) < 10 ? t(messages.glassReasonHint) : undefined,
    }),
    submit: async ({ caseNumber, reason }, sending) => {
      const input = { caseNumber: caseNumber.trim().toUpperCase(), reason: reason.trim() };
      const broken = await accepted<{ personId: string }>('cases/break-glass', input, sending);
      const cases = await query<{ items: CaseLine[] }>(`persons/${broken.personId}/cases`);
      navigate(cases.items[0] ? `/kasus/${cases.items[0].caseId}` : `/anak/${broken.personId}`);
    },
  });
  return (
    <Card>
      <Form form={form}>
        <TextField
          field={form.field('caseNumber')}
          label={t(messages.glassNumber)}
          hint={t(messages.glassNumberHint)}
          autoCapitalize="characters"
          maxLength={20}
        />
        <TextField
          field={form.field('reason')}
          label={t(messages.glassReason)}
          hint={t(messages.glassReasonHint)}
          lines={3}
          maxLength={500}
        />
        <SubmitButton form={form} icon="key" kind="danger">
          {t(messages.glassVerb)}
        </SubmitButton>
      </Form>
    </Card>
  );
}

function Openings({ items, reload }: { items: readonly BrokenGlass[]; reload: () => void }) {
  const [asked, ask] = useState<BrokenGlass>();
  const agencies = useAgencies();
  const reviews = useAbility('cases/review-break-glass');
  const toast = useToast();
  if (items.length === 0)
    return (
      <EmptyState level={2} title={t(messages.glassEmpty)}>
        {t(messages.glassEmptyMore)}
      </EmptyState>
    );
  return (
    <Stack>
      {items.map((it) => (
        <Card key={it.breakId} title={it.caseNumber || '–'}>
          <Facts
            facts={[
              [t(messages.lookedWho), `${it.by}, ${agencies.nameOf(it.byAgency)}`],
              [
                t(messages.lookedWhen),
                `${dateTime(it.openedAt)}, ${t(messages.glassUntil, { at: dateTime(it.until) })}`,
              ],
              [
                t(messages.glassReason),
                <span key="reason" className="said">
                  {kept(it.reason)}
                </span>,
              ],
              ...(it.reviewedAt
                ? [
                    [
                      t(messages.glassJudgement),
                      `${it.review} (${it.reviewedBy ?? ''}, ${dateTime(it.reviewedAt)})`,
                    ] as const,
                  ]
                : []),
            ]}
          />
          {it.mine && !it.reviewedAt ? <p className="meta">{t(messages.glassMine)}</p> : null}
          {reviews && !it.mine && !it.reviewedAt ? (
            <div className="row">
              <Button onClick={() => ask(it)}>{t(messages.glassReview)}</Button>
            </div>
          ) : null}
        </Card>
      ))}
      <ReasonDialog
        about={asked && `glass-${asked.breakId}`}
        name="review"
        onClose={() => ask(undefined)}
        title={t(messages.glassReviewTitle)}
        verb={t(messages.glassReview)}
        reasonLabel={t(messages.glassJudgement)}
        onAct={async (review, sending) => {
          await accepted('cases/review-break-glass', { breakId: asked?.breakId, review }, sending);
          toast({ text: t(messages.glassReviewedNow) });
          reload();
        }}
      >
        <p>{t(messages.glassReviewMore)}</p>
      </ReasonDialog>
    </Stack>
  );
}
