import { type Static, Type } from 'typebox';
import { staffRoles } from '#platform/roles.ts';
import { Code, Nullable, OneOf, Uuid } from '#platform/schemas.ts';

export const StaffRole = OneOf(staffRoles);

export const Agency = Type.Object({
  agencyCode: Code,
  nameId: Type.String(),
  nameEn: Type.String(),
  kind: Type.String(),
  areaCode: Nullable(Type.String()),
});
export type Agency = Static<typeof Agency>;

export const StaffMember = Type.Object({
  staffId: Uuid,
  name: Type.String(),
  agencyCode: Code,
  role: StaffRole,
  areaCode: Nullable(Type.String()),
  state: Type.String(),
});
export type StaffMember = Static<typeof StaffMember>;

export const SignIn = Type.Union([
  Type.Object(
    {
      username: Type.String({ minLength: 1, maxLength: 60 }),
      password: Type.String({ minLength: 1, maxLength: 200 }),
    },
    { additionalProperties: false },
  ),
  Type.Object({ cast: Type.String({ minLength: 1, maxLength: 60 }) }, { additionalProperties: false }),
]);
export type SignIn = Static<typeof SignIn>;
