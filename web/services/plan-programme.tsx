import { useLocation } from 'wouter';
import { messages } from '#services/messages.ts';
import { kinds, unusualIn } from '#services/rules.ts';
import type { PlanProgramme, Programme } from '#services/schema.ts';
import { AgencyPicker } from '#web/operations/pickers.tsx';
import { accepted } from '#web/platform/api.ts';
import { wallClock } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { useSession } from '#web/platform/session.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { DateField, NumberField, PickMany, PickTiles, Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page, StickyActions } from '#web/ui/page.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

/** Writes down a programme, or changes one. */
export function Screen({ params }: ScreenProps) {
  const { programmeId } = params;
  const lists = useLists();
  const known = useQuery<Programme>(programmeId ? `programmes/${programmeId}` : null);
  const crumbs = [
    { label: t(messages.programmes), href: '/program' },
    ...(known.data ? [{ label: known.data.name, href: `/program/${programmeId}` }] : []),
  ];
  return (
    <Page title={t(programmeId ? messages.change : messages.plan)} crumbs={crumbs}>
      <Loaded query={lists} what={t(messages.one)}>
        {(words) =>
          programmeId ? (
            <Loaded query={known} what={t(messages.one)}>
              {(programme) => <PlanForm words={words} known={programme} />}
            </Loaded>
          ) : (
            <PlanForm words={words} known={undefined} />
          )
        }
      </Loaded>
    </Page>
  );
}

const text = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value);
const number = (value: string) => (value.trim() === '' ? null : Number(value.replaceAll(/[ .]/g, '')));

function initialOf(known: Programme | undefined, own: string) {
  return {
    name: known?.name ?? '',
    kind: (known?.kind ?? 'ONGOING') as string,
    leg: known?.leg ?? '',
    purpose: known?.purpose ?? '',
    dutyCode: known?.dutyCode ?? '',
    ownerAgency: known?.ownerAgency ?? own,
    targetGroup: known?.targetGroup ?? '',
    capacity: text(known?.capacity),
    startsOn: known?.startsOn ?? wallClock(Date.now()).date,
    endsOn: known?.endsOn ?? '',
    hostAgency: known?.hostAgency ?? '',
    place: known?.place ?? '',
    areas: known?.areas ?? [],
    partners: known?.partners.map((it) => it.agencyCode) ?? [],
    budgetLine: known?.budgetLine ?? '',
    budgetAmount: text(known?.budgetAmount),
    spentAmount: text(known?.spentAmount),
  };
}
type Values = ReturnType<typeof initialOf>;

function inputOf(values: Values, known: Programme | undefined, newId: string): PlanProgramme {
  const parts = new Map(known?.partners.map((it) => [it.agencyCode, it.part]));
  return {
    ...values,
    programmeId: known?.programmeId ?? newId,
    kind: values.kind as PlanProgramme['kind'],
    capacity: number(values.capacity),
    endsOn: values.endsOn || null,
    hostAgency: values.hostAgency || null,
    partners: values.partners.map((agencyCode) => ({ agencyCode, part: parts.get(agencyCode) ?? '' })),
    budgetAmount: number(values.budgetAmount),
    spentAmount: number(values.spentAmount),
  };
}

function usePlanForm(known: Programme | undefined) {
  const { staff } = useSession();
  const [, navigate] = useLocation();
  const toast = useToast();
  return useForm<Values>({
    initial: initialOf(known, staff.agencyCode),
    check: (values) =>
      required(values, [
        'name',
        'leg',
        'purpose',
        'dutyCode',
        'ownerAgency',
        'startsOn',
        ...(values.kind === 'COHORT' ? (['endsOn', 'capacity'] as const) : []),
      ]),
    submit: async (values, sending) => {
      const input = inputOf(values, known, sending.id);
      await accepted(
        known ? 'services/change-programme' : 'services/plan-programme',
        input,
        known ? { ...sending, basedOn: known.version } : sending,
      );
      toast({ text: t(messages.saved), icon: 'check' });
      navigate(`/program/${input.programmeId}`);
    },
  });
}

function PlanForm({ words, known }: { words: Lists; known: Programme | undefined }) {
  const form = usePlanForm(known);
  const { staff } = useSession();
  const agencies = useAgencies();
  const { values, field } = form;
  const unusual = unusualIn({
    ...values,
    capacity: number(values.capacity),
    endsOn: values.endsOn || null,
  });
  const districts = words.areas
    .filter((it) => it.kind === 'district')
    .map((it) => ({ value: it.areaCode, label: it.name }));
  return (
    <Form form={form} label={t(messages.plan)}>
      <Card>
        <TextField field={field('name')} label={t(messages.name)} maxLength={160} />
        <PickTiles
          field={field('kind')}
          label={t(messages.kind)}
          hint={t(messages.kindHint)}
          options={kinds.map((value) => ({ value, label: t(messages[value]) }))}
        />
        <Select field={field('leg')} label={t(messages.leg)} options={words.options('programme_leg')} />
        <Select
          field={field('purpose')}
          label={t(messages.purpose)}
          options={words.options('programme_purpose')}
        />
        {staff.role === 'coordinator' ? (
          <Select field={field('ownerAgency')} label={t(messages.owner)} options={agencies.options()} />
        ) : (
          <p>
            {t(messages.owner)}: <b>{agencies.nameOf(values.ownerAgency)}</b>
          </p>
        )}
        <Select
          field={field('dutyCode')}
          label={t(messages.duty)}
          hint={t(messages.dutyHint)}
          options={words.options('duty')}
        />
      </Card>
      <Card title={t(messages.target)}>
        <TextField field={field('targetGroup')} label={t(messages.target)} maxLength={300} optional />
        <NumberField
          field={field('capacity')}
          label={t(messages.capacity)}
          optional={values.kind !== 'COHORT'}
        />
        <DateField field={field('startsOn')} label={t(messages.startsOn)} />
        <DateField
          field={field('endsOn')}
          label={t(messages.endsOn)}
          min={values.startsOn}
          optional={values.kind !== 'COHORT'}
        />
        {unusual.map((what) => (
          <Notice key={what}>{t(messages[`unusual${what}`])}</Notice>
        ))}
        <PickMany
          field={field('areas')}
          label={t(messages.areas)}
          hint={t(messages.areasHint)}
          options={[
            ...districts,
            ...values.areas
              .filter((code) => code.length > 8)
              .map((value) => ({ value, label: words.area(value) })),
          ]}
        />
      </Card>
      <Card title={t(messages.partners)}>
        <AgencyPicker field={field('partners')} without={values.ownerAgency} />
        <Select
          field={field('hostAgency')}
          label={t(messages.host)}
          placeholder={t(messages.noHost)}
          options={agencies.options()}
          optional
        />
        <TextField field={field('place')} label={t(messages.place)} maxLength={200} optional />
      </Card>
      <Card title={t(messages.budgetLine)}>
        <TextField field={field('budgetLine')} label={t(messages.budgetLine)} maxLength={200} optional />
        <NumberField field={field('budgetAmount')} label={t(messages.budget)} maxLength={17} optional />
        <NumberField field={field('spentAmount')} label={t(messages.spent)} maxLength={17} optional />
      </Card>
      <StickyActions>
        <SubmitButton form={form} icon="check" big>
          {t(messages.save)}
        </SubmitButton>
      </StickyActions>
    </Form>
  );
}
