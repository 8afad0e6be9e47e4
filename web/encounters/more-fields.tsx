import { useEffect, useState } from 'react';
import { messages } from '#encounters/messages.ts';
import { intoxications } from '#encounters/rules.ts';
import { asText, type FieldsOf } from '#web/encounters/encounter-fields.tsx';
import { ShortText } from '#web/encounters/text-field.tsx';
import { asksMarks, asksName, type TellingField } from '#web/encounters/values.ts';
import { OriginField } from '#web/persons/person-fields.tsx';
import { t } from '#web/platform/i18n.ts';
import { Checkbox, NumberField, PickMany, PickTiles, TextField } from '#web/ui/fields.tsx';
import { Icon } from '#web/ui/icons.tsx';

/**
 * What can wait: opened on demand, so that the first screen stays short; open from the start, with the cursor in the
 * field that was `asked`, when "met before?" needs one thing more.
 */
export function MoreFields(props: FieldsOf & { group: boolean; asked: TellingField | null }) {
  const { values, field, asked } = props;
  const story = asksName(values);
  const [open, setOpen] = useState(asked !== null);
  const askedId = asked === null ? null : field(asked).id;
  useEffect(() => {
    if (askedId !== null) document.getElementById(askedId)?.focus();
  }, [askedId]);
  return (
    <details className="more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="next" /> {t(story ? messages.more : messages.moreAdult)}
      </summary>
      {open ? <OpenedFields {...props} story={story} /> : null}
    </details>
  );
}

function OpenedFields(props: FieldsOf & { group: boolean; story: boolean }) {
  const { field, lists, story } = props;
  return (
    <div className="stack encounter__more">
      <PickTiles
        field={asText(field('intoxication'), intoxications)}
        label={t(messages.intoxication)}
        hint={t(messages.intoxicationHint)}
        options={[
          { value: 'YES', label: t(messages.yes), stop: true },
          { value: 'NO', label: t(messages.no) },
          { value: 'UNSURE', label: t(messages.unsure) },
        ]}
        optional
      />
      <PickMany
        field={field('needs')}
        label={t(messages.needs)}
        options={lists.options('need')}
        grid
        optional
      />
      <PickMany
        field={field('companions')}
        label={t(messages.companions)}
        options={lists.options('companions')}
        grid
        optional
      />
      {props.group ? <Checkbox field={field('sameGroup')}>{t(messages.sameGroup)}</Checkbox> : null}
      <NumberField
        field={field('statedAge')}
        label={t(messages.statedAge)}
        hint={t(messages.statedAgeHint)}
        maxLength={3}
        optional
      />
      {story ? <StoryFields {...props} /> : null}
      <ShortText field={field('belongings')} label={t(messages.belongings)} />
    </div>
  );
}

function StoryFields({ values, field, lists }: FieldsOf) {
  return (
    <>
      <TextField field={field('mother')} label={t(messages.mother)} maxLength={120} optional />
      <TextField field={field('father')} label={t(messages.father)} maxLength={120} optional />
      <OriginField field={field('originArea')} label={t(messages.origin)} words={lists} />
      {asksMarks(values) ? (
        <TextField
          field={field('marks')}
          label={t(messages.marks)}
          hint={t(messages.marksHint)}
          maxLength={120}
          optional
        />
      ) : null}
      <ShortText field={field('ownWords')} label={t(messages.ownWords)} hint={t(messages.textHint)} />
      <ShortText field={field('description')} label={t(messages.description)} />
    </>
  );
}
