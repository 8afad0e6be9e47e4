import { t } from '#web/platform/i18n.ts';
import { messages } from '#web/ui/messages.ts';

/** The kinds of custodian that have a colour, a code and a texture of their own. */
export type CustodianKind =
  | 'team'
  | 'satpol'
  | 'dinsos'
  | 'health'
  | 'shelter'
  | 'lksa'
  | 'family'
  | 'other'
  | 'gap'
  | 'none';

const codes = {
  team: { code: 'TL', look: 'lapangan' },
  satpol: { code: 'SP', look: 'satpol' },
  dinsos: { code: 'DS', look: 'dinsos' },
  health: { code: 'KS', look: 'sehat' },
  shelter: { code: 'RS', look: 'singgah' },
  lksa: { code: 'LK', look: 'lksa' },
  family: { code: 'KL', look: 'keluarga' },
  other: { code: 'PJ', look: 'lain' },
  gap: { code: '?', look: 'gap' },
  none: { code: '–', look: 'none' },
} satisfies Record<CustodianKind, { code: string; look: string }>;

/** The class that gives a band, swatch or tag the custodian's colour and texture. */
export function custodianClass(kind: CustodianKind): string {
  return `cust--${codes[kind].look}`;
}

/** The two-letter code of a kind of custodian. */
export function custodianCode(kind: CustodianKind): string {
  return codes[kind].code;
}

/** Who is responsible now: colour, code and word, so that any two of them suffice. */
export function CustodianTag({ kind, label }: { kind: CustodianKind; label?: string | undefined }) {
  return (
    <span className={`cust ${custodianClass(kind)}`}>
      <i aria-hidden="true">{codes[kind].code}</i>
      {label ?? defaultLabel(kind)}
    </span>
  );
}

function defaultLabel(kind: CustodianKind): string {
  if (kind === 'gap') return t(messages.gap);
  if (kind === 'none') return t(messages.nobody);
  return codes[kind].code;
}
