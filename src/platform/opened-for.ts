/**
 * The header in which a page says for which member of staff it was drawn. One browser has one session for all its tabs:
 * without this a page of the person before would act in the name of the next. The browser imports it too.
 */
export const openedForHeader = 'rangkul-opened-for';

/** Whether a page was opened for somebody else than who is signed in; what does not say for whom is taken as theirs. */
export function isForOther(staffId: string, openedFor: string | null | undefined): boolean {
  return typeof openedFor === 'string' && openedFor !== staffId;
}
