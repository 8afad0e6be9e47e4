import type { TSchema } from 'typebox';

/** One field of an input, however deep it lies; `0` in its path is the first of a list. */
export type InputField = {
  readonly path: readonly string[];
  readonly type?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly format?: string;
  readonly enum?: unknown;
  readonly const?: unknown;
};

type Branch = { properties?: Record<string, TSchema>; anyOf?: TSchema[]; items?: TSchema };

/** Every field that an input takes, for tests that ask the same of all of them. */
export function fieldsIn(schema: TSchema, path: readonly string[] = []): InputField[] {
  const { properties, anyOf, items } = schema as Branch;
  if (!properties && !anyOf && !items) return [{ ...(schema as object), path }];
  return [
    ...Object.entries(properties ?? {}).flatMap(([key, its]) => fieldsIn(its, [...path, key])),
    ...(anyOf ?? []).flatMap((one) => fieldsIn(one, path)),
    ...(items ? fieldsIn(items, [...path, '0']) : []),
  ];
}
