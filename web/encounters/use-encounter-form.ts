import { useRef, useState } from 'react';
import { messages } from '#encounters/messages.ts';
import type { RecordedEncounter } from '#encounters/schema.ts';
import { usePoint } from '#web/encounters/use-point.ts';
import { useStep } from '#web/encounters/use-step.ts';
import {
  draftFields,
  emptyValues,
  groupOf,
  type Ids,
  inputOf,
  isTelling,
  nextTelling,
  saysMoreThanDraft,
  type TellingField,
  type Values,
} from '#web/encounters/values.ts';
import type { MatchChoice } from '#web/persons/met-before.tsx';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { newId } from '#web/platform/ids.ts';
import { required, useForm } from '#web/ui/use-form.ts';

export type Start = Pick<Values, 'operationId' | 'approach' | 'inEnforcement' | 'areaCode' | 'locationType'>;

function freshIds(previousGroupId: string | null): Ids {
  return { encounterId: newId(), personId: newId(), answerId: newId(), groupId: newId(), previousGroupId };
}

function statedAgeError(text: string): string | undefined {
  const wrong = text !== '' && !(/^\d{1,3}$/.test(text) && Number(text) <= 120);
  return wrong ? t(messages.ageWrong) : undefined;
}

/** The form of one encounter after another: values, the question between form and record, and the sending. */
export function useEncounterForm(start: Start) {
  const [recorded, setRecorded] = useState<RecordedEncounter>();
  const [wantsPoint, setWantsPoint] = useState(false);
  const [asked, setAsked] = useState<TellingField | null>(null);
  const [keptAt, setKeptAt] = useState<number | null>(null);
  const point = usePoint(wantsPoint);
  // The same ids until it is recorded: when only the answer was lost, the second try is the same command.
  const ids = useRef(freshIds(null));
  const choice = useRef<MatchChoice | null>(null);

  const steps = useStep({
    canMatch: () => isTelling(form.values) && form.errors.length === 0,
    onForm: () => {
      choice.current = null;
    },
    onBackFromDone: () => another(),
  });

  const form = useForm<Values>({
    initial: { ...emptyValues, ...start },
    draft: { key: `encounter.${start.operationId || 'alone'}`, safe: [...draftFields] },
    check: (values) => ({
      ...required(values, ['approach', 'sex', 'age', 'activity', 'areaCode', 'locationType']),
      statedAge: statedAgeError(values.statedAge),
    }),
    submit: async (values, sending) => {
      if (isTelling(values) && !choice.current) {
        steps.toMatch();
        return false;
      }
      const chosen = choice.current;
      const known = chosen?.choice === 'same' && chosen.person ? chosen.person.personId : null;
      const result = await accepted<RecordedEncounter>(
        'encounters/record',
        inputOf(values, ids.current, { point: point.point, knownPersonId: known }),
        sending,
      );
      if (chosen && !known) await answer(chosen, result, ids.current.answerId);
      setRecorded(result);
      steps.toDone();
      return true;
    },
  });

  const set = form.set;
  const noted: typeof set = (name, value) => {
    set(name, value);
    setKeptAt(Date.now());
  };

  const toForm = (asks: TellingField | null) => {
    choice.current = null;
    setAsked(asks);
    steps.toForm();
  };

  function another() {
    const { operationId, approach, inEnforcement, areaCode, locationType } = form.values;
    choice.current = null;
    ids.current = freshIds(groupOf(form.values, ids.current));
    setRecorded(undefined);
    setKeptAt(null);
    setAsked(null);
    steps.toNext();
    form.reset({ ...emptyValues, operationId, approach, inEnforcement, areaCode, locationType });
    window.scrollTo(0, 0);
  }

  return {
    ...form,
    field: <Name extends keyof Values & string>(name: Name) => ({
      ...form.field(name),
      set: (value: Values[Name]) => noted(name, value),
    }),
    step: steps.step,
    recorded,
    asked,
    keptAt,
    /** Names and stories are on screen only: this browser can't seal them. */
    losesNames: !form.keptWhole && saysMoreThanDraft(form.values),
    point,
    wantsPoint,
    setWantsPoint,
    hasGroup: ids.current.previousGroupId !== null,
    toForm: () => toForm(null),
    askMore: () => toForm(nextTelling(form.values)),
    choose: (next: MatchChoice) => {
      choice.current = next;
      form.onSubmit();
    },
    another,
  };
}
export type EncounterForm = ReturnType<typeof useEncounterForm>;

async function answer(chosen: MatchChoice, recorded: RecordedEncounter, reviewId: string) {
  await accepted('persons/answer-match', {
    lookId: chosen.lookId,
    personId: recorded.personId,
    encounterId: recorded.encounterId,
    choice: chosen.choice,
    ...(chosen.place ? { place: chosen.place } : {}),
    reviewId,
  });
}
