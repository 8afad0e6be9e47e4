import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { accepted, asProblem, exchange, type Problem, setOpenedFor, whenNotOurs } from '#web/platform/api.ts';
import { dropDrafts, setDraftOwner } from '#web/platform/draft.ts';
import { setTimeZone } from '#web/platform/format.ts';
import { keepLocale, type Locale, setLocale } from '#web/platform/i18n.ts';
import { forgetLists } from '#web/platform/lists.ts';
import type { Role } from '#web/platform/roles.ts';
import { tellTabs, whenOtherTab, whenSeenAgain } from '#web/platform/tabs.ts';
import { setTheme, theme } from '#web/platform/theme.ts';
import { forgetPrefetched } from '#web/platform/use-query.ts';
import { forgetWaiting } from '#web/ui/where.ts';

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

// Nothing of one person may be left in memory, or under the address in view, for the next one on a shared computer.
// Whoever comes back finds the own drafts of before; signing out forgets them.
function makeRoomFor(next: string) {
  if (lastStaffId === next) return;
  forgetPrefetched();
  forgetLists();
  forgetWaiting();
  if (lastStaffId !== undefined) history.replaceState(null, '', '/');
  lastStaffId = next;
}

const askWho = () => exchange<Session>('/api/session');

/** Asks the server who we are and keeps the answer for every screen. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<State>({ status: 'asking' });
  const [turn, setTurn] = useState(0);

  const askAgain = useCallback(() => {
    setState({ status: 'asking' });
    setTurn((last) => last + 1);
  }, []);

  const enter = useCallback((session: Session) => {
    const { staffId } = session.staff;
    makeRoomFor(staffId);
    setOpenedFor(staffId);
    setDraftOwner(staffId);
    setTimeZone(session.city.timeZone);
    setLocale(session.staff.locale);
    setState({ status: 'signed-in', session });
    return session;
  }, []);

  const comeIn = useCallback(
    async (path: string, body: object) => {
      const session = await exchange<Session>(path, { method: 'POST', body: JSON.stringify(body) });
      tellTabs(session.staff.staffId);
      return enter(session);
    },
    [enter],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: turn asks again after a problem
  useEffect(() => {
    whenNotOurs((found) => (found === 'other-user' ? askAgain() : setState({ status: 'signed-out' })));
    askWho().then(enter, (error: unknown) => {
      const problem = asProblem(error);
      setState(problem.status === 401 ? { status: 'signed-out' } : { status: 'problem', problem });
    });
  }, [enter, askAgain, turn]);

  // All tabs have one session: what another tab did with it closes what this one shows, at once.
  const shown = state.status === 'signed-in' ? state.session.staff.staffId : null;
  useEffect(() => {
    const unlessOurs = (staffId: string | null) => {
      if (staffId !== shown) askAgain();
    };
    const leave = whenOtherTab((staffId) => {
      if (staffId === null) dropDrafts();
      unlessOurs(staffId);
    });
    // Also what no tab told of: a session that ran out, a page that the browser had put away.
    const stopLooking = whenSeenAgain(() => {
      if (shown === null) return;
      askWho().then(
        (session) => unlessOurs(session.staff.staffId),
        (error: unknown) => asProblem(error).status === 401 && unlessOurs(null),
      );
    });
    return () => {
      leave();
      stopLooking();
    };
  }, [shown, askAgain]);

  const holder = useMemo<Holder>(
    () => ({
      state,
      signIn: (credentials) => comeIn('/api/session', credentials),
      signInWithCode: (given) => comeIn('/api/session/code', given),
      signOut: async () => {
        const look = theme();
        await exchange('/api/session', { method: 'DELETE' });
        forgetPrefetched();
        forgetLists();
        dropDrafts();
        // The server had the browser forget all it kept; how the device looks and speaks is no secret.
        setTheme(look);
        keepLocale();
        tellTabs(null);
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
      askAgain,
    }),
    [state, comeIn, askAgain],
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
