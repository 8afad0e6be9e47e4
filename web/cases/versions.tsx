import { useEffect, useRef, useState } from 'react';
import { messages } from '#cases/messages.ts';
import type { Changed, Versions } from '#cases/schema/acts.ts';
import { chosenOf, notesOf, type Side, type Typed, withOwn } from '#web/cases/two-versions.ts';
import { accepted, command, ProblemError } from '#web/platform/api.ts';
import { dateTime } from '#web/platform/format.ts';
import { type Message, t } from '#web/platform/i18n.ts';
import { newId } from '#web/platform/ids.ts';
import { Button } from '#web/ui/button.tsx';
import { FormErrorSummary } from '#web/ui/form.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Row } from '#web/ui/layout.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { type Sending, useForm } from '#web/ui/use-form.ts';

/** Two versions that came back from a change. */
export type Collision = { caseId: string; versions: Versions };

/** Sends a change that two people may have made at once. A collision is handed over, and thrown so that the form stays. */
export async function sendChange(
  path: string,
  input: unknown,
  options: Sending & { basedOn: string | number; collided: (it: Collision) => void },
): Promise<Changed> {
  const { id, occurredAt, basedOn, collided } = options;
  const answer = await command<Changed>(path, input, { id, occurredAt, basedOn });
  if (answer.outcome === 'accepted') return answer.result;
  const { caseId, versions } = answer.result as Changed;
  if (versions) collided({ caseId, versions });
  throw new ProblemError({
    status: 409,
    code: 'changed-meanwhile',
    message: versions ? leadOf(versions) : t(messages.conflictTitle),
  });
}

function leadOf(versions: Versions): string {
  return t(messages.conflictLead, {
    name: versions.by ?? t(messages.someone),
    at: versions.at ? dateTime(versions.at) : '',
  });
}

const fieldWords: Record<string, Message> = {
  riskLevel: messages.field_riskLevel,
  riskReason: messages.field_riskReason,
  stage: messages.field_stage,
  state: messages.field_state,
  worker: messages.field_worker,
  goal: messages.field_goal,
  serviceCode: messages.field_serviceCode,
  agencyCode: messages.field_agencyCode,
  areaCode: messages.field_areaCode,
  dueOn: messages.field_dueOn,
  result: messages.field_result,
  problems: messages.field_problems,
  strengths: messages.field_strengths,
  childWishes: messages.field_childWishes,
  conclusion: messages.field_conclusion,
  reason: messages.field_reason,
  bestInterest: messages.field_bestInterest,
};

/** The words for a field that changed. */
export function fieldName(field: string): string {
  const words = fieldWords[field];
  return words ? t(words) : field;
}

/** Says of a draft that what it was begun on has changed since. */
export function DraftOlder({ older }: { older: boolean }) {
  return older ? <Notice tone="warning">{t(messages.draftOlder)}</Notice> : null;
}

type Shown = (field: string, value: string) => string;

/**
 * Two cards of the same shape, part by part: who and when first, differences marked. A person chooses, or leaves what is
 * stored and keeps their own version as notes; nothing is lost either way.
 */
export function VersionCards(props: {
  collision: Collision;
  show: Shown;
  /** Everything that was typed, in words: it becomes the notes. */
  typed: readonly Typed[];
  /** Sends the chosen values of the fields that differ; without it only keeping both is offered. */
  onUse?:
    | ((chosen: Record<string, string>, based: Sending & { basedOn: string }) => Promise<unknown>)
    | undefined;
  onSaved?: (() => void) | undefined;
  /** The typed version was kept as notes. */
  onKept: () => void;
  /** The form it was typed in: its draft goes once it is saved or kept. */
  form: { reset: () => void };
}) {
  const { versions } = props.collision;
  const { use, keep, fields } = useVersions(props);
  const sides = use.field('sides');
  const busy = use.busy || keep.busy;
  const box = useRef<HTMLElement>(null);
  // The form that had the focus is gone.
  useEffect(() => box.current?.focus(), []);
  return (
    <section className="versions" aria-label={t(messages.conflictTitle)} ref={box} tabIndex={-1}>
      <h2>
        <Icon name="swap" /> {t(messages.conflictTitle)}
      </h2>
      <p>{leadOf(versions)}</p>
      <FormErrorSummary form={use} />
      <FormErrorSummary form={keep} />
      {fields.map((it) => (
        <fieldset key={it.field} className="versions__field">
          <legend>{fieldName(it.field)}</legend>
          <div className="versions__pair">
            {(['typed', 'stored'] as const).map((side) => (
              <label key={side} className="version">
                <input
                  type="radio"
                  name={`version-${it.field}`}
                  checked={(sides.value[it.field] ?? 'typed') === side}
                  disabled={!props.onUse}
                  onChange={() => sides.set({ ...sides.value, [it.field]: side })}
                />
                <span>
                  <span className="meta">{sideWords(side, versions)}</span>
                  <span className="version__text">
                    <br />
                    <mark>{props.show(it.field, it[side]) || t(messages.emptyValue)}</mark>
                  </span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {versions.factors ? <p className="meta">{t(messages.factorsBoth)}</p> : null}
      <Row>
        {props.onUse ? (
          <Button kind="primary" busy={busy} onClick={use.onSubmit}>
            {t(messages.useChosen)}
          </Button>
        ) : null}
        <Button busy={busy} onClick={keep.onSubmit}>
          {t(messages.keepBoth)}
        </Button>
      </Row>
    </section>
  );
}

function useVersions(props: Parameters<typeof VersionCards>[0]) {
  const { caseId, versions } = props.collision;
  const toast = useToast();
  const [own] = useState(() => Object.fromEntries(versions.fields.map((it) => [it.field, it.typed])));
  const [notes] = useState(() =>
    notesOf(t(messages.typedVersion), props.typed).map((body) => ({ noteId: newId(), body })),
  );
  const before = useRef<Record<string, string>>({});
  const fields = withOwn(versions.fields, own);
  const use = useForm({
    initial: { sides: {} as Record<string, Side> },
    submit: async ({ sides }, sending) => {
      before.current = chosenOf(fields, sides, before.current);
      await props.onUse?.(before.current, { ...sending, basedOn: versions.basedOn });
      props.form.reset();
      props.onSaved?.();
    },
  });
  const keep = useForm({
    initial: {},
    submit: async (_nothing, { occurredAt }) => {
      for (const { noteId, body } of notes)
        await accepted('cases/note', { caseId, noteId, kind: 'note', body }, { id: noteId, occurredAt });
      toast({ text: t(messages.keptAsNote) });
      props.form.reset();
      props.onKept();
    },
  });
  return { use, keep, fields };
}

function sideWords(side: Side, versions: Versions): string {
  if (side === 'typed') return `${t(messages.versionTyped)} · ${t(messages.versionYours)}`;
  const at = versions.at ? dateTime(versions.at) : '';
  const whose = t(messages.versionOf, { name: versions.by ?? t(messages.someone), at });
  return `${t(messages.versionStored)} · ${whose}`;
}
