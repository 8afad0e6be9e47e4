import { caseMessages } from '#cases/messages/case.ts';
import { workMessages } from '#cases/messages/work.ts';

/** The words of case work. */
export const messages = { ...caseMessages, ...workMessages };
