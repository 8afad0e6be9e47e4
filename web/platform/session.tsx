import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { accepted, asProblem, exchange, type Problem, whenSignedOut } from '#web/platform/api.ts';
import { dropDrafts, setDraftOwner } from '#web/platform/draft.ts';
import { setTimeZone } from '#web/platform/format.ts';
import { keepLocale, type Locale, setLocale } from '#web/platform/i18n.ts';
import { forgetLists } from '#web/platform/lists.ts';
import type { Role } from '#web/platform/roles.ts';
import { setTheme, theme } from '#web/platform/theme.ts';
import { forgetPrefetched } from '#web/platform/use-query.ts';

/** Who is looking, for which city, and what they may do. */
export type Session = {
  staff: {
    staffId: string;
    name: string;
    role: Role;
    agencyCode: string;
    areaCode: string | null;
    locale: Locale;
  };
  city: { code: string; name: string; timeZone: string; demonstration: boolean };
  abilities: string[];
};

/** A member of the demonstration's cast, as offered at sign-in. */
export type CastMember = { username: string; name: string; role: Role; agencyName: string; does: string };

/** How one signs in: by name and password, or in the demonstration as somebody of the cast. */
export type Credentials = { username: string; password: string } | { cast: string };

type State =
  | { status: 'asking' }
  | { status: 'signed-out' }
  | { status: 'signed-in'; session: Session }
  | { status: 'problem'; problem: Problem };

type Holder = {
  state: State;
  signIn: (credentials: Credentials) => Promise<Session>;
  /** Opens an account, or resets its password, with a one-time code. */
  signInWithCode: (given: { username: string; code: string; password: string }) => Promise<Session>;
  signOut: () => Promise<void>;
  changeLocale: (next: Locale) => Promise<void>;
  askAgain: () => void;
};

const SessionContext = createContext<Holder | undefined>(undefined);

let lastStaffId: string | undefined;

// Nothing of one person may be left in memory for the next one on a shared computer. Whoever signs in again after
// their session ran out finds the drafts of before.
function forgetPerson(next: string | undefined) {
  forgetPrefetched();
  forgetLists();
  if (next === undefined || next !== lastStaffId) dropDrafts();
}

/** Asks the server who we are and keeps the answer for every screen. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<State>({ status: 'asking' });
  const [turn, setTurn] = useState(0);

  const enter = useCallback((session: Session) => {
    lastStaffId = session.staff.staffId;
    setDraftOwner(session.staff.staffId);
    setTimeZone(session.city.timeZone);
    setLocale(session.staff.locale);
    setState({ status: 'signed-in', session });
    return session;
  }, []);

  const comeIn = useCallback(
    async (path: string, body: object) => {
      const session = await exchange<Session>(path, { method: 'POST', body: JSON.stringify(body) });
      forgetPerson(session.staff.staffId);
      return enter(session);
    },
    [enter],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: turn asks again after a problem
  useEffect(() => {
    whenSignedOut(() => setState({ status: 'signed-out' }));
    exchange<Session>('/api/session').then(enter, (error: unknown) => {
      const problem = asProblem(error);
      setState(problem.status === 401 ? { status: 'signed-out' } : { status: 'problem', problem });
    });
  }, [enter, turn]);

  const holder = useMemo<Holder>(
    () => ({
      state,
      signIn: (credentials) => comeIn('/api/session', credentials),
      signInWithCode: (given) => comeIn('/api/session/code', given),
      signOut: async () => {
        const look = theme();
        await exchange('/api/session', { method: 'DELETE' });
        forgetPerson(undefined);
        // The server had the browser forget all it kept; how the device looks and speaks is no secret.
        setTheme(look);
        keepLocale();
        setState({ status: 'signed-out' });
      },
      changeLocale: async (next) => {
        setLocale(next);
        if (state.status !== 'signed-in') return;
        setState({
          ...state,
          session: { ...state.session, staff: { ...state.session.staff, locale: next } },
        });
        await accepted('session/locale', { locale: next });
      },
      askAgain: () => {
        setState({ status: 'asking' });
        setTurn((last) => last + 1);
      },
    }),
    [state, comeIn],
  );

  return <SessionContext value={holder}>{children}</SessionContext>;
}

/** The state of being signed in, for the frame of the app and the sign-in screen. */
export function useSessionState(): Holder {
  const holder = useContext(SessionContext);
  if (!holder) throw new Error('useSessionState outside of SessionProvider');
  return holder;
}

/** Who is looking. Only for screens behind sign-in; they are never drawn without one. */
export function useSession(): Session {
  const { state } = useSessionState();
  if (state.status !== 'signed-in') throw new Error('useSession before sign-in');
  return state.session;
}

/** Whether the person looking may do something at all; whether on this record, the record's own abilities say. */
export function useAbility(ability: string): boolean {
  return useSession().abilities.includes(ability);
}
