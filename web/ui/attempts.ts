import { isNoAnswer, type Problem } from '#web/platform/api.ts';
import { newId } from '#web/platform/ids.ts';

/** What a submit sends along so that a retry of the same contents is the same command. */
export type Sending = {
  id: string;
  occurredAt: string;
  /** Asks what became of what was sent under this id before, in its own words. */
  again?: true | undefined;
};

type Attempt<Values> = Sending & {
  /** Unknown after a reload of the page. */
  contents?: string | undefined;
  values?: Values | undefined;
  /** No answer came: it may have been carried out, or may still be. */
  lost: boolean;
};

export type Attempts<Values> = ReturnType<typeof attemptsOf<Values>>;

/**
 * Under which id a form sends. The same contents keep it. So do others after an attempt without an answer: the server
 * takes one of the two and says so, and never both, however late the first one arrives.
 */
export function attemptsOf<Values>(
  lost?: Partial<Sending>,
  keep: (lost: Sending | undefined) => void = () => {},
) {
  let current: Attempt<Values> | undefined =
    lost?.id && lost.occurredAt ? { id: lost.id, occurredAt: lost.occurredAt, lost: true } : undefined;
  const settle = () => {
    if (current?.lost) keep(undefined);
    current = undefined;
  };
  return {
    of: (values: Values): Sending => {
      const contents = JSON.stringify(values);
      if (!current || (current.contents !== contents && !current.lost))
        current = { id: newId(), occurredAt: new Date().toISOString(), contents, values, lost: false };
      return { id: current.id, occurredAt: current.occurredAt };
    },
    /** The first attempt without an answer, to be asked for again; unknown after a reload. */
    first: (): { values: Values; sending: Sending } | undefined =>
      current?.lost && current.values
        ? { values: current.values, sending: { id: current.id, occurredAt: current.occurredAt, again: true } }
        : undefined,
    /** Takes note of a failure; true when it says that an earlier attempt was carried out. */
    failed: (problem: Problem): boolean => {
      if (!current) return false;
      if (isNoAnswer(problem.status)) {
        current.lost = true;
        keep({ id: current.id, occurredAt: current.occurredAt });
      } else if (problem.code === 'command-id-reused') return current.lost;
      // Whatever else two versions or two records collide in is settled: what follows is another command.
      else if (problem.status === 409) settle();
      return false;
    },
    /** Something was carried out and known, or is to be sent anew knowingly. */
    settle,
  };
}
