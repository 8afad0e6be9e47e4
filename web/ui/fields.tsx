import { type ReactNode, useState } from 'react';
import { fromInput, shownMoment, toInput } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { classes } from '#web/ui/css-values.ts';
import { Icon } from '#web/ui/icons.tsx';
import { messages } from '#web/ui/messages.ts';
import type { Bound } from '#web/ui/use-form.ts';

/** What every field says: its label, a hint under it, whether it may stay empty, and a doubt that blocks nothing. */
export type FieldWords = {
  label: string;
  hint?: ReactNode;
  optional?: boolean | undefined;
  /** A doubt, in grey: "NIK menyebut perempuan, Anda memilih laki-laki". Not an error. */
  doubt?: string | false | undefined;
};

type Attributes = {
  id: string;
  name: string;
  onBlur: () => void;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
  'aria-required': true | undefined;
};

function describedBy(id: string, words: FieldWords, error: string | undefined): string | undefined {
  const parts = [
    words.hint ? `${id}-hint` : '',
    words.doubt ? `${id}-doubt` : '',
    error ? `${id}-error` : '',
  ];
  return parts.filter(Boolean).join(' ') || undefined;
}

/** Label, hint, input and error of any input; the other fields are made of it. */
export function Field<Value>(
  props: FieldWords & { field: Bound<Value>; children: (attributes: Attributes) => ReactNode },
) {
  const { field, children, ...words } = props;
  const attributes: Attributes = {
    id: field.id,
    name: field.name,
    onBlur: field.touch,
    'aria-invalid': field.error ? true : undefined,
    'aria-describedby': describedBy(field.id, words, field.error),
    'aria-required': words.optional ? undefined : true,
  };
  return (
    <div className={classes('field', field.error && 'field--wrong')}>
      <label htmlFor={field.id}>
        {words.label} <Optional optional={words.optional} />
      </label>
      <Hint id={field.id} hint={words.hint} />
      {children(attributes)}
      <Doubt id={field.id} doubt={words.doubt} />
      <FieldError id={field.id} error={field.error} />
    </div>
  );
}

function Optional({ optional }: { optional: boolean | undefined }) {
  return optional ? <span className="field__optional">{t(messages.optional)}</span> : null;
}

function Hint({ id, hint }: { id: string; hint: ReactNode }) {
  return hint ? (
    <span className="field__hint" id={`${id}-hint`}>
      {hint}
    </span>
  ) : null;
}

/** A doubt under a field, tied to it by its id. */
export function Doubt({ id, doubt }: { id: string; doubt: string | false | undefined }) {
  return doubt ? (
    <span className="meta" id={`${id}-doubt`}>
      <Icon name="info" /> {doubt}
    </span>
  ) : null;
}

function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return error ? (
    <span className="field__error" id={`${id}-error`}>
      <Icon name="alert" /> {error}
    </span>
  ) : null;
}

type TextProps = FieldWords & {
  field: Bound<string>;
  type?: 'text' | 'password' | 'search' | 'tel' | 'email' | 'date' | 'time' | undefined;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | undefined;
  autoComplete?: string | undefined;
  autoCapitalize?: string | undefined;
  maxLength?: number | undefined;
  /** With more than one line it is a text area. */
  lines?: number | undefined;
  /** Words offered while typing. */
  suggestions?: readonly string[] | undefined;
  min?: string | undefined;
  max?: string | undefined;
};

/** One line of text, or several. */
export function TextField(props: TextProps) {
  const { field, type = 'text', lines, suggestions, inputMode, autoComplete = 'off' } = props;
  const shared = {
    className: 'input',
    value: field.value,
    inputMode,
    autoComplete,
    autoCapitalize: props.autoCapitalize,
    maxLength: props.maxLength,
  };
  return (
    <Field {...props}>
      {(attributes) =>
        lines ? (
          <textarea
            {...attributes}
            {...shared}
            rows={lines}
            onChange={(event) => field.set(event.target.value)}
          />
        ) : (
          <>
            <input
              {...attributes}
              {...shared}
              type={type}
              min={props.min}
              max={props.max}
              list={suggestions ? `${field.id}-list` : undefined}
              onChange={(event) => field.set(event.target.value)}
            />
            {suggestions ? (
              <datalist id={`${field.id}-list`}>
                {suggestions.map((word) => (
                  <option key={word} value={word} />
                ))}
              </datalist>
            ) : null}
          </>
        )
      }
    </Field>
  );
}

/** A whole number, typed on the number keys; the value stays text until it is checked. */
export function NumberField(props: FieldWords & { field: Bound<string>; maxLength?: number | undefined }) {
  return <TextField {...props} inputMode="numeric" maxLength={props.maxLength ?? 9} />;
}

/** A calendar date, as `2026-11-24`. */
export function DateField(
  props: FieldWords & { field: Bound<string>; min?: string | undefined; max?: string | undefined },
) {
  return <TextField {...props} type="date" />;
}

/** A moment on the city's wall clock; the value is an ISO instant, or empty while incomplete. */
export function DateTimeField(
  props: FieldWords & { field: Bound<string>; min?: string | undefined; max?: string | undefined },
) {
  const { field } = props;
  const [typed, setTyped] = useState('');
  return (
    <Field {...props}>
      {(attributes) => (
        <input
          {...attributes}
          className="input"
          type="datetime-local"
          min={props.min ? toInput(props.min) : undefined}
          max={props.max ? toInput(props.max) : undefined}
          value={shownMoment(field.value, typed)}
          onChange={(event) => {
            setTyped(event.target.value);
            field.set(fromInput(event.target.value) ?? '');
          }}
        />
      )}
    </Field>
  );
}

/** One choice of a list; `hint` shows under it on a tile. */
export type Option = { value: string; label: string; hint?: string | undefined; stop?: boolean | undefined };

/** One of many: the device's own list. Few are PickTiles. */
export function Select(
  props: FieldWords & { field: Bound<string>; options: readonly Option[]; placeholder?: string | undefined },
) {
  const { field } = props;
  return (
    <Field {...props}>
      {(attributes) => (
        <select
          {...attributes}
          className="input"
          value={field.value}
          onChange={(event) => field.set(event.target.value)}
        >
          <option value="">{props.placeholder ?? t(messages.choose)}</option>
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type PickProps = FieldWords & { options: readonly Option[]; grid?: boolean | undefined };

function PickSet(
  props: PickProps & {
    field: Bound<string> | Bound<string[]>;
    type: 'radio' | 'checkbox';
    chosen: (value: string) => boolean;
    choose: (value: string, on: boolean) => void;
  },
) {
  const { field, options, grid, ...words } = props;
  return (
    <fieldset
      className={classes('field', field.error && 'field--wrong')}
      aria-describedby={describedBy(field.id, words, field.error)}
    >
      <legend>
        {words.label} <Optional optional={words.optional} />
      </legend>
      <Hint id={field.id} hint={words.hint} />
      <div className={classes('picks', grid && 'picks--grid')}>
        {options.map((option, index) => (
          <label key={option.value} className={classes('pick', option.stop && 'pick--stop')}>
            <input
              type={props.type}
              id={index === 0 ? field.id : undefined}
              name={field.name}
              value={option.value}
              checked={props.chosen(option.value)}
              aria-invalid={field.error ? true : undefined}
              onBlur={field.touch}
              onChange={(event) => props.choose(option.value, event.target.checked)}
            />
            <span>
              {option.label}
              {option.hint ? <span className="meta pick__hint">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <Doubt id={field.id} doubt={words.doubt} />
      <FieldError id={field.id} error={field.error} />
    </fieldset>
  );
}

/** One of a few, as large tiles around native radio buttons. */
export function PickTiles(props: PickProps & { field: Bound<string> }) {
  const { field } = props;
  return (
    <PickSet
      {...props}
      type="radio"
      chosen={(value) => field.value === value}
      choose={(value) => field.set(value)}
    />
  );
}

/** Several of a few, as large tiles around native checkboxes. */
export function PickMany(props: PickProps & { field: Bound<string[]> }) {
  const { field } = props;
  return (
    <PickSet
      {...props}
      type="checkbox"
      chosen={(value) => field.value.includes(value)}
      choose={(value, on) =>
        field.set(on ? [...field.value, value] : field.value.filter((one) => one !== value))
      }
    />
  );
}

/** A statement one agrees to or not. */
export function Checkbox(props: { field: Bound<boolean>; children: ReactNode; hint?: ReactNode }) {
  const { field } = props;
  return (
    <div className={classes('field', field.error && 'field--wrong')}>
      <label className="check">
        <input
          type="checkbox"
          id={field.id}
          name={field.name}
          checked={field.value}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={field.error ? `${field.id}-error` : props.hint ? `${field.id}-hint` : undefined}
          onBlur={field.touch}
          onChange={(event) => field.set(event.target.checked)}
        />
        <span>{props.children}</span>
      </label>
      <Hint id={field.id} hint={props.hint} />
      <FieldError id={field.id} error={field.error} />
    </div>
  );
}
