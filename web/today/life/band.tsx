import { createContext, type ReactNode, useContext } from 'react';
import type { Segment } from '#web/today/life/model.ts';
import type { Scale } from '#web/today/life/scale.ts';
import { type CustodianKind, custodianClass, custodianCode } from '#web/ui/custodian-tag.tsx';

const textures: Partial<Record<CustodianKind, string>> = {
  satpol: 'diag',
  health: 'hor',
  shelter: 'dot',
  lksa: 'ver',
};

const IdContext = createContext('life');
/** The textures of one drawing have ids of their own. */
export const TextureIds = IdContext;

/** The textures that tell custodians apart without colour, and the hatching of a gap. */
export function Textures() {
  const id = useContext(IdContext);
  const stroke = 'var(--cust-texture)';
  const dark = 'var(--cust-texture-dark)';
  return (
    <defs>
      <pattern
        id={`${id}-diag`}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M0 0v7" stroke={stroke} strokeWidth="2.4" />
      </pattern>
      <pattern id={`${id}-hor`} width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M0 3h6" stroke={stroke} strokeWidth="2" />
      </pattern>
      <pattern id={`${id}-ver`} width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M3 0v6" stroke={dark} strokeWidth="1.6" />
      </pattern>
      <pattern id={`${id}-dot`} width="7" height="7" patternUnits="userSpaceOnUse">
        <circle cx="3.5" cy="3.5" r="1.3" fill={dark} />
      </pattern>
      <pattern
        id={`${id}-gap`}
        width="8"
        height="8"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="8" height="8" fill="var(--surface)" />
        <path d="M2 0v8" stroke="var(--gap)" strokeWidth="3.4" />
      </pattern>
    </defs>
  );
}

/** One stretch as a block: colour, texture and, where there is room, its code or words. */
export function Block(props: {
  it: Segment;
  scale: Scale;
  y: number;
  height: number;
  title: string;
  /** What to write on it, the longest first; the first that fits is written. */
  labels: readonly string[];
}) {
  const id = useContext(IdContext);
  const { it, y, height } = props;
  const left = props.scale(it.from);
  const width = Math.max(props.scale(it.to) - left, 1.5);
  if (it.look === 'none')
    return <Nobody left={left} width={width} y={y + height / 2} label={props.labels[0]} />;
  if (it.look === 'gap') return <GapBlock {...props} left={left} width={Math.max(width, 5)} />;
  const texture = textures[it.look];
  const edged = it.look === 'family' || it.look === 'other';
  const box = { x: left, y, width, height };
  return (
    <g className={custodianClass(it.look)}>
      <title>{props.title}</title>
      <rect {...box} fill="var(--c)" stroke={edged ? 'var(--line-strong)' : 'none'} />
      {texture ? <rect {...box} fill={`url(#${id}-${texture})`} /> : null}
      {it.care?.disputed ? (
        <rect {...box} fill="none" stroke="var(--gap)" strokeWidth="2" strokeDasharray="5 3" />
      ) : null}
      <BlockLabel
        x={left + width / 2}
        y={y + height / 2 + 4.5}
        width={width}
        look={it.look}
        labels={props.labels}
      />
    </g>
  );
}

const letter = 7.1;

function BlockLabel(props: {
  x: number;
  y: number;
  width: number;
  look: CustodianKind;
  labels: readonly string[];
}) {
  const code = custodianCode(props.look);
  const long = props.labels.map((label) => (props.look === 'family' ? label : `${code} ${label}`));
  const text = [...long, code].find((it) => it.length * letter + (it === code ? 8 : 12) < props.width);
  if (!text) return null;
  return (
    <text x={props.x} y={props.y} textAnchor="middle" className="life__on">
      {text}
    </text>
  );
}

function Nobody({
  left,
  width,
  y,
  label,
}: {
  left: number;
  width: number;
  y: number;
  label: string | undefined;
}) {
  const words: ReactNode =
    label && label.length * letter + 24 < width ? (
      <text x={left + width / 2} y={y + 4} textAnchor="middle" className="life__over">
        {label}
      </text>
    ) : null;
  return (
    <g>
      <path
        d={`M${left} ${y}H${left + width}`}
        stroke="var(--line-strong)"
        strokeWidth="2"
        strokeDasharray="2 5"
      />
      {words}
    </g>
  );
}

function GapBlock(props: {
  it: Segment;
  left: number;
  width: number;
  y: number;
  height: number;
  title: string;
}) {
  const id = useContext(IdContext);
  const explained = props.it.explained !== null;
  return (
    <g>
      <title>{props.title}</title>
      <rect
        x={props.left}
        y={props.y - 3}
        width={props.width}
        height={props.height + 6}
        fill={`url(#${id}-gap)`}
        stroke="var(--gap)"
        strokeWidth="1.5"
        strokeDasharray={explained ? '4 3' : undefined}
      />
    </g>
  );
}
