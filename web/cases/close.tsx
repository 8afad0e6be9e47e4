import { useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '#cases/messages.ts';
import { gateOf, type Missing, missingBeforeClosing } from '#cases/rules.ts';
import type { ReadinessAnswer } from '#cases/schema/acts.ts';
import type { CasePage } from '#cases/schema/reads.ts';
import { CaseFormPage } from '#web/cases/form-page.tsx';
import type { Typed } from '#web/cases/two-versions.ts';
import { type Collision, fieldName, sendChange, VersionCards } from '#web/cases/versions.tsx';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { PickTiles, Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Stack } from '#web/ui/layout.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { type Bound, required, useForm } from '#web/ui/use-form.ts';
import '#web/cases/cases.css';

/** Closes a case: the reason, what is best for the child, and for a return home whether the family is ready. */
export function Screen({ params }: ScreenProps) {
  return (
    <CaseFormPage
      caseId={params.caseId ?? ''}
      title={(number) => t(messages.closeTitle, { number })}
      lead={t(messages.closeLead)}
      form={(page, lists) => <CloseForm key={page.caseId} page={page} lists={lists} />}
    />
  );
}

type Values = {
  reason: string;
  bestInterest: string;
  readiness: Record<string, ReadinessAnswer>;
  areaCode: string;
};

/** The words for what is still missing, as one sentence. */
function missingWords(missing: readonly Missing[], page: CasePage): string {
  const ends = (kind: string) => (page.looseEnds ?? []).filter((it) => it.kind === kind).length;
  const readiness = missing.filter((it) => it.startsWith('readiness:')).length;
  const words = {
    assessment: t(messages.missing_assessment),
    best_interest: t(messages.missing_best_interest),
    readiness: t(messages.missing_readiness, { count: readiness }),
    plan_lines: t(messages.missing_plan_lines, { count: ends('plan_line') }),
    referrals: t(messages.missing_referrals, { count: ends('referral') }),
    custody: t(messages.missing_custody),
  };
  const kinds = Object.keys(words) as (keyof typeof words)[];
  const what = kinds.filter((kind) => missing.some((it) => it === kind || it.startsWith(`${kind}:`)));
  return t(messages.missingList, { what: what.map((kind) => words[kind]).join('; ') });
}

const answerWords = {
  yes: messages.answer_yes,
  no: messages.answer_no,
  not_applicable: messages.answer_not_applicable,
};

/** All of it in words. */
function typedOf(values: Values, lists: Lists): Typed[] {
  return [
    [fieldName('reason'), lists.label('closure_reason', values.reason)],
    [fieldName('bestInterest'), values.bestInterest.trim()],
    [t(messages.livesIn), lists.area(values.areaCode)],
    ...Object.entries(values.readiness).map(
      ([code, answer]): Typed => [lists.label('family_readiness', code), t(answerWords[answer])],
    ),
  ];
}

function useClosing(page: CasePage, lists: Lists) {
  const [, navigate] = useLocation();
  const toast = useToast();
  const [collision, collided] = useState<Collision>();
  const form = useForm<Values>({
    initial: { reason: '', bestInterest: '', readiness: {}, areaCode: '' },
    draft: { key: `close-${page.caseId}`, safe: [] },
    check: (values) => required(values, ['reason']),
    submit: async (values, sending) => {
      const input = {
        caseId: page.caseId,
        reason: values.reason,
        bestInterest: values.bestInterest.trim(),
        readiness: values.readiness,
        areaCode: values.areaCode || null,
      };
      await sendChange('cases/close', input, { ...sending, basedOn: page.version, collided });
      toast({ text: t(messages.closedNow) });
      navigate(`/kasus/${page.caseId}`);
    },
  });
  const gate = gateOf(lists.code('closure_reason', form.values.reason)?.extra);
  const missing = missingBeforeClosing({
    gate,
    readinessLines: lists
      .codes('family_readiness')
      .map((it) => ({ code: it.code, mayNotApply: it.extra.mayNotApply === true })),
    bestInterest: form.values.bestInterest,
    readiness: form.values.readiness,
    assessed: page.assessedAt !== null,
    looseEnds: page.looseEnds ?? [],
  });
  return { form, gate, missing, collision };
}

function CloseForm({ page, lists }: { page: CasePage; lists: Lists }) {
  const [, navigate] = useLocation();
  const { form, gate, missing, collision } = useClosing(page, lists);
  const months = lists.setting('aftercareMonths');
  if (collision)
    return (
      <VersionCards
        collision={collision}
        show={(field, value) => (field === 'reason' ? lists.label('closure_reason', value) : value)}
        typed={typedOf(form.values, lists)}
        form={form}
        onKept={() => navigate(`/kasus/${page.caseId}`)}
      />
    );
  return (
    <Form form={form}>
      <Card>
        <Select
          field={form.field('reason')}
          label={t(messages.closeReason)}
          options={lists.options('closure_reason')}
        />
        <TextField
          field={form.field('bestInterest')}
          label={t(messages.bestInterest)}
          hint={t(messages.bestInterestHint)}
          lines={7}
          maxLength={4000}
          optional={!gate.gate.includes('best_interest')}
        />
        {gate.aftercare ? (
          <Select
            field={form.field('areaCode')}
            label={t(messages.livesIn)}
            hint={t(messages.livesInHint, { months: Array.isArray(months) ? months.join(', ') : '' })}
            options={lists.villages()}
            optional
          />
        ) : null}
      </Card>
      {gate.gate.includes('family_readiness') ? (
        <Card title={t(messages.readiness)}>
          <p className="meta">{t(messages.readinessMore)}</p>
          <Stack>
            {lists.codes('family_readiness').map((it) => (
              <Readiness
                key={it.code}
                code={it.code}
                mayNotApply={it.extra.mayNotApply === true}
                lists={lists}
                values={form.values.readiness}
                change={(next) => form.set('readiness', next)}
              />
            ))}
          </Stack>
        </Card>
      ) : null}
      <div className="row">
        <SubmitButton
          form={form}
          big
          blocked={form.values.reason !== '' && missing.length > 0 && missingWords(missing, page)}
        >
          {t(messages.close)}
        </SubmitButton>
      </div>
    </Form>
  );
}

function Readiness(props: {
  code: string;
  mayNotApply: boolean;
  lists: Lists;
  values: Record<string, ReadinessAnswer>;
  change: (next: Record<string, ReadinessAnswer>) => void;
}) {
  const { code, values, change } = props;
  const set = (answer: ReadinessAnswer) => change({ ...values, [code]: answer });
  const field: Bound<string> = {
    id: `ready-${code}`,
    name: `ready-${code}`,
    value: values[code] ?? '',
    set: (value) => set(value === 'yes' || value === 'no' ? value : 'not_applicable'),
    touch: () => {},
    error: undefined,
  };
  const options = [
    { value: 'yes', label: t(messages.answer_yes) },
    { value: 'no', label: t(messages.answer_no) },
    ...(props.mayNotApply ? [{ value: 'not_applicable', label: t(messages.answer_not_applicable) }] : []),
  ];
  return <PickTiles field={field} label={props.lists.label('family_readiness', code)} options={options} />;
}
