import { sql } from 'kysely';
import { Type } from 'typebox';
import { findInvalidCodes } from '#areas/queries.ts';
import { lawKeepers } from '#operations/access.ts';
import { basisIdOf } from '#operations/rules.ts';
import {
  AddLegalBasis,
  CorrectLegalBasis,
  type LegalBasisInput,
  RetireLegalBasis,
} from '#operations/schema.ts';
import { command } from '#platform/commands.ts';
import { constraintsOf } from '#platform/database/constraints.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem, problemsOf } from '#platform/problems.ts';

problemsOf({
  'legal-basis-known': {
    status: 409,
    id: 'Dasar hukum dengan jenis, nomor, dan tahun ini sudah ada di daftar.',
    en: 'A legal basis of this kind, number and year is in the list already.',
  },
});
constraintsOf({
  legal_bases_pkey: { code: 'legal-basis-known', field: 'number' },
  legal_basis_valid_range: { code: 'date-impossible', field: 'validTo' },
});

const Result = Type.Object({ legalBasisId: Type.String() });
const told = (act: string) => (_input: unknown, result: { legalBasisId: string }) => ({
  act,
  on: { kind: 'legal-basis', id: result.legalBasisId },
});

/** Adds a legal basis to the city's dated list; its text counts as not checked until somebody says it was. */
export const addLegalBasis = command({
  name: 'operations/add-legal-basis',
  summary: 'Add a legal basis to the list',
  may: lawKeepers,
  input: AddLegalBasis,
  result: Result,
  audit: told('legal-basis.added'),
  run: async (tx, _viewer, input) => {
    await checkBasis(tx, input);
    const legalBasisId = basisIdOf(input);
    await sql`
      insert into legal_bases (legal_basis_id, kind, number, year, title, dated, valid_from, valid_to, note)
      values (${legalBasisId}, ${input.kind}, ${input.number}, ${input.year}, ${input.title}, ${input.dated}, ${input.validFrom}, ${input.validTo}, ${input.note})`.execute(
      tx,
    );
    return { legalBasisId };
  },
});

/** Corrects a legal basis, or says that its text was checked; the old version stays in the history. */
export const correctLegalBasis = command({
  name: 'operations/correct-legal-basis',
  summary: 'Correct a legal basis of the list',
  may: lawKeepers,
  input: CorrectLegalBasis,
  result: Result,
  audit: told('legal-basis.corrected'),
  run: async (tx, _viewer, input) => {
    await checkBasis(tx, input);
    const done = await sql`
      update legal_bases
         set kind = ${input.kind}, number = ${input.number}, year = ${input.year}, title = ${input.title}, dated = ${input.dated},
             valid_from = ${input.validFrom}, valid_to = ${input.validTo}, note = ${input.note}, text_checked = ${input.textChecked}
       where city = (select app.city()) and legal_basis_id = ${input.legalBasisId}`.execute(tx);
    if (!done.numAffectedRows) throw problem('not-found');
    return { legalBasisId: input.legalBasisId };
  },
});

/** Ends a legal basis on a day: operations of later days can no longer name it, older ones keep it. */
export const retireLegalBasis = command({
  name: 'operations/retire-legal-basis',
  summary: 'End a legal basis on a day',
  may: lawKeepers,
  input: RetireLegalBasis,
  result: Result,
  audit: told('legal-basis.retired'),
  run: async (tx, _viewer, input) => {
    const done = await sql`
      update legal_bases set valid_to = ${input.validTo}
       where city = (select app.city()) and legal_basis_id = ${input.legalBasisId}`.execute(tx);
    if (!done.numAffectedRows) throw problem('not-found');
    return { legalBasisId: input.legalBasisId };
  },
});

async function checkBasis(tx: Tx, input: LegalBasisInput): Promise<void> {
  const [wrong] = await findInvalidCodes(
    tx,
    [{ list: 'legal_basis_kind', code: input.kind, field: 'kind' }],
    input.validFrom,
  );
  if (wrong) throw problem('code-not-valid', { field: wrong });
}
