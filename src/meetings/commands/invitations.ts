import '#meetings/commands/document-problems.ts';
import { sql } from 'kysely';
import { callers } from '#meetings/access.ts';
import { takeMeeting } from '#meetings/commands/take.ts';
import { tellInvited } from '#meetings/commands/tell.ts';
import { invitationHash, invitationToken } from '#meetings/links.ts';
import type { TiedMeeting } from '#meetings/queries/meetings.ts';
import { invitationRules, mostInvited } from '#meetings/rules/invitations.ts';
import {
  InvitationResult,
  InviteAgencies,
  InviteByRule,
  InvitedResult,
  InvitePerson,
  WithdrawInvitation,
} from '#meetings/schema/invitations.ts';
import { MeetingAct, MeetingResult } from '#meetings/schema/meetings.ts';
import { cityDate } from '#platform/calendar.ts';
import { command } from '#platform/commands.ts';
import { constraintsOf } from '#platform/database/constraints.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { problem, problemsOf } from '#platform/problems.ts';
import { uuidv7 } from '#platform/uuid.ts';
import type { World } from '#platform/world.ts';

problemsOf({
  'agency-not-standing': {
    status: 422,
    id: 'Instansi ini sudah dibubarkan atau tidak ada pada hari rapat: {agencies}.',
    en: 'This agency is dissolved or does not exist on the day of the meeting: {agencies}.',
  },
  'already-invited': {
    status: 409,
    id: 'Orang ini sudah diundang ke rapat ini.',
    en: 'This person is invited to this meeting already.',
  },
  'too-many-invited': {
    status: 422,
    id: 'Satu rapat mengundang paling banyak {most}.',
    en: 'One meeting invites at most {most}.',
  },
  'invitation-fulfilled': {
    status: 409,
    id: 'Undangan ini sudah dihadiri; tidak dapat ditarik.',
    en: 'Somebody came for this invitation already; it cannot be taken back.',
  },
});
constraintsOf({
  invitations_pkey: { code: 'command-id-reused', field: 'invitationId' },
  invitation_once: { code: 'already-invited', field: 'name' },
});

const onMeeting = (meetingId: string) => ({ kind: 'meeting', id: meetingId });

/** Invites an office at every agency of some kinds that stands on the day of the meeting; whoever is invited stays so once. */
export const inviteByRule = command({
  name: 'meetings/invite-by-rule',
  summary: 'Invite an office at every agency of a kind',
  may: callers,
  input: InviteByRule,
  result: InvitedResult,
  audit: (input, result) => ({
    act: 'meeting.invited',
    on: onMeeting(input.meetingId),
    detail: { rule: input.rule, added: result.added },
  }),
  run: async (tx, viewer, input, { world }) => {
    const meeting = await takeMeeting(tx, viewer, input.meetingId, { ability: 'invite' });
    const { kinds } = invitationRules[input.rule];
    const found = await sql<{ agency_code: string }>`
      select agency_code from agencies a
       where a.city = (select app.city()) and a.kind = any (${kinds}::text[]) and ${standing(meeting, viewer)}
       order by a.agency_code`.execute(tx);
    const agencies = found.rows.map((row) => row.agency_code).filter((code) => code !== viewer.agencyCode);
    return addOffices(tx, viewer, { ...input, agencies, meeting, world });
  },
});

/** Invites an office at agencies that are named. */
export const inviteAgencies = command({
  name: 'meetings/invite-agencies',
  summary: 'Invite an office at agencies that are named',
  may: callers,
  input: InviteAgencies,
  result: InvitedResult,
  audit: (input, result) => ({
    act: 'meeting.invited',
    on: onMeeting(input.meetingId),
    detail: { rule: 'NAMED', added: result.added },
  }),
  run: async (tx, viewer, input, { world }) => {
    const meeting = await takeMeeting(tx, viewer, input.meetingId, { ability: 'invite' });
    const found = await sql<{ code: string; name: string }>`
      select w.code, coalesce((select case when ${viewer.locale} = 'id' then g.name_id else g.name_en end from agencies g
               where g.city = (select app.city()) and g.agency_code = w.code), w.code) as name
        from unnest(${input.agencies}::text[]) as w (code)
       where not exists (select 1 from agencies a where a.city = (select app.city()) and a.agency_code = w.code and ${standing(meeting, viewer)})`.execute(
      tx,
    );
    if (found.rows.length > 0)
      throw problem('agency-not-standing', {
        field: 'agencies',
        agencies: found.rows.map((row) => row.name).join(', '),
      });
    return addOffices(tx, viewer, { ...input, rule: 'NAMED', meeting, world });
  },
});

/** Invites somebody of no agency here, by name. */
export const invitePerson = command({
  name: 'meetings/invite-person',
  summary: 'Invite a person of no agency of the city',
  may: callers,
  input: InvitePerson,
  result: InvitationResult,
  audit: (input) => ({ act: 'meeting.invited', on: onMeeting(input.meetingId), detail: { rule: 'PERSON' } }),
  run: async (tx, viewer, input, { world }) => {
    const { meetingId, invitationId, name, office, email } = input;
    await takeMeeting(tx, viewer, meetingId, { ability: 'invite' });
    const first = await firstNumber(tx, meetingId, 1);
    const known = await sql`
      select 1 from invitations
       where city = (select app.city()) and meeting_id = ${meetingId} and agency_code is null and withdrawn_at is null
         and lower(name) = lower(${name}) and lower(office) = lower(${office})`.execute(tx);
    if (known.rows.length > 0) throw problem('already-invited', { field: 'name' });
    await sql`
      insert into invitations (meeting_id, invitation_id, number, rule, office, name, email, reply_hash)
      values (${meetingId}, ${invitationId}, ${first}, 'PERSON', ${office}, ${name}, ${email}, ${hashFor(world, invitationId)})`.execute(
      tx,
    );
    return { meetingId, invitationId };
  },
});

/** Takes an invitation back; its link says so from now on. */
export const withdrawInvitation = command({
  name: 'meetings/withdraw-invitation',
  summary: 'Take an invitation back',
  may: callers,
  input: WithdrawInvitation,
  result: InvitationResult,
  audit: (input) => ({
    act: 'meeting.invitation-withdrawn',
    on: onMeeting(input.meetingId),
    detail: { invitation: input.invitationId },
  }),
  run: async (tx, viewer, { meetingId, invitationId }, sent) => {
    await takeMeeting(tx, viewer, meetingId, { ability: 'invite' });
    const came = await sql`
      select 1 from attendance_for where city = (select app.city()) and invitation_id = ${invitationId}`.execute(
      tx,
    );
    if (came.rows.length > 0) throw problem('invitation-fulfilled');
    const done = await sql`
      update invitations set withdrawn_at = coalesce(withdrawn_at, ${sent.world.now()})
       where city = (select app.city()) and meeting_id = ${meetingId} and invitation_id = ${invitationId}`.execute(
      tx,
    );
    if (!done.numAffectedRows) throw problem('not-found');
    return { meetingId, invitationId };
  },
});

/** Sends the invitations out: the agencies see the meeting, and every link can be answered. */
export const issueInvitations = command({
  name: 'meetings/issue-invitations',
  summary: 'Send the invitations of a meeting out',
  may: callers,
  input: MeetingAct,
  result: MeetingResult,
  audit: (input) => ({ act: 'meeting.invitations-issued', on: onMeeting(input.meetingId) }),
  run: async (tx, viewer, { meetingId }, { world }) => {
    const { state, version, startsAt } = await takeMeeting(tx, viewer, meetingId, { ability: 'invite' });
    const asked = await sql`
      select 1 from invitations where city = (select app.city()) and meeting_id = ${meetingId} and withdrawn_at is null limit 1`.execute(
      tx,
    );
    if (asked.rows.length === 0) throw problem('nobody-invited');
    if (state === 'invited') return { meetingId, state, version };
    const done = await sql`
      update meetings set state = 'invited', version = version + 1
       where city = (select app.city()) and meeting_id = ${meetingId} and version = ${version}`.execute(tx);
    if (!done.numAffectedRows) throw problem('changed-meanwhile');
    await tellInvited(tx, viewer, { kind: 'meeting_invited', meetingId, startsAt, at: world.now() });
    return { meetingId, state: 'invited' as const, version: version + 1 };
  },
});

function standing(meeting: TiedMeeting, viewer: Viewer) {
  const day = cityDate(meeting.startsAt, viewer.city.timeZone);
  return sql`a.valid_from <= ${day}::date and (a.valid_to is null or a.valid_to >= ${day}::date)`;
}

function hashFor(world: World, invitationId: string): Buffer {
  return invitationHash(invitationToken(world.keys, invitationId));
}

// Whoever adds at the same time waits here, so that two never get one number.
async function firstNumber(tx: Tx, meetingId: string, wanted: number): Promise<number> {
  await sql`select 1 from meetings where city = (select app.city()) and meeting_id = ${meetingId} for update`.execute(
    tx,
  );
  const found = await sql<{ last: number }>`
    select coalesce(max(number), 0)::int as last from invitations
     where city = (select app.city()) and meeting_id = ${meetingId}`.execute(tx);
  const last = found.rows[0]?.last ?? 0;
  if (last + wanted > mostInvited) throw problem('too-many-invited', { most: mostInvited });
  return last + 1;
}

type Offices = {
  readonly meetingId: string;
  readonly rule: string;
  readonly office: string;
  readonly agencies: readonly string[];
  readonly meeting: TiedMeeting;
  readonly world: World;
};

async function addOffices(tx: Tx, viewer: Viewer, offices: Offices) {
  const { meetingId, rule, office, agencies, meeting, world } = offices;
  const known = await sql<{ agency_code: string }>`
    select agency_code from invitations
     where city = (select app.city()) and meeting_id = ${meetingId} and agency_code = any (${agencies}::text[])
       and lower(office) = lower(${office}) and name = '' and withdrawn_at is null`.execute(tx);
  const already = new Set(known.rows.map((row) => row.agency_code));
  const rows = agencies
    .filter((code) => !already.has(code))
    .map((code) => ({ code, id: uuidv7(world.now().getTime()) }));
  const first = await firstNumber(tx, meetingId, rows.length);
  await sql`
    insert into invitations (meeting_id, invitation_id, number, rule, agency_code, area_code, office, reply_hash)
    select ${meetingId}, w.id, ${first} + w.no::int - 1, ${rule}, w.code, a.area_code, ${office}, w.hash
      from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.code)}::text[],
                  ${rows.map((row) => hashFor(world, row.id))}::bytea[]) with ordinality as w (id, code, hash, no)
      join agencies a on a.city = (select app.city()) and a.agency_code = w.code`.execute(tx);
  if (meeting.state === 'invited')
    await tellInvited(tx, viewer, {
      kind: 'meeting_invited',
      meetingId,
      startsAt: meeting.startsAt,
      at: world.now(),
    });
  return { meetingId, added: rows.length, already: already.size };
}
