import type pg from 'pg';
import type { Started } from '#bench/process.ts';
import type { Connection } from '#platform/database/connection.ts';
import type { Keys } from '#platform/keys/ring.ts';

/** What every figure may use. */
export type Bench = {
  readonly size: number;
  readonly seed: number;
  readonly connection: Connection;
  readonly admin: pg.Pool;
  readonly keys: Keys;
  readonly server: Started;
  readonly env: Record<string, string>;
  readonly postgresPid: number;
  /** Where PostgreSQL writes its log. */
  readonly logFolder: string;
  readonly say: (line: string) => void;
};

/** One measured figure and its bar; `holds` follows from them. */
export type Figure = {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly bar: string;
  readonly holds: boolean;
  readonly samples: number;
  /** Persons it was measured at, where that is not the size of the bench. */
  readonly at?: number;
};

/** A figure that must not exceed its bar. */
export function atMost(figure: string, value: number, bar: number, unit: string, samples: number): Figure {
  return { figure, value: rounded(value), unit, bar: `≤ ${bar}`, holds: value <= bar, samples };
}

/** A figure that must reach its bar. */
export function atLeast(figure: string, value: number, bar: number, unit: string, samples: number): Figure {
  return { figure, value: rounded(value), unit, bar: `≥ ${bar}`, holds: value >= bar, samples };
}

function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 1000) / 1000;
}

export const warmUp = 200;
export const samples = 1000;
