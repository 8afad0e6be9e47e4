import { type ReactNode, useEffect, useRef, useState } from 'react';
import { t } from '#web/platform/i18n.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { ClothEdge, Icon, type IconName, Mark } from '#web/ui/icons.tsx';
import { Link } from '#web/ui/link.tsx';
import { messages } from '#web/ui/messages.ts';
import { StaffSign } from '#web/ui/person-tag.tsx';
import { PrintHeader } from '#web/ui/print-header.tsx';
import { useWaiting, useWhere, waitingIn } from '#web/ui/where.ts';

/** A place in the navigation. */
export type Place = { href: string; label: string; icon: IconName };

/** Who is signed in, for the menu at the top. */
export type Me = { name: string; describe: string };

const placesOnPhone = 5;

/** The frame of every screen: rail at a desk, bar on a phone, top bar, and the main part. */
export function AppShell(props: {
  places: readonly Place[];
  tools: readonly Place[];
  here: string;
  me: Me;
  menu: ReactNode;
  cityName: string;
  demonstration: boolean;
  /** A strip under the top bar: no network, what is safe. */
  strip?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="app">
      <a className="skip" href="#isi">
        {t(messages.skip)}
      </a>
      <Rail places={props.places} here={props.here} />
      <TopBar tools={props.tools} me={props.me} menu={props.menu} here={props.here} />
      <aside className="app__note" aria-label={t(messages.notes)}>
        {props.demonstration ? <Ribbon /> : null}
        {props.strip}
      </aside>
      <main className="main" id="isi" tabIndex={-1}>
        <PrintHeader cityName={props.cityName} name={props.me.name} demonstration={props.demonstration} />
        {props.children}
      </main>
    </div>
  );
}

function Ribbon() {
  return (
    <p className="ribbon">
      <Icon name="info" /> {t(messages.demonstrationLong)}
    </p>
  );
}

function isHere(place: Place, here: string): boolean {
  return place.href === '/' ? here === '/' : here === place.href || here.startsWith(`${place.href}/`);
}

function Rail({ places, here }: { places: readonly Place[]; here: string }) {
  const waiting = useWaiting();
  const [open, setOpen] = useState(false);
  const crowded = places.length > placesOnPhone;
  const shown = crowded ? placesOnPhone - 1 : placesOnPhone;
  const hidden = places.slice(shown);
  return (
    <>
      <nav className="rail" aria-label={t(messages.mainNavigation)}>
        <span className="rail__mark">
          <Mark />
        </span>
        <ul>
          {places.map((place, index) => (
            <li key={place.href} className={index >= shown ? 'rail__desk' : undefined}>
              <RailItem place={place} here={here} />
            </li>
          ))}
          {crowded ? (
            <li className="rail__phone">
              <button
                type="button"
                className="rail__item"
                aria-haspopup="dialog"
                aria-current={hidden.some((place) => isHere(place, here)) ? 'true' : undefined}
                onClick={() => setOpen(true)}
              >
                <Icon name="more" large />
                <span>{t(messages.more)}</span>
                <WaitingCount count={waitingIn(waiting, hidden)} />
              </button>
            </li>
          ) : null}
        </ul>
        <ClothEdge className="rail__cloth" />
      </nav>
      <Dialog open={open} onClose={() => setOpen(false)} title={t(messages.more)} sheet>
        <ul className="menu-list">
          {hidden.map((place) => (
            <li key={place.href}>
              <Link href={place.href} current={isHere(place, here)} onClick={() => setOpen(false)}>
                <Icon name={place.icon} large /> {place.label}{' '}
                <WaitingCount count={waitingIn(waiting, [place])} />
              </Link>
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}

function RailItem({ place, here }: { place: Place; here: string }) {
  const waiting = useWaiting();
  return (
    <Link className="rail__item" href={place.href} current={isHere(place, here)}>
      <Icon name={place.icon} large />
      <span>{place.label}</span>
      <WaitingCount count={waitingIn(waiting, [place])} />
    </Link>
  );
}

function WaitingCount({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className="count">
      {short(count)}
      <span className="sr"> {t(messages.waiting)}</span>
    </span>
  );
}

const short = (count: number) => (count > 99 ? '99+' : String(count));

function TopBar(props: { tools: readonly Place[]; me: Me; menu: ReactNode; here: string }) {
  const { title, crumbs } = useWhere();
  const waiting = useWaiting();
  return (
    <header className="topbar">
      <div className="topbar__where">
        {crumbs.map((crumb) => (
          <span key={crumb.href}>
            <Link href={crumb.href}>{crumb.label}</Link> /{' '}
          </span>
        ))}
        {title}
      </div>
      {props.tools.map((tool) => {
        const count = waiting.get(tool.href) ?? 0;
        const label = count > 0 ? t(messages.optionsWaiting, { label: tool.label, count }) : tool.label;
        return (
          <Link
            key={tool.href}
            href={tool.href}
            className="button button--icon topbar__tool"
            label={label}
            current={isHere(tool, props.here)}
          >
            <Icon name={tool.icon} large />
            {count > 0 ? <span className="count">{short(count)}</span> : null}
          </Link>
        );
      })}
      <UserMenu me={props.me}>{props.menu}</UserMenu>
    </header>
  );
}

function UserMenu({ me, children }: { me: Me; children: ReactNode }) {
  const box = useRef<HTMLDetailsElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const shut = (event: Event) => {
      const menu = box.current;
      if (!menu?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        menu.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && menu.contains(event.target)) return;
      menu.open = false;
    };
    const chosen = (event: Event) => {
      const inside = event.target instanceof Node && list.current?.contains(event.target);
      if (inside && box.current) box.current.open = false;
    };
    document.addEventListener('click', chosen);
    document.addEventListener('keydown', shut);
    document.addEventListener('pointerdown', shut);
    return () => {
      document.removeEventListener('click', chosen);
      document.removeEventListener('keydown', shut);
      document.removeEventListener('pointerdown', shut);
    };
  }, []);
  return (
    <details className="user-menu" ref={box}>
      <summary>
        <StaffSign name={me.name} />
        <span className="user-menu__name">
          {me.name}
          <span className="sr">, {me.describe}</span>
        </span>
        <Icon name="down" />
      </summary>
      <div className="user-menu__list" ref={list}>
        <p>
          <b>{me.name}</b>
          <span className="meta">{me.describe}</span>
        </p>
        {children}
      </div>
    </details>
  );
}
