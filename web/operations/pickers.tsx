import { messages } from '#operations/messages.ts';
import { goesOut } from '#operations/rules.ts';
import { t } from '#web/platform/i18n.ts';
import { useAgencies, useColleagues } from '#web/platform/lists.ts';
import { Button } from '#web/ui/button.tsx';
import { Field, type Option } from '#web/ui/fields.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { messages as uiMessages } from '#web/ui/messages.ts';
import type { Bound } from '#web/ui/use-form.ts';

/** Agencies that help in an operation, or are chosen for something else that the label says. */
export function AgencyPicker(props: { field: Bound<string[]>; without: string; label?: string | undefined }) {
  const { field, without, label } = props;
  const agencies = useAgencies();
  const options = (agencies.data ?? [])
    .filter((it) => it.agencyCode !== without)
    .map((it) => ({ value: it.agencyCode, label: agencies.nameOf(it.agencyCode) }));
  return <OneByOne field={field} label={label ?? t(messages.partners)} options={options} optional={!label} />;
}

/** Who goes: those who can be met by a child in the field. */
export function TeamPicker({ field }: { field: Bound<string[]> }) {
  const colleagues = useColleagues();
  const agencies = useAgencies();
  const options = (colleagues.data ?? [])
    .filter(goesOut)
    .map((it) => ({ value: it.staffId, label: `${it.name} (${agencies.nameOf(it.agencyCode)})` }));
  return <OneByOne field={field} label={t(messages.team)} hint={t(messages.teamHint)} options={options} />;
}

/** Several of many: chosen one by one from the device's own list, each shown with a way to take it out again. */
export function OneByOne(props: {
  field: Bound<string[]>;
  label: string;
  hint?: string | undefined;
  options: readonly Option[];
  optional?: boolean | undefined;
}) {
  const { field, options } = props;
  const labelOf = (value: string) => options.find((it) => it.value === value)?.label ?? value;
  return (
    <Stack gap="tight">
      <Field field={field} label={props.label} hint={props.hint} optional={props.optional}>
        {(attributes) => (
          <select
            {...attributes}
            className="input"
            value=""
            onChange={(event) => {
              if (event.target.value) field.set([...field.value, event.target.value]);
            }}
          >
            <option value="">{t(uiMessages.choose)}</option>
            {options
              .filter((option) => !field.value.includes(option.value))
              .map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
          </select>
        )}
      </Field>
      {field.value.map((value) => (
        <Row key={value} apart>
          <span>{labelOf(value)}</span>
          <Button kind="quiet" icon="x" onClick={() => field.set(field.value.filter((it) => it !== value))}>
            <span className="sr">{t(messages.remove, { name: labelOf(value) })}</span>
          </Button>
        </Row>
      ))}
    </Stack>
  );
}
