import { useId } from 'react';

// One small set drawn for this app: 24 by 24, one stroke, round ends. The size follows the text.
const drawings = {
  alert: 'M12 4 2.8 19.8h18.4zM12 10v4.5M12 17.2v.1',
  archive: 'M3.5 5h17v4h-17zM5 9v10.5h14V9M10 13h4',
  back: 'm14.5 6-6 6 6 6',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4',
  board: 'M4 20V10M10 20V4.5M16 20v-7.5M3 20.5h18',
  building: 'M5 20.5v-16h9v16M14 10h5v10.5M3 20.5h18M8 8h3M8 12h3M8 16h3',
  calendar:
    'M5 5.5h14c.6 0 1 .4 1 1V19c0 .6-.4 1-1 1H5c-.6 0-1-.4-1-1V6.5c0-.6.4-1 1-1ZM4 10h16M8.5 3.5v4M15.5 3.5v4',
  camera: 'M4 8h3.5l1.5-2.5h6L16.5 8H20v11.5H4zM12 16.5a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6Z',
  case: 'M3.5 8.5v9.2c0 .9.6 1.5 1.5 1.5h14c.9 0 1.5-.6 1.5-1.5V8.5c0-.9-.6-1.5-1.5-1.5h-7L10 4.8H5c-.9 0-1.5.6-1.5 1.5zM8 13h8',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  child: 'M12 10.2a3.4 3.4 0 1 0 0-6.8 3.4 3.4 0 0 0 0 6.8ZM4.5 12.5c1.2 4.9 3.9 7.6 7.5 7.6s6.3-2.7 7.5-7.6',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2',
  custody: 'M4 20.5V9.5l8-5.5 8 5.5v11M4 20.5h16M9 20.5v-6.2h6v6.2',
  doc: 'M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5M9 12.5h6.5M9 16h6.5',
  down: 'm6 9.5 6 6 6-6',
  download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 20h15',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 14.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6Z',
  filter: 'M4 5h16l-6.2 7.2V19l-3.6-2v-4.8z',
  flag: 'M6 21V4M6 4.5c4-2 7 2 12 0v9c-5 2-8-2-12 0',
  gift: 'M4 9.5h16V13H4zM5.5 13v7.5h13V13M12 9.5v11M12 9.5C9 9.5 7.5 8 7.5 6.4c0-3 3.8-2.6 4.5 3.1.7-5.7 4.5-6.1 4.5-3.1C16.5 8 15 9.5 12 9.5Z',
  globe:
    'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17',
  hands:
    'M12 11.5c-2.6-2-4-3.5-4-5.2 0-1.3 1-2.3 2.2-2.3.8 0 1.4.4 1.8 1 .4-.6 1-1 1.8-1C15 4 16 5 16 6.3c0 1.7-1.4 3.2-4 5.2ZM3.5 14.5c2.5 3.9 5.3 5.7 8.5 5.7s6-1.8 8.5-5.7',
  health: 'M9.5 4h5v5.5H20v5h-5.5V20h-5v-5.5H4v-5h5.5z',
  home: 'M3.5 11.5C7 11 9.5 8.5 12 4c2.5 4.5 5 7 8.5 7.5M5.5 11.5V20h13v-8.5M10 20v-5h4v5',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5.5M12 7.6v.1',
  key: 'M8 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12.5 12H21v3.5M17 12v3',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4.1 4.1 0 0 0-5.8-5.8L12 6.8M14 10a4 4 0 0 0-6-.4l-3 3a4.1 4.1 0 0 0 5.8 5.8l1.2-1.2',
  list: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1',
  lock: 'M6.5 10.5h11c.6 0 1 .4 1 1v7.5c0 .6-.4 1-1 1h-11c-.6 0-1-.4-1-1v-7.5c0-.6.4-1 1-1ZM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5',
  map: 'M9 5 3.5 7v12.5L9 17.5l6 2.5 5.5-2V5.5L15 7.5zM9 5v12.5M15 7.5V20',
  menu: 'M4 7h16M4 12h16M4 17h16',
  minus: 'M6 12h12',
  more: 'M5.5 12h.1M12 12h.1M18.5 12h.1',
  near: 'M4.5 10c2-2.5 4.5-2.5 7.5-.6s5.5 1.9 7.5-.6M4.5 16c2-2.5 4.5-2.5 7.5-.6s5.5 1.9 7.5-.6',
  next: 'm9.5 6 6 6-6 6',
  offline:
    'M3 3l18 18M8.5 15.5a5 5 0 0 1 6.5-.4M5.2 12.2a9.6 9.6 0 0 1 4-2.4M14 9.6a9.6 9.6 0 0 1 4.8 2.6M2 8.8a14.5 14.5 0 0 1 4.2-2.8M11.5 5a14.5 14.5 0 0 1 10.5 3.8M12 19v.1',
  operation:
    'M12 21s6.5-6 6.5-11.2A6.5 6.5 0 0 0 5.5 9.8C5.5 15 12 21 12 21ZM12 12.2a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8Z',
  out: 'M14 4.5H5.5v15H14M10.5 12H21M17.5 8.5 21 12l-3.5 3.5',
  outbox:
    'M4 13.5h4.2l1.6 2.8h4.4l1.6-2.8H20M4 13.5v5.2c0 .7.6 1.3 1.3 1.3h13.4c.7 0 1.3-.6 1.3-1.3v-5.2M12 11.5V3.5M8.7 6.7 12 3.5l3.3 3.2',
  pause: 'M9 6v12M15 6v12',
  pen: 'M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5',
  phone:
    'M6 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 6 6l1.5-2 4.5 1.5v3c0 1-.8 1.8-1.8 1.7C10.5 19.3 4.7 13.5 4.3 5.3 4.2 4.3 5 3.5 6 3.5Z',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 9V3.5h10V9M7 17H4V9.5h16V17h-3M7 14.5h10v6H7z',
  rakor:
    'M12 14.5c3.9 0 7-1.3 7-3s-3.1-3-7-3-7 1.3-7 3 3.1 3 7 3ZM12 5.2V4M4 8.4 3 7.6M20 8.4l1-.8M5.5 16.5l-1 1.6M18.5 16.5l1 1.6M12 17.5V20',
  referral: 'M4 6.5h9a4 4 0 0 1 4 4v7M13.5 14.5 17 18l3.5-3.5M4 6.5l3-3M4 6.5l3 3',
  school: 'M2.5 9 12 4.5 21.5 9 12 13.5zM6.5 11v5c1.5 1.5 3.3 2.2 5.5 2.2s4-.7 5.5-2.2v-5M21.5 9v5.5',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM20.5 20.5 16 16',
  send: 'M4 12 20.5 4.5 14 20l-3-6.5zM11 13.5l4.5-4.5',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM9 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z',
  shield: 'M12 3.5 5 6v5.5c0 4.3 2.8 7.5 7 9 4.2-1.5 7-4.7 7-9V6z',
  sign: 'M3.5 19.5h17M5 15.5c2.5-1 6-8.5 8-11 1.5 1.5-4.5 9-4 11s2.5-3 4-3 .5 3 2 3 1.5-1.5 3.5-1.5',
  swap: 'M4 8.5h15M15.5 5 19 8.5 15.5 12M20 15.5H5M8.5 12 5 15.5 8.5 19',
  sync: 'M20 6v4.5h-4.5M4 18v-4.5h4.5M19.3 10.5A7.7 7.7 0 0 0 5.4 8.2M4.7 13.5a7.7 7.7 0 0 0 13.9 2.3',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 10v9',
  today: 'M3 17h18M5 17a7 7 0 0 1 14 0M12 4v2.5M4.9 7.4l1.6 1.6M19.1 7.4l-1.6 1.6M8 20.5h8',
  trash: 'M4.5 7h15M9.5 7V4h5v3M6.5 7l1 13h9l1-13M10 11v5.5M14 11v5.5',
  undo: 'M9 6 4.5 10.5 9 15M5 10.5h9a5.5 5.5 0 0 1 0 11h-3',
  upload: 'M12 20V9M7.5 13 12 8.5l4.5 4.5M4.5 4h15',
  user: 'M12 11.5a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6ZM4.5 20.5c.8-4 3.6-6 7.5-6s6.7 2 7.5 6',
  users:
    'M9 11a3.3 3.3 0 1 0 0-6.6A3.3 3.3 0 0 0 9 11ZM2.5 19.5c.5-3.5 3-5.5 6.5-5.5s6 2 6.5 5.5M15.5 4.8a3.3 3.3 0 0 1 0 5.9M18 14.5c2 .8 3.2 2.6 3.5 5',
  voice: 'M4.5 5h15v11H12l-4.5 4v-4h-3zM8.5 9h7M8.5 12.2h4.5',
  x: 'M6 6l12 12M18 6 6 18',
} as const;

/** The name of one drawing of the set. */
export type IconName = keyof typeof drawings;

/** All names of the set, for the pattern sheet. */
export function iconNames(): IconName[] {
  return Object.keys(drawings).filter((name): name is IconName => name in drawings);
}

/** A drawing beside words. It says nothing by itself: the word next to it does, or the button's label. */
export function Icon({ name, large }: { name: IconName; large?: boolean | undefined }) {
  return (
    <svg
      className={large ? 'icon icon--lg' : 'icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  );
}

/** The mark: a child held by two arms that are also a raised roof. */
export function Mark({
  size = 38,
  className,
}: {
  size?: number | undefined;
  className?: string | undefined;
}) {
  return (
    <svg className={className} width={size} height={size} viewBox="0 0 40 40" fill="none" aria-hidden="true">
      <circle cx="20" cy="13" r="4.6" fill="currentColor" />
      <path
        d="M3 8c2.5 12 8.5 18 17 18S34.5 20 37 8"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <path
        d="M7 20c2.8 8.5 7.2 12.5 13 12.5S30.2 28.5 33 20"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
        opacity=".62"
      />
    </svg>
  );
}

/** One row of pucuak rabuang, the bamboo shoot, woven along the edge of the cloth. */
export function ClothEdge({
  height = 22,
  className,
}: {
  height?: number | undefined;
  className?: string | undefined;
}) {
  const id = useId();
  return (
    <svg className={className} aria-hidden="true" width="100%" height={height}>
      <defs>
        <pattern
          id={id}
          width={height * 1.15}
          height={height}
          patternUnits="userSpaceOnUse"
          viewBox="0 0 23 20"
        >
          <path
            d="M0 20 11.5 2 23 20M4.6 20l6.9-11 6.9 11M9 20l2.5-4 2.5 4"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.3"
          />
        </pattern>
      </defs>
      <rect width="100%" height={height} fill={`url(#${id})`} />
    </svg>
  );
}
