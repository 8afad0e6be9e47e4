// Makes an input that a schema accepts, with the identifiers of a child where the schema asks for them.
import { askedLetters } from '#platform/schemas.ts';
import { uuidv7 } from '#platform/uuid.ts';

type Schema = Record<string, unknown>;

const byName: Record<string, unknown> = {
  areaCode: '13.71.09.1007',
  villageCode: '13.71.09.1007',
  residenceArea: '13.71.09.1007',
  originArea: '13.71',
  agencyCode: 'DINKES',
  toAgency: 'DINKES',
  dutyCode: 'HEALTH_CHECK',
  username: 'contoh.uji',
  activity: 'BUSKING',
  locationType: 'MARKET',
  approach: 'OUTREACH',
  nik: '1371010101120000',
};

/** A value for a schema; `ids` gives the value of properties such as personId. */
export function sampleOf(schema: unknown, ids: Record<string, string>, name = ''): unknown {
  if (!isSchema(schema)) return null;
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (Array.isArray(schema.anyOf)) return sampleOf(schema.anyOf[0], ids, name);
  if (schema.type === 'object') return sampleObject(schema, ids);
  if (schema.type === 'array')
    return Array.from({ length: Number(schema.minItems ?? 0) }, () =>
      sampleOf(schema.items, ids, name.replace(/s$/, '')),
    );
  if (schema.type === 'string') return sampleText(schema, ids, name);
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return false;
  return {};
}

function sampleObject(schema: Schema, ids: Record<string, string>): Record<string, unknown> {
  const properties = isSchema(schema.properties) ? schema.properties : {};
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.has(name))
      .map(([name, its]) => [name, sampleOf(its, ids, name)]),
  );
}

function sampleText(schema: Schema, ids: Record<string, string>, name: string): string {
  const pattern = String(schema.pattern ?? '');
  if (ids[name]) return ids[name];
  if (name in byName) return String(byName[name]);
  if (pattern.includes('[1-8][0-9a-f]{3}')) return uuidv7();
  if (pattern.includes('T\\d{2}')) return new Date().toISOString();
  if (pattern.startsWith('^\\d{4}-')) return new Date().toISOString().slice(0, 10);
  if (pattern.includes('[0-9a-f]{64}')) return 'a'.repeat(64);
  if (pattern.includes('\\d{16}')) return '1371010101120000';
  if (pattern.includes('\\d{2}(')) return '13.71.09.1007';
  const least = Number(schema.minLength ?? askedLetters.get(String(schema.format)) ?? 0);
  return 'CONTOH_UJI'.padEnd(least + 1, 'x').slice(0, Number(schema.maxLength ?? 400));
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}
