import { messages } from '#encounters/messages.ts';
import { nameReasons } from '#persons/rules.ts';
import { ageBands, asksName, isAdult, type Values } from '#web/encounters/values.ts';
import { nameReasonOptions, sexOptions } from '#web/persons/person-fields.tsx';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { OutButton } from '#web/ui/button.tsx';
import { type Option, PickTiles, Select, TextField } from '#web/ui/fields.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Notice } from '#web/ui/notice.tsx';
import type { Bound } from '#web/ui/use-form.ts';

export type FieldsOf = {
  values: Values;
  field: <Name extends keyof Values & string>(name: Name) => Bound<Values[Name]>;
  lists: Lists;
};

function ageOptions(): Option[] {
  const between = (low: number, high: number) => `${low}–${high}`;
  return [
    { value: 'UNDER_6', label: t(messages.under6) },
    ...(['SIX', 'TEN', 'THIRTEEN', 'SIXTEEN'] as const).map((band) => ({
      value: band,
      label: between(ageBands[band].low, ageBands[band].high),
    })),
    { value: 'ADULT', label: t(messages.adult) },
    { value: 'UNKNOWN', label: t(messages.ageUnknown) },
  ];
}

/** A field of literal words as the text that tiles and lists work with; other words are not taken. */
export function asText<Word extends string>(field: Bound<Word>, words: readonly Word[]): Bound<string> {
  return {
    ...field,
    set: (value) => {
      const word = words.find((it) => it === value);
      if (word !== undefined) field.set(word);
    },
  };
}

const bands: readonly Values['age'][] = ['UNDER_6', 'SIX', 'TEN', 'THIRTEEN', 'SIXTEEN', 'ADULT', 'UNKNOWN'];

/** Who was met: name if one was said, sex, age. */
export function WhoFields({ values, field }: FieldsOf) {
  return (
    <>
      {asksName(values) ? (
        <TextField
          field={field('name')}
          label={t(messages.name)}
          hint={t(messages.nameHint)}
          maxLength={120}
          optional
        />
      ) : null}
      <PickTiles
        field={asText(field('sex'), ['male', 'female', 'unknown'])}
        label={t(messages.sex)}
        options={sexOptions()}
      />
      <PickTiles
        field={asText(field('age'), bands)}
        label={t(messages.age)}
        hint={t(messages.ageHint)}
        options={ageOptions()}
      />
      {isAdult(values) ? (
        <PickTiles
          field={asText(field('nameReason'), ['', ...nameReasons])}
          label={t(messages.nameReason)}
          hint={t(messages.nameReasonHint)}
          options={[{ value: '', label: t(messages.noName) }, ...nameReasonOptions()]}
          optional
        />
      ) : null}
    </>
  );
}

/** Codes as tiles; what the city's list calls urgent is red when chosen. */
function tilesOf(lists: Lists, list: string): Option[] {
  return lists.options(list).map((option) => ({
    ...option,
    stop: lists.code(list, option.value)?.extra.urgent === true,
  }));
}

/** What they were doing and how they are; a red sign puts safety before the rest of the record. */
export function StateFields({ values, field, lists }: FieldsOf) {
  const urgent =
    lists.code('condition', values.condition)?.extra.urgent === true ||
    lists.code('injury', values.injury)?.extra.urgent === true ||
    values.intoxication === 'YES';
  return (
    <>
      <PickTiles
        field={field('activity')}
        label={t(messages.activity)}
        options={lists.options('street_activity')}
        grid
      />
      <PickTiles
        field={field('condition')}
        label={t(messages.condition)}
        hint={t(messages.conditionHint)}
        options={tilesOf(lists, 'condition')}
        grid
        optional
      />
      <PickTiles
        field={field('injury')}
        label={t(messages.injury)}
        options={tilesOf(lists, 'injury')}
        grid
        optional
      />
      {urgent ? (
        <Notice tone="negative" urgent title={t(messages.safetyFirst)}>
          <Stack gap="tight">
            <span>{t(messages.safetyMore)}</span>
            <OutButton href="tel:112" icon="phone">
              {t(messages.callEmergency)}
            </OutButton>
          </Stack>
        </Notice>
      ) : null}
    </>
  );
}

/** Where: filled from the operation's site, and changed with two native lists. */
export function PlaceFields({ field, lists, fromSite }: FieldsOf & { fromSite: boolean }) {
  return (
    <fieldset className="field">
      <legend>{t(messages.where)}</legend>
      {fromSite ? <span className="field__hint">{t(messages.fromSite)}</span> : null}
      <div className="encounter__where">
        <Select field={field('areaCode')} label={t(messages.village)} options={lists.villages()} />
        <Select
          field={field('locationType')}
          label={t(messages.locationType)}
          options={lists.options('location_type')}
        />
      </div>
    </fieldset>
  );
}
