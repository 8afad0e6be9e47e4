import { sql } from 'kysely';
import { Type } from 'typebox';
import { command } from '#platform/commands.ts';
import { staffRoles } from '#platform/roles.ts';
import { OneOf } from '#platform/schemas.ts';

/** Chooses the language in which one is spoken to, on every device. */
export const chooseLocale = command({
  name: 'session/locale',
  summary: 'Choose one’s own language',
  may: staffRoles,
  input: Type.Object({ locale: OneOf(['id', 'en'] as const) }, { additionalProperties: false }),
  result: Type.Object({ locale: OneOf(['id', 'en'] as const) }),
  audit: (input, _result, viewer) => ({
    act: 'staff.locale-chosen',
    on: { kind: 'staff', id: viewer.staffId },
    detail: { locale: input.locale },
  }),
  run: async (tx, _viewer, input) => {
    await sql`select app.set_my_locale(${input.locale})`.execute(tx);
    return { locale: input.locale };
  },
});
