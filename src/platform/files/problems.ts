import { constraintsOf } from '#platform/database/constraints.ts';
import { fileProblemMessages } from '#platform/files/messages.ts';
import { type FileProblem, fileProblemCodes } from '#platform/files/rules.ts';
import { problemsOf } from '#platform/problems.ts';

const status: Partial<Record<FileProblem, number>> = { 'file-too-large': 413, 'file-too-many': 429 };

problemsOf(
  Object.fromEntries(
    fileProblemCodes.map((code) => [code, { status: status[code] ?? 422, ...fileProblemMessages[code] }]),
  ),
);

constraintsOf({ files_pkey: { code: 'command-id-reused', field: 'fileId' } });
