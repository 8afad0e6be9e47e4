import { useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '#cases/messages.ts';
import type { CasePage } from '#cases/schema/reads.ts';
import {
  baseOf,
  type Detail,
  detailOf,
  factorsOf,
  initialOf,
  typedOf,
  type Values,
} from '#web/cases/assess-values.ts';
import { CaseFormPage } from '#web/cases/form-page.tsx';
import { type Collision, DraftOlder, sendChange, VersionCards } from '#web/cases/versions.tsx';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { PickMany, PickTiles, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Split, Stack } from '#web/ui/layout.tsx';
import { StickyActions } from '#web/ui/page.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { type Bound, useForm } from '#web/ui/use-form.ts';
import '#web/cases/cases.css';

/** The assessment of a case: factors by their side, who said so, and what follows from them. */
export function Screen({ params }: ScreenProps) {
  return (
    <CaseFormPage
      caseId={params.caseId ?? ''}
      title={(number) => t(messages.assessTitle, { number })}
      lead={t(messages.assessLead)}
      form={(page, lists) => <AssessForm key={page.caseId} page={page} lists={lists} />}
    />
  );
}

function AssessForm({ page, lists }: { page: CasePage; lists: Lists }) {
  const [, navigate] = useLocation();
  const toast = useToast();
  const [collision, collided] = useState<Collision>();
  const last = page.assessments?.[0];
  const back = `/kasus/${page.caseId}?bagian=asesmen`;
  const inputOf = (values: Values, assessmentId: string) => ({
    caseId: page.caseId,
    assessmentId,
    factors: factorsOf(values, lists),
    problems: values.problems.trim(),
    strengths: values.strengths.trim(),
    childWishes: values.childWishes.trim(),
    conclusion: values.conclusion.trim(),
  });
  const saved = () => {
    toast({ text: t(messages.assessmentSaved) });
    navigate(back);
  };
  const form = useForm<Values>({
    initial: initialOf(last),
    // All of it is a child's story.
    draft: { key: `assess-${page.caseId}`, safe: [] },
    check: (values) => ({
      outside: values.inside.length + values.outside.length === 0 ? t(messages.factorsNeeded) : undefined,
    }),
    submit: async (values, sending) => {
      const basedOn = values.base;
      await sendChange('cases/assess', inputOf(values, sending.id), { ...sending, basedOn, collided });
      saved();
    },
  });
  if (collision)
    return (
      <VersionCards
        collision={collision}
        show={(_field, value) => value}
        typed={typedOf(form.values, lists)}
        form={form}
        onKept={() => navigate(back)}
        onSaved={saved}
        onUse={(chosen, based) => {
          const typed = inputOf(form.values, based.id);
          const others = collision.versions.factors?.stored ?? [];
          const codes = new Set(typed.factors.map((it) => it.code));
          const factors = [...typed.factors, ...others.filter((it) => !codes.has(it.code))];
          return sendChange('cases/assess', { ...typed, ...chosen, factors }, { ...based, collided });
        }}
      />
    );
  const chosen = [...form.values.inside, ...form.values.outside];
  return (
    <Form form={form}>
      <DraftOlder older={form.values.base !== baseOf(last)} />
      <Split shape="even">
        <Card title={t(messages.factorsOutside)}>
          <FactorPicks field={form.field('outside')} side="external" lists={lists} />
        </Card>
        <Card title={t(messages.factorsInside)}>
          <FactorPicks field={form.field('inside')} side="internal" lists={lists} />
        </Card>
      </Split>
      {chosen.length > 0 ? (
        <Card title={t(messages.factorsChosen, { count: chosen.length })}>
          <Stack>
            {chosen.map((code) => (
              <FactorDetail
                key={code}
                code={code}
                lists={lists}
                detail={detailOf(form.values, code, lists)}
                change={(detail) => form.set('details', { ...form.values.details, [code]: detail })}
              />
            ))}
          </Stack>
        </Card>
      ) : null}
      <Card>
        <TextField
          field={form.field('problems')}
          label={t(messages.problems)}
          lines={4}
          maxLength={4000}
          optional
        />
        <TextField
          field={form.field('strengths')}
          label={t(messages.strengths)}
          lines={3}
          maxLength={4000}
          optional
        />
        <TextField
          field={form.field('childWishes')}
          label={t(messages.childWishes)}
          lines={3}
          maxLength={4000}
          optional
        />
        <TextField
          field={form.field('conclusion')}
          label={t(messages.conclusion)}
          lines={4}
          maxLength={4000}
          optional
        />
      </Card>
      <StickyActions>
        <SubmitButton form={form} big>
          {t(messages.saveAssessment)}
        </SubmitButton>
      </StickyActions>
    </Form>
  );
}

const levels = ['micro', 'meso', 'macro'] as const;

// Factors are offered level by level: the child and its family first, then what is around them, then the structure.
function FactorPicks({ field, side, lists }: { field: Bound<string[]>; side: string; lists: Lists }) {
  const known = lists.codes('factor').filter((it) => it.extra.side === side && it.extra.sealed !== true);
  return (
    <>
      {levels.map((level, index) => {
        const codes = known.filter((it) => it.extra.level === level);
        if (codes.length === 0) return null;
        const options = codes.map((it) => ({ value: it.code, label: lists.label('factor', it.code) }));
        const id =
          index === 0 || !known.some((it) => it.extra.level === levels[0])
            ? field.id
            : `${field.id}-${level}`;
        return (
          <PickMany
            key={level}
            field={{
              ...field,
              id,
              name: `${field.name}-${level}`,
              error: index === 0 ? field.error : undefined,
            }}
            label={lists.label('factor_level', level)}
            options={options}
            optional
          />
        );
      })}
    </>
  );
}

function FactorDetail(props: {
  code: string;
  lists: Lists;
  detail: Detail;
  change: (detail: Detail) => void;
}) {
  const { code, lists, detail, change } = props;
  const field = (name: keyof Detail): Bound<string> => ({
    id: `factor-${code}-${name}`,
    name: `${code}-${name}`,
    value: detail[name],
    set: (value) => change({ ...detail, [name]: value }),
    touch: () => {},
    error: undefined,
  });
  return (
    <section className="factorpick" aria-label={lists.label('factor', code)}>
      <h3>{lists.label('factor', code)}</h3>
      <PickTiles field={field('saidBy')} label={t(messages.whoSaid)} options={lists.options('said_by')} />
      <PickTiles field={field('level')} label={t(messages.level)} options={lists.options('factor_level')} />
      <TextField field={field('evidence')} label={t(messages.evidence)} lines={2} maxLength={500} optional />
    </section>
  );
}
