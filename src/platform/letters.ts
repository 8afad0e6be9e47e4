/** The longest a reason for a weighty act may be. */
export const longestReason = 500;

/** How many letters and digits a text has: spaces, punctuation and drawings explain nothing. */
export function lettersIn(text: string): number {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '').length;
}
