import { useRef, useState } from 'react';
import { messages } from '#encounters/messages.ts';
import type { Encounter, RecordedEncounter } from '#encounters/schema.ts';
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
import { accepted, asProblem, query } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { newId } from '#web/platform/ids.ts';
import { required, useForm } from '#web/ui/use-form.ts';

export type Start = Pick<Values, 'operationId' | 'approach' | 'inEnforcement' | 'areaCode' | 'locationType'>;

/** What was recorded; `earlier`: by a first try whose answer was lost, so that what was typed since is not in it. */
export type Done = RecordedEncounter & { earlier?: true };

type Answer = MatchChoice & { reviewId: string };

function freshIds(previousGroupId: string | null): Ids {
  return { encounterId: newId(), personId: newId(), groupId: newId(), previousGroupId };
}

function statedAgeError(text: string): string | undefined {
  const wrong = text !== '' && !(/^\d{1,3}$/.test(text) && Number(text) <= 120);
  return wrong ? t(messages.ageWrong) : undefined;
}

/** The form of one encounter after another: values, the question between form and record, and the sending. */
export function useEncounterForm(start: Start) {
  const [recorded, setRecorded] = useState<Done>();
  const [wantsPoint, setWantsPoint] = useState(false);
  const [asked, setAsked] = useState<TellingField | null>(null);
  const point = usePoint(wantsPoint);
  // The same ids until it is recorded, over a reload too: when only the answer was lost, no second child is made.
  const [firstIds] = useState(() => freshIds(null));
  const choice = useRef<Answer | null>(null);

  const steps = useStep({
    canMatch: () => isTelling(form.values) && form.errors.length === 0,
    onForm: () => {
      choice.current = null;
    },
    onBackFromDone: () => another(),
  });

  const form = useForm<Values>({
    initial: { ...emptyValues, ...start, ids: firstIds },
    draft: { key: `encounter.${start.operationId || 'alone'}`, safe: [...draftFields] },
    check: (values) => ({
      ...required(values, ['approach', 'sex', 'age', 'activity', 'areaCode', 'locationType']),
      statedAge: statedAgeError(values.statedAge),
    }),
    submit: async (values, sending) => {
      const { ids } = values;
      if (isTelling(values) && !choice.current) {
        steps.toMatch();
        return false;
      }
      const chosen = choice.current;
      const known = chosen?.choice === 'same' && chosen.person ? chosen.person.personId : null;
      const result: Done = await accepted<RecordedEncounter>(
        'encounters/record',
        inputOf(values, { point: point.point, knownPersonId: known }),
        sending,
      ).catch((error: unknown) => recordedBefore(error, ids.encounterId));
      // Of somebody met again there is nothing to join: the answer is about a person recorded now.
      if (chosen && result.personId === ids.personId) await answer(chosen, result);
      setRecorded(result);
      steps.toDone();
      return true;
    },
  });

  const toForm = (asks: TellingField | null) => {
    choice.current = null;
    setAsked(asks);
    steps.toForm();
  };

  function another() {
    const { operationId, approach, inEnforcement, areaCode, locationType } = form.values;
    const ids = freshIds(groupOf(form.values));
    choice.current = null;
    setRecorded(undefined);
    setAsked(null);
    steps.toNext();
    form.reset({ ...emptyValues, operationId, approach, inEnforcement, areaCode, locationType, ids });
    window.scrollTo(0, 0);
  }

  return {
    ...form,
    step: steps.step,
    recorded,
    asked,
    /** Names and stories are on screen only: this browser can't seal them. */
    losesNames: !form.keptWhole && saysMoreThanDraft(form.values),
    point,
    wantsPoint,
    setWantsPoint,
    hasGroup: form.values.ids.previousGroupId !== null,
    toForm: () => toForm(null),
    askMore: () => toForm(nextTelling(form.values)),
    choose: (next: MatchChoice) => {
      choice.current = { ...next, reviewId: newId() };
      form.onSubmit();
    },
    another,
  };
}
export type EncounterForm = ReturnType<typeof useEncounterForm>;

/** The encounter that a first try made although its answer never came; anything else stays what it is. */
async function recordedBefore(error: unknown, id: string): Promise<Done> {
  if (asProblem(error).code !== 'command-id-reused') throw error;
  const { person, ...found } = await query<Encounter>(`encounters/${id}`);
  const { encounterId, ageClass, occurredAt } = found;
  const clockFlag = found.clockFlag ? 'ahead' : null;
  return {
    encounterId,
    personId: person.personId,
    ageClass,
    occurredAt,
    clockFlag,
    warned: [],
    earlier: true,
  };
}

async function answer(chosen: Answer, recorded: RecordedEncounter) {
  await accepted('persons/answer-match', {
    lookId: chosen.lookId,
    personId: recorded.personId,
    encounterId: recorded.encounterId,
    choice: chosen.choice,
    ...(chosen.place ? { place: chosen.place } : {}),
    reviewId: chosen.reviewId,
  });
}
