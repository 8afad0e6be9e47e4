import { sql } from 'kysely';
import { keepSetting } from '#areas/commands.ts';
import { farthestDays } from '#areas/rules/settings.ts';
import { addDays, cityDate } from '#platform/calendar.ts';
import { command } from '#platform/commands.ts';
import { listHold } from '#platform/keys/holds.ts';
import { problem, problemsOf } from '#platform/problems.ts';
import { retentionRules } from '#retention/rules.ts';
import { HeldPerson, LiftHold, SetHold, SetTerm, TermSet } from '#retention/schema.ts';

problemsOf({
  'term-out-of-bounds': {
    status: 422,
    id: 'Masa simpan ini di luar batas: antara {least} dan {most} bulan.',
    en: 'This period is out of bounds: between {least} and {most} months.',
  },
  'term-not-to-come': {
    status: 422,
    id: 'Masa simpan baru berlaku paling cepat mulai besok, dan paling lambat dalam lima tahun.',
    en: 'A new period takes effect tomorrow at the earliest, and within five years.',
  },
  'hold-case-unknown': {
    status: 422,
    id: 'Nomor kasus ini tidak ada di kota ini.',
    en: 'There is no case of this number in this city.',
  },
  'hold-stands': {
    status: 409,
    id: 'Kasus ini sudah ditahan.',
    en: 'This case is held already.',
  },
});

const officer = ['data_protection_officer'] as const;

/** Holds everything of one child back from retention: a court, an inspection or the family needs it. */
export const setHold = command({
  name: 'retention/hold',
  summary: 'Hold a case back from retention',
  may: officer,
  input: SetHold,
  result: HeldPerson,
  audit: (_input, result) => ({
    act: 'retention.held',
    on: { kind: 'person', id: result.personId },
    persons: [result.personId],
  }),
  run: async (tx, viewer, input, sent) => {
    const reference = input.reference;
    const found = await sql<{
      person: string | null;
    }>`select app.person_to_hold(${reference}) as person`.execute(tx);
    const personId = found.rows[0]?.person;
    if (!personId) throw problem('hold-case-unknown', { field: 'reference' });
    const stands = await sql`
      select 1 from legal_holds
       where city = (select app.city()) and person_id = ${personId} and lifted_at is null`.execute(tx);
    if (stands.rows.length > 0) throw problem('hold-stands', { field: 'reference' });
    const at = sent.world.now();
    await sql`
      insert into legal_holds (person_id, reason, reference, set_at)
      values (${personId}, ${input.reason}, ${reference}, ${at})`.execute(tx);
    listHold(sent.world.keys, {
      city: viewer.city.code,
      person: personId,
      hold: 'set',
      at: at.toISOString(),
      by: viewer.staffId,
      reference,
    });
    return { personId };
  },
});

/** Lifts a legal hold; the rules apply again from the next night. */
export const liftHold = command({
  name: 'retention/lift',
  summary: 'Lift a legal hold',
  may: officer,
  input: LiftHold,
  result: HeldPerson,
  audit: (input) => ({
    act: 'retention.lifted',
    on: { kind: 'person', id: input.personId },
    persons: [input.personId],
  }),
  run: async (tx, viewer, input, sent) => {
    const at = sent.world.now();
    const changed = await sql`
      update legal_holds
         set lifted_at = ${at}, lifted_by = (select app.viewer_staff()), lifted_reason = ${input.reason}
       where city = (select app.city()) and person_id = ${input.personId} and lifted_at is null`.execute(tx);
    if (!changed.numAffectedRows) throw problem('not-found');
    const { personId } = input;
    sent.whenCommitted(() =>
      listHold(sent.world.keys, {
        city: viewer.city.code,
        person: personId,
        hold: 'lifted',
        at: at.toISOString(),
        by: viewer.staffId,
        reference: '',
      }),
    );
    return { personId };
  },
});

/** Sets how long something is kept, from a day to come: what is past its time by then is erased in that night. */
export const setTerm = command({
  name: 'retention/set-term',
  summary: 'Set a retention period from a day on',
  may: ['data_protection_officer', 'administrator'],
  input: SetTerm,
  result: TermSet,
  audit: (input, result) => ({
    act: 'retention.term-set',
    on: { kind: 'retention_rule', id: input.rule },
    detail: { ...result },
  }),
  run: async (tx, viewer, input, sent) => {
    const { rule, months, validFrom } = input;
    const bounds = retentionRules.find((it) => it.rule === rule);
    if (!bounds) throw problem('input-invalid', { field: 'rule' });
    const { setting, least, most } = bounds;
    if (months < least || months > most)
      throw problem('term-out-of-bounds', { field: 'months', least, most });
    const today = cityDate(sent.world.now(), viewer.city.timeZone);
    if (validFrom <= today || validFrom > addDays(today, farthestDays))
      throw problem('term-not-to-come', { field: 'validFrom' });
    await keepSetting(tx, { setting, value: months, validFrom, basis: input.basis });
    return { rule, months, validFrom };
  },
});
