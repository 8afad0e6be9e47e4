import { messages } from '#encounters/messages.ts';
import { useOrigins } from '#web/persons/use-origins.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { type Option, Select } from '#web/ui/fields.tsx';
import type { Bound } from '#web/ui/use-form.ts';

/** The sexes a record knows, as tiles. */
export function sexOptions(): Option[] {
  return [
    { value: 'male', label: t(messages.male) },
    { value: 'female', label: t(messages.female) },
    { value: 'unknown', label: t(messages.sexUnknown) },
  ];
}

/** Why the name of an adult is kept, as tiles or a list. */
export function nameReasonOptions(): Option[] {
  return [
    { value: 'ASKS_SERVICE', label: t(messages.asksService) },
    { value: 'ACCOMPANIES_CHILD', label: t(messages.accompaniesChild) },
  ];
}

/** Where somebody comes from: a kelurahan of the city, or a regency or city of the country. */
export function OriginField(props: { field: Bound<string>; label: string; words: Lists }) {
  const origins = useOrigins();
  return (
    <Select
      field={props.field}
      label={props.label}
      options={[...props.words.villages(), ...origins]}
      optional
    />
  );
}
