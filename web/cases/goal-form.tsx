import { useState } from 'react';
import { messages } from '#cases/messages.ts';
import type { PlanLine } from '#cases/schema/reads.ts';
import { type Collision, DraftOlder, fieldName, sendChange, VersionCards } from '#web/cases/versions.tsx';
import { accepted } from '#web/platform/api.ts';
import { wallClock } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies } from '#web/platform/lists.ts';
import { DateField, Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Goal = {
  goal: string;
  serviceCode: string;
  agencyCode: string;
  areaCode: string;
  dueOn: string;
  /** The version of the goal that was before the writer; a draft keeps it. */
  base: number;
};

/** Adds a goal to the plan, or changes one; of two who change it at once the second chooses. */
export function GoalForm(props: {
  caseId: string;
  line: PlanLine | undefined;
  lists: Lists;
  onDone: () => void;
}) {
  const { caseId, line, lists, onDone } = props;
  const agencies = useAgencies();
  const toast = useToast();
  const [collision, collided] = useState<Collision>();
  const inputOf = ({ base: _, ...values }: Goal) => ({
    ...values,
    goal: values.goal.trim(),
    areaCode: values.areaCode || null,
  });
  const saved = () => {
    toast({ text: t(messages.goalSaved) });
    onDone();
  };
  const form = useForm<Goal>({
    initial: {
      goal: line?.goal ?? '',
      serviceCode: line?.serviceCode ?? '',
      agencyCode: line?.agencyCode ?? '',
      areaCode: line?.areaCode ?? '',
      dueOn: line?.dueOn ?? '',
      base: line?.version ?? 0,
    },
    draft: { key: `goal-${line?.planLineId ?? caseId}`, safe: [] },
    check: (values) => required(values, ['goal', 'serviceCode', 'agencyCode', 'dueOn']),
    submit: async (values, sending) => {
      const input = inputOf(values);
      if (line)
        await sendChange(
          'cases/change-plan-line',
          { planLineId: line.planLineId, ...input },
          { ...sending, basedOn: values.base, collided },
        );
      else await accepted('cases/add-plan-line', { caseId, planLineId: sending.id, ...input }, sending);
      saved();
    },
  });
  const show = (field: string, value: string) => {
    if (field === 'agencyCode') return agencies.nameOf(value);
    if (field === 'serviceCode') return lists.label('service_component', value);
    return field === 'areaCode' ? lists.area(value) : value;
  };
  if (collision && line)
    return (
      <VersionCards
        collision={collision}
        show={show}
        typed={Object.entries(inputOf(form.values)).map(([field, value]) => [
          fieldName(field),
          show(field, value ?? ''),
        ])}
        form={form}
        onKept={onDone}
        onSaved={saved}
        onUse={(chosen, based) =>
          sendChange(
            'cases/change-plan-line',
            { planLineId: line.planLineId, ...inputOf({ ...form.values, ...chosen }) },
            { ...based, collided },
          )
        }
      />
    );
  return (
    <Form form={form}>
      <DraftOlder older={line !== undefined && form.values.base !== line.version} />
      <TextField
        field={form.field('goal')}
        label={t(messages.goal)}
        hint={t(messages.goalHint)}
        maxLength={300}
        lines={2}
      />
      <Select
        field={form.field('serviceCode')}
        label={t(messages.service)}
        options={lists.options('service_component')}
      />
      <Select
        field={form.field('agencyCode')}
        label={t(messages.agency)}
        options={(agencies.data ?? []).map((it) => ({
          value: it.agencyCode,
          label: agencies.nameOf(it.agencyCode),
        }))}
      />
      <Select field={form.field('areaCode')} label={t(messages.area)} options={lists.villages()} optional />
      <DateField field={form.field('dueOn')} label={t(messages.due)} min={wallClock(Date.now()).date} />
      <SubmitButton form={form}>{t(messages.saveGoal)}</SubmitButton>
    </Form>
  );
}
