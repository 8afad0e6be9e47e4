import { type ReactNode, useCallback, useLayoutEffect } from 'react';
import { useLocation } from 'wouter';
import { messages } from '#web/messages.ts';
import { inOrderFor } from '#web/navigation.ts';
import { t, useLocale } from '#web/platform/i18n.ts';
import {
  CanOpenContext,
  fetchScreen,
  findRoute,
  PreloadContext,
  type RouteEntry,
  type RouteMatch,
  useScreen,
} from '#web/platform/router.tsx';
import { type Session, SessionProvider, useSessionState } from '#web/platform/session.tsx';
import { routes } from '#web/routes.ts';
import { NotFound } from '#web/session/not-found.tsx';
import { SignedInFrame } from '#web/session/signed-in-frame.tsx';
import { Boundary } from '#web/ui/boundary.tsx';
import { Skeleton } from '#web/ui/loading.tsx';
import { messages as uiMessages } from '#web/ui/messages.ts';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { ToastProvider } from '#web/ui/toast.tsx';

/** Whether an address exists for the person looking; for others it is as if it did not. */
function mayOpen(route: RouteEntry, session: Session | undefined): boolean {
  if (route.open) return true;
  if (!session) return false;
  if (route.demonstration && !session.city.demonstration) return false;
  return !route.roles || route.roles.includes(session.staff.role);
}

/** The whole app. It is drawn anew when the language changes; nothing typed is lost by that. */
export function App() {
  useLocale();
  const preload = useCallback((path: string) => {
    const route = findRoute(routes, path.split(/[?#]/)[0] ?? path)?.route;
    if (route) fetchScreen(route).catch(() => {});
    if (route && !path.includes('?')) route.ahead?.();
  }, []);
  return (
    <PreloadContext value={preload}>
      <SessionProvider>
        <Here />
      </SessionProvider>
    </PreloadContext>
  );
}

function Here() {
  const [path] = useLocation();
  const { state, askAgain } = useSessionState();
  useLayoutEffect(() => {
    if (path) window.scrollTo(0, 0);
  }, [path]);
  const session = state.status === 'signed-in' ? state.session : undefined;
  const canOpen = useCallback(
    (to: string) => {
      const found = findRoute(routes, to.split(/[?#]/)[0] ?? to);
      return found !== undefined && mayOpen(found.route, session);
    },
    [session],
  );
  if (state.status === 'asking') return <Alone>{<Skeleton label={t(uiMessages.loadingPage)} />}</Alone>;
  if (state.status === 'problem') {
    return (
      <Alone>
        <h1>{t(messages.unreachable)}</h1>
        <ProblemNotice problem={state.problem} onRetry={askAgain} />
      </Alone>
    );
  }
  const match = findRoute(routes, path);
  if (!session) return <OneScreen match={match?.route.open ? match : signInMatch} path={path} />;
  const shown = match && mayOpen(match.route, session) ? match : undefined;
  const places = routes.filter((route) => route.navLabel && mayOpen(route, session));
  return (
    <CanOpenContext value={canOpen}>
      <ToastProvider key={session.staff.staffId}>
        <SignedInFrame session={session} here={path} routes={inOrderFor(session.staff.role, places)}>
          <OneScreen match={shown} path={path} />
        </SignedInFrame>
      </ToastProvider>
    </CanOpenContext>
  );
}

const signInMatch = findRoute(routes, '/masuk');

function OneScreen({ match, path }: { match: RouteMatch | undefined; path: string }) {
  if (!match) return <NotFound key={path} />;
  const words = { broken: t(messages.broken), reload: t(messages.reload) };
  return (
    <Boundary key={path} words={words}>
      <Shown match={match} />
    </Boundary>
  );
}

function Shown({ match }: { match: RouteMatch }) {
  const Screen = useScreen(match.route);
  return Screen ? <Screen params={match.params} /> : <Skeleton label={t(uiMessages.loadingPage)} />;
}

function Alone({ children }: { children: ReactNode }) {
  return <main className="alone stack">{children}</main>;
}
