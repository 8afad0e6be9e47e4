import type { Point, WarningKind } from '#encounters/schema.ts';
import { type AgeWord, birthRange } from '#persons/rules.ts';
import type { StaffRole } from '#platform/roles.ts';

// Words of literal fields; here, and not beside the schemas, so that a phone need not fetch those.
export const intoxications = ['YES', 'NO', 'UNSURE'] as const;
export const spotOutcomes = ['STAYED', 'DECLINED', 'REFERRED'] as const;
export const warningKinds = ['name', 'number', 'address', 'accusation'] as const;

export const pointStep = 0.005;

/** A point as it is stored: on a grid of 0.005 degrees, about 500 metres. Written as text, so that no float sneaks in. */
export function roundPoint(point: Point): { latitude: string; longitude: string } {
  const onGrid = (value: number) => (Math.round(value / pointStep) * 5) / 1000;
  return { latitude: onGrid(point.latitude).toFixed(3), longitude: onGrid(point.longitude).toFixed(3) };
}

export type AgeFacts = {
  readonly statedAge?: number | undefined;
  readonly assessedLow?: number | undefined;
  readonly assessedHigh?: number | undefined;
};

/** The statements about age that an encounter brings, best last; what a professional's eye says counts before what was said. */
export function ageStatements(facts: AgeFacts): { kind: 'stated' | 'assessed'; low: number; high: number }[] {
  const { statedAge, assessedLow, assessedHigh } = facts;
  return [
    ...(statedAge === undefined ? [] : [{ kind: 'stated' as const, low: statedAge, high: statedAge }]),
    ...(assessedLow === undefined
      ? []
      : [{ kind: 'assessed' as const, low: assessedLow, high: assessedHigh ?? assessedLow }]),
  ];
}

/** The range of birth dates that a statement of ages on a day allows. */
export function rangeOf(statement: { low: number; high: number }, day: string): { from: string; to: string } {
  const range = birthRange({
    birthDate: null,
    yearsLow: statement.low,
    yearsHigh: statement.high,
    onDate: day,
  });
  return range ?? { from: day, to: day };
}

/** What an encounter adds to the words about an age; nothing is recorded after it yet. */
export function ageWords(facts: AgeFacts, { day, role }: { day: string; role: StaffRole }): AgeWord[] {
  return ageStatements(facts).map((it) => ({
    kind: it.kind,
    born: rangeOf(it, day),
    onDate: day,
    at: Number.POSITIVE_INFINITY,
    settles: role === 'supervisor' ? 'supervisor' : null,
  }));
}

/** A doubt about a free text: what kind, and the words that raised it. */
export type Warning = { readonly kind: WarningKind; readonly found: string };

const accusing =
  /\b(?:men|pen|di)?curi(?:an)?\b|\b(?:maling|copet|jambret|rampok|begal|preman|pelaku|tersangka|residivis|nakal|bandel|bohong|pembohong|penipu|pemakai|pecandu|pengguna|pengedar|narkoba|narkotika|sabu|ganja|ngelem|lem aibon|mabuk|pelacur|psk|anjal|gepeng|sampah masyarakat|bersalah|terjaring|ditangkap|stole|thief|criminal|guilty|liar|addict|junkie|prostitute|drunk|drugs?|delinquent)\b/giu;
const addressing =
  /\b(?:jl|jln|jalan|gang|gg|blok|komplek|kompleks|perumahan|rt|rw|street|road)\b\.?\s*[\p{L}\d/.]+(?:\s+\p{Lu}[\p{L}]+)*|\bno\.?\s*\d+\b/giu;
const numbering = /(?:\+?\d[\s.-]?){7,}\d/gu;
const naming =
  /\b(?:bernama|namanya|nama(?:\s+(?:ibu|ayah|bapak|mamak|kakak|adik))?(?:nya)?|dipanggil|panggilan(?:nya)?|named|called)\s*:?\s+\p{L}+(?:\s+\p{Lu}\p{L}+)*/giu;
const titled =
  /\b(?:pak|bu|buk|ibu|bapak|mak|mamak|uda|uni|etek|si|bang|kak|mr|mrs)\s+(\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)*)/gu;
const capitalPair = /(?<![.!?"“]\s*)(?<!^)\b\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+/gmu;

/** What in a free text looks like a name, a number, an address, an accusation or a verdict. A doubt, never a refusal. */
export function warningsIn(text: string): Warning[] {
  const found: Warning[] = [];
  const seek = (kind: WarningKind, ...patterns: RegExp[]) => {
    for (const pattern of patterns) {
      const hit = text.match(pattern)?.[0];
      if (hit && !found.some((it) => it.kind === kind)) found.push({ kind, found: hit.trim().slice(0, 60) });
    }
  };
  seek('name', naming, titled, capitalPair);
  seek('number', numbering);
  seek('address', addressing);
  seek('accusation', accusing);
  return found;
}

/** The kinds of doubt that several texts raise, each once. */
export function warningKindsIn(texts: readonly string[]): WarningKind[] {
  return [...new Set(texts.flatMap((text) => warningsIn(text).map((it) => it.kind)))];
}
