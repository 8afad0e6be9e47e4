import { sql } from 'kysely';
import { Type } from 'typebox';
import { listAgencies } from '#agencies/queries.ts';
import { AddDuty, EndDuty, SetDutyPhone } from '#agencies/schema.ts';
import { cityDate } from '#platform/calendar.ts';
import { command } from '#platform/commands.ts';
import { constraintsOf } from '#platform/database/constraints.ts';
import { problem, problemsOf } from '#platform/problems.ts';

problemsOf({
  'duty-already-held': {
    status: 409,
    id: 'Instansi ini sudah memegang tugas itu pada masa tersebut.',
    en: 'This agency already has that duty in that time.',
  },
  'duty-ends-before-it-began': {
    status: 422,
    id: 'Tanggal berakhir tidak boleh sebelum tanggal mulai.',
    en: 'A duty can not end before it began.',
  },
  'legal-basis-unknown': {
    status: 422,
    id: 'Dasar hukum ini tidak ada dalam daftar kota.',
    en: 'This legal basis is not in the city’s list.',
  },
});
constraintsOf({
  duties_pkey: { code: 'command-id-reused', field: 'dutyId' },
  duty_once: { code: 'duty-already-held', field: 'agencyCode' },
  duty_valid_range: { code: 'duty-ends-before-it-began', field: 'validTo' },
  duties_city_legal_basis_id_fkey: { code: 'legal-basis-unknown', field: 'legalBasisId' },
});

const cityOffice = ['coordinator', 'administrator'] as const;
const DutyId = Type.Object({ dutyId: Type.String() });

/** Gives an agency a duty from a day on; from then referrals for it may go there. */
export const addDuty = command({
  name: 'agencies/add-duty',
  summary: 'Give an agency a duty',
  may: cityOffice,
  input: AddDuty,
  result: DutyId,
  audit: (input) => ({
    act: 'duty.added',
    on: { kind: 'duty', id: input.dutyId },
    detail: { agency: input.agencyCode, duty: input.dutyCode, from: input.validFrom },
  }),
  run: async (tx, viewer, input, sent) => {
    const today = cityDate(sent.world.now(), viewer.city.timeZone);
    await sql`select app.check_code('duty', ${input.dutyCode}, ${today})`.execute(tx);
    const agencies = await listAgencies(tx, today);
    if (!agencies.some((it) => it.agencyCode === input.agencyCode))
      throw problem('agency-unknown', { field: 'agencyCode' });
    await sql`
      insert into duties (duty_id, agency_code, duty_code, legal_basis_id, is_default, valid_from)
      values (${input.dutyId}, ${input.agencyCode}, ${input.dutyCode}, ${input.legalBasisId ?? null}, false, ${input.validFrom})`.execute(
      tx,
    );
    return { dutyId: input.dutyId };
  },
});

/** Ends a duty after a day. Referrals already sent by it stay. */
export const endDuty = command({
  name: 'agencies/end-duty',
  summary: 'End a duty of an agency',
  may: cityOffice,
  input: EndDuty,
  result: DutyId,
  audit: (input) => ({
    act: 'duty.ended',
    on: { kind: 'duty', id: input.dutyId },
    detail: { until: input.validTo },
  }),
  run: async (tx, _viewer, input) => {
    const ended = await sql`
      update duties set valid_to = ${input.validTo}, is_default = false
       where city = (select app.city()) and duty_id = ${input.dutyId}`.execute(tx);
    if (ended.numAffectedRows === 0n) throw problem('not-found');
    return { dutyId: input.dutyId };
  },
});

/** Says which number reaches the duty desk of an agency from now on; what it was before stays on record. */
export const setDutyPhone = command({
  name: 'agencies/set-duty-phone',
  summary: 'Set the telephone of an agency’s duty desk',
  may: ['administrator'],
  input: SetDutyPhone,
  result: Type.Object({ agencyCode: Type.String() }),
  audit: (input) => ({ act: 'duty-phone.set', on: { kind: 'agency', id: input.agencyCode } }),
  run: async (tx, viewer, input, sent) => {
    const agencies = await listAgencies(tx, cityDate(sent.world.now(), viewer.city.timeZone));
    if (!agencies.some((it) => it.agencyCode === input.agencyCode))
      throw problem('agency-unknown', { field: 'agencyCode' });
    await sql`insert into duty_phones (agency_code, phone) values (${input.agencyCode}, ${input.phone})`.execute(
      tx,
    );
    return { agencyCode: input.agencyCode };
  },
});
