import { needsMoreWords } from '#areas/rules.ts';
import { messages } from '#custody/messages.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { Select, TextField } from '#web/ui/fields.tsx';
import type { Bound } from '#web/ui/use-form.ts';

/** Why a child without an offence goes to a facility meant for others; asked only where the city's list says so. */
export function FacilityReason(props: {
  asks: boolean;
  words: Lists;
  reason: Bound<string>;
  note: Bound<string>;
  police: Bound<string>;
}) {
  if (!props.asks) return null;
  const chosen = props.words.code('facility_without_offence_reason', props.reason.value);
  return (
    <>
      <Select
        field={props.reason}
        label={t(messages.facilityReason)}
        hint={t(messages.facilityReasonHint)}
        options={props.words.options('facility_without_offence_reason')}
        optional
      />
      {needsMoreWords(chosen?.extra, '') ? (
        <TextField field={props.note} label={t(messages.facilityNote)} maxLength={300} />
      ) : null}
      <TextField field={props.police} label={t(messages.policeReference)} maxLength={60} optional />
    </>
  );
}
