import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { lettersIn } from '#platform/letters.ts';
import { asProblem, type Problem } from '#web/platform/api.ts';
import { dropDraft, keepDraft, keepSealed, openSealed, readDraft, sealer } from '#web/platform/draft.ts';
import { t } from '#web/platform/i18n.ts';
import { attemptsOf, type Sending } from '#web/ui/attempts.ts';
import { messages } from '#web/ui/messages.ts';

/** What ties one input to its place in a form: `<TextField field={form.field('name')} …>`. */
export type Bound<Value> = {
  id: string;
  name: string;
  value: Value;
  set: (value: Value) => void;
  touch: () => void;
  error: string | undefined;
};

/** One thing to put right, and the input it belongs to. */
export type FormError = { id: string; message: string };

export type { Sending } from '#web/ui/attempts.ts';

/** The part of a form that Form, FormErrorSummary and SubmitButton need. */
export type FormState = {
  errors: FormError[];
  problem: Problem | undefined;
  busy: boolean;
  /** Counts refused submits; the summary takes focus at each. */
  refused: number;
  onSubmit: (event?: FormEvent) => void;
  /** After a lost answer: what was sent before is stored, and what is typed now is not. */
  savedBefore?: { see?: (() => void) | undefined; sendToo: () => void } | undefined;
};

const savedBefore = 'saved-before';

type FormOptions<Values extends object> = {
  initial: Values;
  /** Says per field what is missing or impossible before anything is sent. */
  check?: (values: Values) => Partial<Record<keyof Values & string, string | undefined>>;
  /** Sends. Answers false when something has to be asked before it is sent: then nothing counts as sent yet. */
  submit: (values: Values, sending: Sending) => Promise<unknown>;
  /** Keeps what was typed over a reload: `safe` fields, which say nothing about who a person is, as they are; all others sealed. */
  draft?: { key: string; safe: (keyof Values & string)[] };
};

/** For `check`: says of each named field that is empty that it is not filled in yet. */
export function required<Values extends object, Name extends keyof Values & string>(
  values: Values,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const missing: Partial<Record<Name, string>> = {};
  for (const name of names) if (isEmpty(values[name])) missing[name] = t(messages.mustBeFilled);
  return missing;
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return lettersIn(value) === 0;
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || value === false;
}

/** Holds the values of one form. Nothing typed is ever lost by an error; only a success clears the draft. */
export function useForm<Values extends object>(options: FormOptions<Values>) {
  const prefix = useId();
  const [values, setValues] = useState<Values>(() => ({
    ...options.initial,
    ...readDraft<Values>(options.draft?.key),
  }));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [answer, setAnswer] = useState<{ fields: Record<string, string>; problem?: Problem }>({ fields: {} });
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(0);
  // Whether the sealed part of the draft could be kept as well.
  const [keptWhole, setKeptWhole] = useState(false);
  const [keptAt, setKeptAt] = useState<number | null>(null);
  const lostKey = options.draft && `${options.draft.key}.lost`;
  const [attempts] = useState(() =>
    attemptsOf<Values>(readDraft<Sending>(lostKey), (lost) =>
      lost ? keepDraft(lostKey, lost) : dropDraft(lostKey),
    ),
  );
  // Two presses can come before the screen is drawn again; only the first may send.
  const sending = useRef(false);
  // The values as they were at the start or when last sent: anything else would be lost by leaving the page.
  const sent = useRef(values);

  const checked: Record<string, string | undefined> = options.check?.(values) ?? {};
  const names = Object.keys(options.initial);
  const errorOf = (name: string) =>
    answer.fields[name] ?? (refused > 0 || touched.has(name) ? checked[name] : undefined);
  const errors = names.flatMap((name) => {
    const message = errorOf(name);
    return message ? [{ id: `${prefix}-${name}`, message }] : [];
  });

  function keep({ key, safe }: NonNullable<FormOptions<Values>['draft']>, next: Values) {
    keepDraft(key, pick(next, safe));
    const others = names.filter((name) => !safe.includes(name as keyof Values & string));
    // Said to be kept once it lies in the store: who reloads then finds it.
    void keepSealed(key, pick(next, others as (keyof Values & string)[])).then((whole) => {
      if (whole === undefined) return;
      setKeptWhole(whole);
      setKeptAt(Date.now());
    });
  }

  function set<Name extends keyof Values & string>(name: Name, value: Values[Name]) {
    setValues((last) => {
      const next = { ...last, [name]: value };
      if (options.draft) keep(options.draft, next);
      return next;
    });
    setAnswer((last) => ({ ...last, fields: { ...last.fields, [name]: '' } }));
  }

  function field<Name extends keyof Values & string>(name: Name): Bound<Values[Name]> {
    return {
      id: `${prefix}-${name}`,
      name,
      value: values[name],
      set: (value) => set(name, value),
      touch: () => setTouched((last) => (last.has(name) ? last : new Set([...last, name]))),
      error: errorOf(name) || undefined,
    };
  }

  async function send(first?: { values: Values; sending: Sending }) {
    sending.current = true;
    setBusy(true);
    setAnswer({ fields: {} });
    const before = sent.current;
    try {
      const done = await options.submit(first?.values ?? values, first?.sending ?? attempts.of(values));
      if (done === false) return;
      attempts.settle();
      setRefused(0);
      if (first) return putBack();
      // A submit that emptied the form has said itself what counts as sent.
      if (sent.current === before) sent.current = values;
      dropDraft(options.draft?.key);
    } catch (error) {
      const problem = asProblem(error);
      const saved = attempts.failed(problem);
      if (saved)
        setAnswer({
          fields: {},
          problem: { ...problem, code: savedBefore, message: t(messages.savedBefore) },
        });
      else setAnswer({ fields: fieldsOf(problem, names), problem });
      setRefused((last) => last + 1);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  // What was stored is shown; what was typed since is not, and stays.
  function putBack() {
    setValues(values);
    if (options.draft) keep(options.draft, values);
  }

  function afterLost(): FormState['savedBefore'] {
    if (answer.problem?.code !== savedBefore) return undefined;
    const first = attempts.first();
    return {
      see: first && (() => void send(first)),
      sendToo: () => {
        attempts.settle();
        onSubmit();
      },
    };
  }

  function onSubmit(event?: FormEvent) {
    event?.preventDefault();
    if (sending.current) return;
    if (names.some((name) => checked[name])) {
      setAnswer({ fields: {} });
      setRefused((last) => last + 1);
      return;
    }
    void send();
  }

  // Opening what was sealed takes a moment; what was typed meanwhile stays.
  const draftKey = options.draft?.key;
  const initial = useRef(options.initial);
  useEffect(() => {
    if (!draftKey) return;
    const fetchAhead = setTimeout(() => sealer().catch(() => {}), 2_000);
    openSealed<Values>(draftKey).then((found) => {
      if (!found) return;
      setValues((last) => withSealed(last, found, initial.current));
      setKeptWhole(true);
    });
    return () => clearTimeout(fetchAhead);
  }, [draftKey]);

  const unsent = values !== sent.current;
  useEffect(() => {
    if (!unsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsent]);

  function reset(next: Values = options.initial) {
    const fresh = { ...next };
    sent.current = fresh;
    setValues(fresh);
    setTouched(new Set());
    setAnswer({ fields: {} });
    setRefused(0);
    setKeptAt(null);
    dropDraft(options.draft?.key);
  }

  const state = { errors, problem: answer.problem, busy, refused, onSubmit, savedBefore: afterLost() };
  return { values, field, set, reset, keptWhole, keptAt, ...state };
}

function withSealed<Values extends object>(last: Values, found: Partial<Values>, initial: Values): Values {
  const next = { ...last, ...found };
  for (const name of Object.keys(found) as (keyof Values)[])
    if (last[name] !== initial[name]) next[name] = last[name];
  return next;
}

function pick<Values extends object>(values: Values, safe: (keyof Values & string)[]): object {
  return Object.fromEntries(safe.map((name) => [name, values[name]]));
}

function fieldsOf(problem: Problem, names: string[]): Record<string, string> {
  const single = problem.field ? [{ field: problem.field, message: problem.message }] : [];
  const found: Record<string, string> = {};
  for (const { field, message } of problem.fields?.length ? problem.fields : single) {
    const name = names.includes(field) ? field : field.split(/[./]/).find((part) => names.includes(part));
    if (name) found[name] ??= message;
  }
  return found;
}
