// Reading one file of a city folder: every line that does not fit is reported with its place, and none is skipped.

import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Static, TObject, TSchema } from 'typebox';
import Value from 'typebox/value';
import { isCalendarDate } from '../calendar.ts';
import { readCsv } from '../csv.ts';

const largestFile = 5_000_000;

export type Located<T> = Readonly<{ row: T; at: string }>;
export type Findings = string[];

/** Reads a CSV file whose header is exactly the schema's fields in snake_case. */
export function readTable<S extends TObject>(
  path: string,
  schema: S,
  findings: Findings,
): Located<Static<S>>[] {
  const name = shortName(path);
  const text = readText(path, findings);
  if (text === null) return [];
  const fields = Object.keys(schema.properties);
  const expected = fields.map(snakeCase).join(',');
  let lines: ReturnType<typeof readCsv>;
  try {
    lines = readCsv(text);
  } catch (error) {
    findings.push(`${name}: ${error instanceof Error ? error.message : 'unreadable'}`);
    return [];
  }
  const header = lines[0]?.cells.join(',') ?? '';
  if (header !== expected) {
    findings.push(`${name}:1: the header must be ${expected}`);
    return [];
  }
  const rows: Located<Static<S>>[] = [];
  for (const { line, cells } of lines.slice(1)) {
    const at = `${name}:${line}`;
    if (cells.length !== fields.length) {
      findings.push(`${at}: ${cells.length} cells where ${fields.length} are needed`);
      continue;
    }
    const row = Object.fromEntries(fields.map((field, n) => [field, cellValue(field, cells[n] ?? '')]));
    if (conforms(row, schema, { at, findings })) rows.push({ row, at });
  }
  return rows;
}

/** Reads a JSON file of one shape; null when it does not fit, with the reasons in the findings. */
export function readJson<S extends TSchema>(path: string, schema: S, findings: Findings): Static<S> | null {
  const text = readText(path, findings);
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    findings.push(`${shortName(path)}: no valid JSON`);
    return null;
  }
  return conforms(value, schema, { at: shortName(path), findings }) ? value : null;
}

function conforms<S extends TSchema>(
  value: unknown,
  schema: S,
  { at, findings }: { at: string; findings: Findings },
): value is Static<S> {
  if (!Value.Check(schema, value)) {
    // Of a field that may be empty the branch "must be null" says nothing useful.
    const fault = Value.Errors(schema, value).find(
      (one) => one.instancePath !== '' && one.message !== 'must be null',
    ) ?? {
      instancePath: '',
      message: 'does not fit',
    };
    findings.push(`${at}: ${fault.instancePath.slice(1).replaceAll('/', '.')} ${fault.message}`);
    return false;
  }
  const wrong = impossibleDate(value);
  if (wrong) findings.push(`${at}: ${wrong} is no day of the calendar`);
  return !wrong;
}

function impossibleDate(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const cell of Object.values(value)) {
    if (typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell) && !isCalendarDate(cell)) return cell;
  }
  return null;
}

function cellValue(field: string, cell: string): unknown {
  if (field === 'extra') return cell === '' ? {} : parsedOrText(cell);
  if (cell === '') return null;
  if (['latitude', 'longitude', 'year'].includes(field)) return Number(cell);
  return cell;
}

function parsedOrText(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}

function readText(path: string, findings: Findings): string | null {
  if (!existsSync(path)) {
    findings.push(`${shortName(path)}: the file is missing`);
    return null;
  }
  const bytes = readFileSync(path);
  if (bytes.length > largestFile) {
    findings.push(`${shortName(path)}: larger than ${largestFile} bytes`);
    return null;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    findings.push(`${shortName(path)}: not UTF-8`);
    return null;
  }
}

function shortName(path: string): string {
  return join(basename(dirname(path)), basename(path));
}

function snakeCase(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
