import { type CustodianKind, CustodianTag } from '#web/ui/custodian-tag.tsx';

const looks: Record<string, CustodianKind> = {
  FIELD_TEAM: 'team',
  ENFORCEMENT: 'satpol',
  SOCIAL_SERVICE: 'dinsos',
  SHELTER: 'shelter',
  CHILD_CARE_INSTITUTION: 'lksa',
  SOCIAL_REHAB_FACILITY: 'lksa',
  PROVINCIAL_HOME: 'lksa',
  HOSPITAL: 'health',
};

/** The colour and code of a custodian by its kind in the city's list; a kind the city added looks like "other". */
export function custodianLook(kindCode: string): CustodianKind {
  return looks[kindCode] ?? 'other';
}

/** Who is responsible for a child, by the kind's code and the words for it. */
export function CustodianOf({ kindCode, label }: { kindCode: string; label: string }) {
  return <CustodianTag kind={custodianLook(kindCode)} label={label} />;
}
