import { sql } from 'kysely';
import { Type } from 'typebox';
import { isCaseWorker } from '#agencies/queries.ts';
import { rolesFor } from '#agencies/rules.ts';
import { ChangeStaffState, InviteMany, InviteStaff, IssueCode, MoveStaff } from '#agencies/schema.ts';
import { isAreaOfCity, numberSetting } from '#areas/queries.ts';
import { command } from '#platform/commands.ts';
import { constraintsOf, tiedTo } from '#platform/database/constraints.ts';
import type { Tx } from '#platform/database/transaction.ts';
import { problem, problemsOf } from '#platform/problems.ts';
import type { StaffRole } from '#platform/roles.ts';

problemsOf({
  'username-taken': { status: 409, id: 'Nama pengguna ini sudah dipakai.', en: 'This user name is taken.' },
  'role-not-at-agency': {
    status: 422,
    id: 'Peran ini tidak ada pada instansi tersebut.',
    en: 'That agency has no such role.',
  },
  'area-missing': { status: 422, id: 'Meja wilayah perlu wilayahnya.', en: 'An area desk needs its area.' },
  'area-not-for-role': {
    status: 422,
    id: 'Hanya meja wilayah yang punya wilayah. Kosongkan wilayahnya, atau pilih peran meja wilayah.',
    en: 'Only an area desk has an area. Leave it empty, or choose the role of an area desk.',
  },
  'agency-unknown': {
    status: 422,
    id: 'Instansi ini tidak dikenal atau sudah bubar.',
    en: 'This agency is unknown or dissolved.',
  },
  'work-not-handed-on': {
    status: 409,
    id: 'Masih ada {cases} kasus. Pilih rekan yang melanjutkannya.',
    en: '{cases} cases would be left behind. Choose the colleague who takes them over.',
  },
  'cannot-take-over': {
    status: 422,
    id: 'Orang ini tidak dapat melanjutkannya. Pilih pekerja sosial atau penyelia lain di instansi yang sama, yang akunnya aktif.',
    en: 'This person can’t take them over. Choose another social worker or supervisor of the same agency whose account is active.',
  },
  'not-oneself': {
    status: 422,
    id: 'Ini tidak dapat dilakukan pada akun sendiri.',
    en: 'This can’t be done to one’s own account.',
  },
});
constraintsOf({
  staff_username_taken: { code: 'username-taken', field: 'username' },
  staff_pkey: { code: 'command-id-reused', field: 'staffId' },
});

const administrator = ['administrator'] as const;
const StaffId = Type.Object({ staffId: Type.String() });

/** Makes an account that a one-time code will open. */
export const inviteStaff = command({
  name: 'people/invite',
  summary: 'Invite a person to a desk',
  may: administrator,
  input: InviteStaff,
  result: StaffId,
  audit: (input) => ({
    act: 'staff.invited',
    on: { kind: 'staff', id: input.staffId },
    detail: { role: input.role, agency: input.agencyCode },
  }),
  run: async (tx, _viewer, input) => {
    await addStaff(tx, input);
    return { staffId: input.staffId };
  },
});

/** Makes the accounts of a whole list, all or none. */
export const inviteMany = command({
  name: 'people/invite-many',
  summary: 'Invite the people of a spreadsheet',
  may: administrator,
  input: InviteMany,
  result: Type.Object({ invited: Type.Integer() }),
  audit: (input) =>
    input.people.map((it) => ({
      act: 'staff.invited',
      on: { kind: 'staff', id: it.staffId },
      detail: { role: it.role, agency: it.agencyCode },
    })),
  run: async (tx, _viewer, input) => {
    for (const [n, person] of input.people.entries()) await addStaff(tx, person, `people.${n}.`);
    return { invited: input.people.length };
  },
});

/** Moves a person to another desk: sessions end at once, and with them every standing of the old desk. */
export const moveStaff = command({
  name: 'people/move',
  summary: 'Move a person to another desk',
  may: administrator,
  input: MoveStaff,
  result: StaffId,
  audit: (input) => ({
    act: 'staff.moved',
    on: { kind: 'staff', id: input.staffId },
    detail: { role: input.role, agency: input.agencyCode },
  }),
  run: async (tx, viewer, input, sent) => {
    if (input.staffId === viewer.staffId) throw problem('not-oneself');
    await requireDesk(tx, input);
    await handOn(tx, input.staffId, input.handOnTo);
    await changeRow(
      tx,
      input.staffId,
      sent.basedOn,
      sql`agency_code = ${input.agencyCode}, role = ${input.role}, area_code = ${input.areaCode ?? null}`,
    );
    await sql`select app.end_sessions(${input.staffId})`.execute(tx);
    return { staffId: input.staffId };
  },
});

/** Suspends, ends or takes back a person; whoever stops working loses sessions at once; whoever ends loses every standing and hands cases on. */
export const changeStaffState = command({
  name: 'people/state',
  summary: 'Suspend, end or take back a person',
  may: administrator,
  input: ChangeStaffState,
  result: StaffId,
  audit: (input) => ({ act: `staff.${input.state}`, on: { kind: 'staff', id: input.staffId } }),
  run: async (tx, viewer, input, sent) => {
    if (input.staffId === viewer.staffId) throw problem('not-oneself');
    if (input.state === 'ended') await handOn(tx, input.staffId, input.handOnTo);
    await changeRow(tx, input.staffId, sent.basedOn, sql`state = ${input.state}, state_since = now()`);
    if (input.state !== 'active') await sql`select app.end_sessions(${input.staffId})`.execute(tx);
    return { staffId: input.staffId };
  },
});

/** Makes a one-time code that opens an account or resets a password; it is handed over face to face. */
export const issueCode = command({
  name: 'people/code',
  summary: 'Make a one-time code',
  may: administrator,
  input: IssueCode,
  result: Type.Object({ staffId: Type.String(), until: Type.String() }),
  audit: (input) => ({ act: 'staff.code-made', on: { kind: 'staff', id: input.staffId } }),
  run: async (tx, _viewer, input) => {
    const hours = await numberSetting(tx, 'oneTimeCodeHours');
    const found = await sql<{ until: Date }>`
      select app.issue_code(${input.staffId}, decode(${input.codeHash}, 'hex'),
        case when (select state from staff where city = (select app.city()) and staff_id = ${input.staffId}) = 'invited' then 'open-account' else 'reset-password' end,
        ${hours}) as until`.execute(tx);
    return { staffId: input.staffId, until: found.rows[0]?.until.toISOString() ?? '' };
  },
});

type Desk = { readonly agencyCode: string; readonly role: StaffRole; readonly areaCode?: string | null };
type Invited = Desk & { readonly staffId: string; readonly username: string; readonly name: string };

async function addStaff(tx: Tx, it: Invited, where = ''): Promise<void> {
  await requireDesk(tx, it, where);
  const added = sql`
    insert into staff (staff_id, username, name, agency_code, role, area_code)
    values (${it.staffId}, ${it.username}, ${it.name}, ${it.agencyCode}, ${it.role}, ${it.areaCode ?? null})`.execute(
    tx,
  );
  await tiedTo(added, (field) => `${where}${field}`);
}

async function requireDesk(tx: Tx, desk: Desk, where = ''): Promise<void> {
  const found = await sql<{ kind: string }>`
    select kind from agencies where city = (select app.city()) and agency_code = ${desk.agencyCode} and valid_to is null`.execute(
    tx,
  );
  const kind = found.rows[0]?.kind;
  if (!kind) throw problem('agency-unknown', { field: `${where}agencyCode` });
  if (!rolesFor(kind).includes(desk.role)) throw problem('role-not-at-agency', { field: `${where}role` });
  if (desk.role === 'area_desk' && !desk.areaCode)
    throw problem('area-missing', { field: `${where}areaCode` });
  if (desk.role !== 'area_desk' && desk.areaCode)
    throw problem('area-not-for-role', { field: `${where}areaCode` });
  if (desk.areaCode && !(await isAreaOfCity(tx, desk.areaCode)))
    throw problem('area-of-another-city', { field: `${where}areaCode` });
}

async function handOn(tx: Tx, from: string, to: string | undefined): Promise<void> {
  const found = await sql<{ cases: number }>`select cases from app.open_work(${from})`.execute(tx);
  const cases = found.rows[0]?.cases ?? 0;
  if (cases > 0 && !to) throw problem('work-not-handed-on', { field: 'handOnTo', cases });
  if (!to) return;
  const leaver = await sql<{ agency: string }>`
    select agency_code as agency from staff where city = (select app.city()) and staff_id = ${from}`.execute(
    tx,
  );
  if (to === from || !(await isCaseWorker(tx, to, leaver.rows[0]?.agency ?? '')))
    throw problem('cannot-take-over', { field: 'handOnTo' });
  await sql`select app.hand_on_work(${from}, ${to})`.execute(tx);
}

async function changeRow(
  tx: Tx,
  staffId: string,
  basedOn: string | number | null,
  change: ReturnType<typeof sql>,
): Promise<void> {
  const changed = await sql`
    update staff set ${change}, version = version + 1
     where city = (select app.city()) and staff_id = ${staffId} and version = coalesce(${basedOn === null ? null : Number(basedOn)}::int, version)`.execute(
    tx,
  );
  if (changed.numAffectedRows === 1n) return;
  const there =
    await sql`select 1 from staff where city = (select app.city()) and staff_id = ${staffId}`.execute(tx);
  throw problem(there.rows.length > 0 ? 'changed-meanwhile' : 'not-found');
}
