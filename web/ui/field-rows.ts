import { newId } from '#web/platform/ids.ts';
import type { Bound } from '#web/ui/use-form.ts';

const most = 20;

/**
 * Several things of one shape as one field of a form: what ties the parts of each to its inputs, and how a row comes and
 * goes. The `first` input of the first row carries the id of the field, so that its error leads there.
 */
export function fieldRows<Row extends { id: string }>(field: Bound<Row[]>, first: keyof Row & string) {
  return {
    bound: (row: Row, name: Exclude<keyof Row & string, 'id'>): Bound<string> => ({
      id: row === field.value[0] && name === first ? field.id : `${field.id}-${row.id}-${name}`,
      name: `${field.name}-${name}`,
      value: String(row[name]),
      set: (value) => field.set(field.value.map((it) => (it.id === row.id ? { ...it, [name]: value } : it))),
      touch: field.touch,
      error: undefined,
    }),
    add: (make: (id: string) => Row) => field.set([...field.value, make(newId())].slice(0, most)),
    remove: (row: Row) => field.set(field.value.filter((it) => it.id !== row.id)),
  };
}
