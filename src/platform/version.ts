import { readFileSync } from 'node:fs';
import { inProject } from '#platform/project.ts';

const { version: found }: { version: string } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));

/** The version of this Rangkul. */
export const version = found;
