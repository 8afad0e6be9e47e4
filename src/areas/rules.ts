import { lettersIn } from '#platform/letters.ts';

// What follows from the city's lists; the browser asks the same, to show which fields a choice needs.

/** Whether a chosen code, such as "another reason", says too little without the words that were written beside it. */
export function needsMoreWords(
  extra: Readonly<Record<string, unknown>> | undefined,
  words: string | undefined,
): boolean {
  return extra?.needsWords === true && lettersIn(words ?? '') < 3;
}
