import type { Awaiting } from '#custody/schema/reads.ts';
import { agenciesFitting, agencyKindsOf, facilityWordsIf } from '#web/custody/fitting.ts';
import { type KeptRow, keptRows } from '#web/custody/kept-rows.ts';
import { textOf } from '#web/persons/filled.ts';
import type { Lists } from '#web/platform/lists.ts';

/** The form of a take-in as it stands on screen. */
export type Values = {
  personId: string;
  custodianKind: string;
  agencyCode: string;
  facility: string;
  basis: string;
  at: string;
  facilityReason: string;
  facilityNote: string;
  policeReference: string;
  belongings: KeptRow[];
};

type Agencies = Parameters<typeof agenciesFitting>[0];

/** Whether such a custodian is one for whom a reason is asked where no offence is. */
export function asksReason(words: Pick<Lists, 'code'>, custodianKind: string): boolean {
  return Boolean(words.code('custodian_kind', custodianKind)?.extra.asksReasonWithoutOffence);
}

/** The form once another kind of custodian is chosen: the agency stays only where it can be one. */
export function withKind(
  values: Values,
  custodianKind: string,
  { words, agencies }: { words: Pick<Lists, 'code'>; agencies: Agencies },
): Values {
  const fits = agenciesFitting(agencies, words, custodianKind).some(
    (it) => it.agencyCode === values.agencyCode,
  );
  return {
    ...values,
    custodianKind,
    agencyCode: fits ? values.agencyCode : '',
    ...facilityWordsIf(asksReason(words, custodianKind), values),
  };
}

/** The input of custody/take-in, but for its id: what is not asked of such a custodian is left out. */
export function inputOf(values: Values, words: Pick<Lists, 'code'>, items: readonly Awaiting[]) {
  const { personId, custodianKind, facility, basis, at } = values;
  const asked = facilityWordsIf(asksReason(words, custodianKind), values);
  return {
    personId,
    custodianKind,
    facility,
    basis,
    at,
    encounterId: items.find((it) => it.person.personId === personId)?.encounterId,
    ...(agencyKindsOf(words, custodianKind).length > 0 ? textOf('agencyCode', values.agencyCode) : {}),
    ...(asked.facilityReason
      ? { facilityReason: asked.facilityReason, facilityNote: asked.facilityNote }
      : {}),
    ...textOf('policeReference', asked.policeReference),
    belongings: keptRows(values.belongings),
  };
}
