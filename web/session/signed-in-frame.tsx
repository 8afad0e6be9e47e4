import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '#web/messages.ts';
import { useUnreadNotices } from '#web/notices/unread.ts';
import { locale, t } from '#web/platform/i18n.ts';
import { roleWords } from '#web/platform/role-words.ts';
import type { RouteEntry } from '#web/platform/router.tsx';
import { type Session, useSessionState } from '#web/platform/session.tsx';
import { CastList, useCast } from '#web/session/cast-list.tsx';
import { messages as sessionMessages } from '#web/session/messages.ts';
import { useWaitingCounts } from '#web/today/waiting.ts';
import { AppShell, type Place } from '#web/ui/app-shell.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Link } from '#web/ui/link.tsx';
import { NoNetwork } from '#web/ui/no-network.tsx';

function placesOf(routes: readonly RouteEntry[], inTopBar: boolean): Place[] {
  return routes.flatMap(({ path, navLabel, icon, place }) =>
    navLabel && icon && (place === 'topbar') === inTopBar ? [{ href: path, label: t(navLabel), icon }] : [],
  );
}

/** The frame around every screen of somebody signed in, with the menu of their account. */
export function SignedInFrame(props: {
  session: Session;
  here: string;
  routes: readonly RouteEntry[];
  children: ReactNode;
}) {
  const { staff, city } = props.session;
  const [changing, setChanging] = useState(false);
  const [, navigate] = useLocation();
  useWaitingCounts(props.here);
  useUnreadNotices(props.here);
  const menu = <AccountMenu demonstration={city.demonstration} onChangeUser={() => setChanging(true)} />;
  return (
    <AppShell
      key={staff.staffId}
      places={placesOf(props.routes, false)}
      tools={placesOf(props.routes, true)}
      here={props.here}
      me={{ name: staff.name, describe: t(roleWords[staff.role]) }}
      menu={menu}
      cityName={city.name}
      demonstration={city.demonstration}
      // The form of an encounter says itself what of it is kept.
      strip={props.here.endsWith('/catat') ? undefined : <NoNetwork />}
    >
      {props.children}
      <Dialog open={changing} onClose={() => setChanging(false)} title={t(sessionMessages.castShort)}>
        <CastChoice
          onEntered={() => {
            setChanging(false);
            navigate('/');
          }}
        />
      </Dialog>
    </AppShell>
  );
}

function AccountMenu(props: { demonstration: boolean; onChangeUser: () => void }) {
  const { signOut, changeLocale } = useSessionState();
  const [, navigate] = useLocation();
  const other = locale() === 'id' ? 'en' : 'id';
  const leave = () =>
    void signOut().then(
      () => navigate('/masuk'),
      () => navigate('/masuk'),
    );
  return (
    <ul className="menu-list">
      <li>
        <Link href="/akun">
          <Icon name="user" /> {t(messages.account)}
        </Link>
      </li>
      <li>
        <button type="button" lang={other} onClick={() => void changeLocale(other).catch(() => {})}>
          <Icon name="globe" /> {t(messages.otherLanguage)}
        </button>
      </li>
      <li>
        <button type="button" onClick={props.demonstration ? props.onChangeUser : leave}>
          <Icon name="swap" /> {t(messages.changeUser)}
        </button>
      </li>
      <li>
        <button type="button" onClick={leave}>
          <Icon name="out" /> {t(messages.signOut)}
        </button>
      </li>
    </ul>
  );
}

function CastChoice({ onEntered }: { onEntered: () => void }) {
  const cast = useCast();
  return cast ? <CastList members={cast} onEntered={onEntered} /> : null;
}
