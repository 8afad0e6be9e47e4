import { useEffect, useRef, useState } from 'react';

/** Where the record stands: being filled in, compared with who is known, or done. */
export type Step = 'form' | 'match' | 'done';

const mark = { step: 'match' };
const isMarked = () => (history.state as { step?: unknown } | null)?.step === mark.step;
const unmark = () => history.replaceState(null, '');

/**
 * The steps of one record, with an entry of the browser's history for the question between form and record: Back leads
 * from it to the form with all that was typed, Forward to the question again. A reload there begins at the form.
 */
export function useStep(on: { canMatch: () => boolean; onForm: () => void; onBackFromDone: () => void }) {
  const [step, setStep] = useState<Step>('form');
  const now = useRef({ step, on });
  now.current = { step, on };

  useEffect(() => {
    if (isMarked()) unmark();
    const follow = () => {
      const { step: at, on: told } = now.current;
      if (at === 'done') told.onBackFromDone();
      else if (isMarked() && told.canMatch()) setStep('match');
      else {
        told.onForm();
        setStep('form');
      }
    };
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);

  return {
    step,
    toMatch: () => {
      if (!isMarked()) history.pushState(mark, '');
      setStep('match');
    },
    /** Back from the question; the history follows, so that a later Back does not stop there twice. */
    toForm: () => {
      if (isMarked()) history.back();
      else setStep('form');
    },
    toDone: () => {
      if (isMarked()) unmark();
      setStep('done');
    },
    toNext: () => {
      if (isMarked()) unmark();
      setStep('form');
    },
  };
}
