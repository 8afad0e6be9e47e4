import { type Static, Type } from 'typebox';
import { exportKinds } from '#meetings/rules/documents.ts';
import { NamedExport } from '#meetings/schema/documents.ts';
import { Line, OneOf, Reason, Uuid } from '#platform/schemas.ts';

export const ExportList = Type.Object({ items: Type.Array(NamedExport) });
export type ExportList = Static<typeof ExportList>;

export const AskExport = Type.Object(
  { exportId: Uuid, meetingId: Uuid, kind: OneOf(exportKinds), purpose: Line(300, 3) },
  { additionalProperties: false },
);
export const AllowExport = Type.Object({ exportId: Uuid }, { additionalProperties: false });
export const RefuseExport = Type.Object(
  { exportId: Uuid, reason: Reason() },
  { additionalProperties: false },
);
export const ExportResult = Type.Object({
  exportId: Uuid,
  state: OneOf(['asked', 'queued', 'refused'] as const),
  names: Type.Integer(),
});
export type ExportResult = Static<typeof ExportResult>;
