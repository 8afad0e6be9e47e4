import { useCallback, useEffect, useRef, useState } from 'react';
import { address, asProblem, look, type Params, type Problem, query } from '#web/platform/api.ts';
import { useLocale } from '#web/platform/i18n.ts';

/** A list as the server pages it: at most fifty items, and where the next page begins. */
export type Listed<Item> = { items: Item[]; next: string | null };

/** A reading in progress: the last data stays on screen while it is read anew. */
export type Query<Data> = {
  data: Data | undefined;
  loading: boolean;
  problem: Problem | undefined;
  /** Reads again; the present data stays until the answer comes. */
  reload: () => void;
  /** Replaces the data on screen, after a command that answered with the new state. */
  set: (data: Data) => void;
};

const freshFor = 10_000;
const early = new Map<string, { at: number; answer: Promise<unknown> }>();

/**
 * Starts a reading before it is asked for, when a finger or pointer nears the way to it.
 * Never for pages that show an identity: each of those readings is recorded, and nobody may have looked.
 */
export function prefetch(path: string, params: Params = {}) {
  const key = address(path, params);
  const known = early.get(key);
  if (known && Date.now() - known.at < freshFor) return;
  const answer = query(path, params);
  answer.catch(() => early.delete(key));
  early.set(key, { at: Date.now(), answer });
}

/** Forgets everything read ahead; at sign-out and at a change of user. */
export function forgetPrefetched() {
  early.clear();
}

function read<Data>(path: string, params: Params, signal: AbortSignal): Promise<Data> {
  const key = address(path, params);
  const known = early.get(key);
  early.delete(key);
  if (known && Date.now() - known.at < freshFor) return known.answer as Promise<Data>;
  return query<Data>(path, params, signal);
}

type State<Data> = {
  path: string | null;
  key: string | null;
  data: Data | undefined;
  loading: boolean;
  problem: Problem | undefined;
};

/** Reads from the server and follows changes of path and parameters. A path of null reads nothing yet. */
export function useQuery<Data>(path: string | null, params: Params = {}): Query<Data> {
  const key = path === null ? null : address(path, params);
  return useReading(path, key, (signal) => read<Data>(path ?? '', params, signal));
}

/** Reads with a question in the body, such as a name that may not stand in an address; null asks nothing yet. */
export function useLook<Data>(path: string, input: unknown): Query<Data> {
  const key = input === null ? null : `${path} ${JSON.stringify(input)}`;
  return useReading(path, key, (signal) => look<Data>(path, input, signal));
}

/** The reading behind both: `key` names what is asked, `path` the record that an older answer may stand in for. */
function useReading<Data>(
  path: string | null,
  key: string | null,
  ask: (signal: AbortSignal) => Promise<Data>,
): Query<Data> {
  const language = useLocale();
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<State<Data>>({
    path,
    key,
    data: undefined,
    loading: key !== null,
    problem: undefined,
  });
  const latest = useRef(ask);
  latest.current = ask;

  // biome-ignore lint/correctness/useExhaustiveDependencies: key stands for path; turn and language ask for a new reading
  useEffect(() => {
    if (key === null) return;
    const stop = new AbortController();
    setState((last) => ({
      path,
      key,
      data: last.path === path ? last.data : undefined,
      loading: true,
      problem: undefined,
    }));
    latest.current(stop.signal).then(
      (data) => {
        if (!stop.signal.aborted) setState({ path, key, data, loading: false, problem: undefined });
      },
      (error: unknown) => {
        if (!stop.signal.aborted)
          setState((last) => ({ ...last, loading: false, problem: asProblem(error) }));
      },
    );
    return () => stop.abort();
  }, [key, turn, language]);

  const reload = useCallback(() => setTurn((last) => last + 1), []);
  const set = useCallback((data: Data) => setState((last) => ({ ...last, data, problem: undefined })), []);
  // Another path is another record: its predecessor's data must not stand under its address for a moment.
  const data = state.path === path && key !== null ? state.data : undefined;
  return {
    data,
    loading: key !== null && (state.loading || state.key !== key),
    problem: state.problem,
    reload,
    set,
  };
}

/** A list that is read page by page: forwards by the server's cursor, backwards by the ones already used. */
export function useListed<Item>(path: string | null, params: Params = {}) {
  const filter = path === null ? '' : address(path, params);
  const [trail, setTrail] = useState<{ filter: string; cursors: string[] }>({ filter, cursors: [] });
  const cursors = trail.filter === filter ? trail.cursors : [];
  const list = useQuery<Listed<Item>>(path, { ...params, after: cursors.at(-1) });
  const next = list.data?.next ?? null;
  return {
    ...list,
    items: list.data?.items ?? [],
    page: cursors.length + 1,
    onPrevious: cursors.length > 0 ? () => setTrail({ filter, cursors: cursors.slice(0, -1) }) : undefined,
    onNext: next === null ? undefined : () => setTrail({ filter, cursors: [...cursors, next] }),
  };
}
