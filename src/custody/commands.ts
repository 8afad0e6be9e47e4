// What may be done with custody, one file for each noun.
import '#custody/problems.ts';

export { returnBelonging } from '#custody/commands/belongings.ts';
export { answerComplaint, complain } from '#custody/commands/complaints.ts';
export { handOver } from '#custody/commands/hand-over.ts';
export { settleCustody } from '#custody/commands/settle.ts';
export { askFears, explainGap, holdLonger, recordStep } from '#custody/commands/steps.ts';
export { takeIn } from '#custody/commands/take-in.ts';
