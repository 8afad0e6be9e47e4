import { useState } from 'react';
import { asProblem, type Problem } from '#web/platform/api.ts';
import { useToast } from '#web/ui/toast.tsx';

/** One press that does something at once: busy while it runs, its problem shown, a word when it is done. */
export function useAct() {
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem>();
  const toast = useToast();
  const run = (id: string, done: string, act: () => Promise<unknown>) => {
    setBusy(id);
    setProblem(undefined);
    void act()
      .then(
        () => toast({ text: done, icon: 'check' }),
        (error: unknown) => setProblem(asProblem(error)),
      )
      .finally(() => setBusy(null));
  };
  return { busy, problem, run };
}
