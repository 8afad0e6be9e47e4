import { type Static, Type } from 'typebox';
import { Person } from '#persons/schema.ts';
import { Line } from '#platform/schemas.ts';

/** A name as staff with standing look for it; it travels in the body, never in an address. */
export const SearchPersons = Type.Object({ text: Line(80, 2) }, { additionalProperties: false });
export const FoundPersons = Type.Object({ items: Type.Array(Person), more: Type.Boolean() });
export type FoundPersons = Static<typeof FoundPersons>;
