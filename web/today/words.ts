import { useCallback, useMemo } from 'react';
import { useAgencies, useLists } from '#web/platform/lists.ts';
import type { LifeWords } from '#web/today/life/words.ts';

/** The city's words for codes, agencies and areas; empty while they are on their way. */
export function useWords(): LifeWords {
  const lists = useLists().data;
  const { nameOf } = useAgencies();
  return useMemo(
    () => ({
      label: (list, code) => (code ? (lists?.label(list, code) ?? '') : ''),
      agency: (code) => nameOf(code),
      area: (code) => (code ? (lists?.area(code) ?? '') : ''),
    }),
    [lists, nameOf],
  );
}

/** The number of a case stage in the city's list, from which a step's height follows. */
export function useStageNumber(): (stage: string | null) => number {
  const lists = useLists().data;
  return useCallback(
    (stage) => {
      const number = stage ? lists?.code('case_stage', stage)?.extra.number : undefined;
      return typeof number === 'number' ? number : 1;
    },
    [lists],
  );
}
