import type { Problem } from '#web/platform/api.ts';

/** What is wrong with the parts of one row, each in words. */
export type RowMarks = Readonly<Record<string, string>>;

type Rows<Row> = { name: string; value: readonly Row[]; error: string | undefined };

/**
 * What is wrong in which row, when the field has an error: what the server said of it, by its path `belongings.1.returnDue`,
 * else what the form's own check finds.
 */
export function rowMarks<Row>(
  field: Rows<Row>,
  wrong: (row: Row) => Partial<RowMarks>,
  problem: Problem | undefined,
): RowMarks[] {
  if (!field.error) return field.value.map(() => ({}));
  const refused = refusedIn(field.name, problem);
  // The problem outlives the next change; the error of the field does not.
  const server = refused.some((it) => it.message === field.error);
  return field.value.map((row, index) => {
    const said = server
      ? refused.filter((it) => it.index === index).map((it) => [it.part, it.message])
      : Object.entries(wrong(row));
    return Object.fromEntries(said.filter(([, message]) => message));
  });
}

function refusedIn(name: string, problem: Problem | undefined) {
  const single = problem?.field ? [{ field: problem.field, message: problem.message }] : [];
  return (problem?.fields?.length ? problem.fields : single).flatMap(({ field, message }) => {
    const path = field.split(/[./]/);
    const at = path.indexOf(name);
    const [index, part] = path.slice(at + 1);
    return at < 0 || !index || !part ? [] : [{ index: Number(index), part, message }];
  });
}
