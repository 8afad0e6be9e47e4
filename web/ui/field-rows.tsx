import { type ReactNode, type RefObject, useRef } from 'react';
import type { Problem } from '#web/platform/api.ts';
import { newId } from '#web/platform/ids.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Row } from '#web/ui/layout.tsx';
import { type RowMarks, rowMarks } from '#web/ui/row-marks.ts';
import type { Bound } from '#web/ui/use-form.ts';

const most = 20;

type Its<OneRow> = {
  /** The input to which an error leads that is about none of them. */
  first: keyof OneRow & string;
  /** What is missing or impossible in one row. */
  wrong: (row: OneRow) => Partial<RowMarks>;
  /** What the server said of the form. */
  problem: Problem | undefined;
};

/**
 * Several things of one shape as one field of a form: what ties the parts of each to its inputs, and how a row comes and
 * goes. The input that is wrong carries the id of the field, so that the summary of errors leads there.
 */
export function useFieldRows<OneRow extends { id: string }>(field: Bound<OneRow[]>, its: Its<OneRow>) {
  const addButton = useRef<HTMLButtonElement>(null);
  const marks = rowMarks(field, its.wrong, its.problem);
  const marked = Math.max(
    marks.findIndex((it) => Object.keys(it).length > 0),
    0,
  );
  const lead = Object.keys(marks[marked] ?? {})[0];
  const errorOf = (index: number, name: string) =>
    marks[index]?.[name] ?? (index === 0 && name === its.first && !lead ? field.error : undefined);
  return {
    bound: (row: OneRow, name: Exclude<keyof OneRow & string, 'id'>): Bound<string> => {
      const index = field.value.indexOf(row);
      return {
        id: index === marked && name === (lead ?? its.first) ? field.id : `${field.id}-${row.id}-${name}`,
        name: `${field.name}-${name}`,
        value: String(row[name]),
        set: (value) =>
          field.set(field.value.map((it) => (it.id === row.id ? { ...it, [name]: value } : it))),
        // A row is complete or not when it is sent: whoever leaves its first part is on the way to the next.
        touch: () => {},
        error: errorOf(index, name),
      };
    },
    add: (make: (id: string) => OneRow) => field.set([...field.value, make(newId())].slice(0, most)),
    remove: (row: OneRow) => {
      field.set(field.value.filter((it) => it.id !== row.id));
      // The button that was pressed goes with its row.
      addButton.current?.focus();
    },
    addButton,
    /** An error where there is no row to show it at. */
    error: field.value.length === 0 ? field.error : undefined,
  };
}

/** What stands under the rows: the button for one more. */
export function AddRow(props: {
  rows: { addButton: RefObject<HTMLButtonElement | null>; error: string | undefined };
  onAdd: () => void;
  children: ReactNode;
}) {
  const { addButton, error } = props.rows;
  return (
    <>
      {error ? (
        <span className="field__error">
          <Icon name="alert" /> {error}
        </span>
      ) : null}
      <Row>
        <Button ref={addButton} icon="plus" onClick={props.onAdd}>
          {props.children}
        </Button>
      </Row>
    </>
  );
}
