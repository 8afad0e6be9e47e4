import { useState } from 'react';
import { asProblem, query } from '#web/platform/api.ts';

/**
 * The newest version of what a form changes: as it was opened, or as read again once the server said that somebody else
 * changed it. `onRefused` is for the `catch` of the sending: what it is given, it throws on. Of what is made anew there
 * is none.
 */
export function useNewest<It extends { version: number } | undefined>(opened: It, path: string) {
  const [again, setAgain] = useState<It>();
  return {
    newest: again && again.version > (opened?.version ?? 0) ? again : opened,
    onRefused: async (error: unknown): Promise<never> => {
      if (asProblem(error).code === 'changed-meanwhile') setAgain(await query<It>(path));
      throw error;
    },
  };
}
