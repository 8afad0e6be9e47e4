import { needsMoreWords } from '#areas/rules.ts';
import { goesWithSomeone, kinshipOf, receivingOf } from '#custody/rules/receivers.ts';
import type { CustodyRecord } from '#custody/schema/reads.ts';
import { agenciesFitting, facilityWordsIf } from '#web/custody/fitting.ts';
import { type KeptRow, keptProblem, keptRows } from '#web/custody/kept-rows.ts';
import { textOf } from '#web/persons/filled.ts';
import type { Lists } from '#web/platform/lists.ts';
import type { Signature } from '#web/ui/signature-pad.tsx';
import { required } from '#web/ui/use-form.ts';

/** The form of a hand-over as it stands on screen. */
export type Values = {
  endKind: string;
  agencyCode: string;
  facility: string;
  receiverStaffId: string;
  receiverName: string;
  receiverRelation: string;
  statementLetter: boolean;
  facilityReason: string;
  facilityNote: string;
  policeReference: string;
  condition: string;
  at: string;
  basis: string;
  holdReason: string;
  holdNote: string;
  supervisorReason: string;
  returned: string[];
  belongings: KeptRow[];
  giverSignature: Signature | undefined;
  receiverSignature: Signature | undefined;
};

export const nothing: Values = {
  endKind: '',
  agencyCode: '',
  facility: '',
  receiverStaffId: '',
  receiverName: '',
  receiverRelation: '',
  statementLetter: true,
  facilityReason: '',
  facilityNote: '',
  policeReference: '',
  condition: '',
  at: '',
  basis: 'OPERATION',
  holdReason: '',
  holdNote: '',
  supervisorReason: '',
  returned: [],
  belongings: [],
  giverSignature: undefined,
  receiverSignature: undefined,
};

type Words = Pick<Lists, 'code' | 'codes'>;
type Facts = { record: { held: Pick<CustodyRecord['held'], 'ageClass' | 'hold'> }; words: Words };

/** What the chosen end asks for: who receives, and which words it needs. */
export function asksOf(values: Pick<Values, 'endKind' | 'receiverStaffId'>, { record, words }: Facts) {
  const end = words.code('custody_end', values.endKind);
  const extra = end?.extra ?? {};
  const receiving = receivingOf(extra);
  const adult = record.held.ageClass === 'ADULT';
  const toAgency = receiving === 'agency';
  return {
    receiving,
    /** The kind of custodian it goes to. */
    to: toAgency ? String(extra.to) : null,
    /** A person whose name is written down, as nobody was chosen from the staff. */
    named: receiving === 'person' || (toAgency && !values.receiverStaffId),
    /** The relation is one of the list of kin. */
    kin: extra.receiver === 'kin',
    relationNeeded: extra.receiver === 'kin' || (receiving === 'person' && !adult),
    facilityReason: Boolean(extra.asksReasonWithoutOffence) && !adult,
    statementLetter: Boolean(extra.statementLetter),
  };
}

/** Of what sort the other side is: a mother's name and signature are no hospital's. */
export function receiverOf({ receiving, kin }: ReturnType<typeof asksOf>): string {
  return kin ? 'kin' : receiving;
}

/** Whether a child goes with a private person by what is on screen, so that whom it fears has to be asked before. */
export function isGated(values: Values, facts: Facts): boolean {
  const { receiving, named } = asksOf(values, facts);
  const kin = facts.words.codes('kin_relation');
  const kinship = named ? kinshipOf(values.receiverRelation, kin) : null;
  return facts.record.held.ageClass !== 'ADULT' && goesWithSomeone(receiving, kinship);
}

/** The form once another end is chosen: what was said of the one before stays only where it is asked in the same way. */
export function withEnd(
  values: Values,
  endKind: string,
  facts: Facts & { agencies: Parameters<typeof agenciesFitting>[0] },
): Values {
  const before = asksOf(values, facts);
  const now = asksOf({ endKind, receiverStaffId: '' }, facts);
  const fitting = now.to ? agenciesFitting(facts.agencies, facts.words, now.to) : [];
  const fits = fitting.some((it) => it.agencyCode === values.agencyCode);
  const sameReceiver = receiverOf(before) === receiverOf(now);
  return {
    ...withAgency(values, fits ? values.agencyCode : ''),
    endKind,
    ...(sameReceiver ? {} : { receiverName: '', receiverRelation: '', receiverSignature: undefined }),
    ...facilityWordsIf(now.facilityReason, values),
  };
}

/** The form once another agency is chosen: whoever was to receive there works elsewhere. */
export function withAgency(values: Values, agencyCode: string): Values {
  const same = agencyCode === values.agencyCode;
  return { ...values, agencyCode, receiverStaffId: same ? values.receiverStaffId : '' };
}

/** What is missing before it can be sent. */
export function check(values: Values, facts: Facts) {
  const { to, named, relationNeeded } = asksOf(values, facts);
  const reasons = facts.words.code('hold_reason', values.holdReason)?.extra;
  return {
    ...required(values, ['endKind', 'condition', 'at', 'basis']),
    ...(to ? required(values, ['agencyCode']) : {}),
    ...(named && !(values.receiverSignature?.kind === 'typed') ? required(values, ['receiverName']) : {}),
    ...(relationNeeded ? required(values, ['receiverRelation']) : {}),
    ...(facts.record.held.hold?.reasonDue ? required(values, ['holdReason']) : {}),
    ...(needsMoreWords(reasons, values.holdNote) ? required(values, ['holdNote']) : {}),
    belongings: keptProblem(values.belongings),
  };
}

const drawn = (it: Signature | undefined) => (it?.kind === 'drawn' ? it.png : undefined);
const typed = (it: Signature | undefined) => (it?.kind === 'typed' ? it.name : undefined);

/** What is sent: fields that are not asked are left out, as the server refuses what it does not expect. */
export function inputOf(values: Values, it: Facts & { toCustodyId: string }) {
  const asks = asksOf(values, it);
  const asked = facilityWordsIf(asks.facilityReason, values);
  const some = (text: string) => text.trim() || undefined;
  return {
    endKind: values.endKind,
    condition: values.condition,
    basis: values.basis,
    at: values.at,
    returned: values.returned,
    belongings: keptRows(values.belongings),
    statementLetter: asks.statementLetter && values.statementLetter,
    ...(asks.to
      ? {
          toCustodyId: it.toCustodyId,
          agencyCode: values.agencyCode,
          facility: values.facility,
          ...textOf('receiverStaffId', values.receiverStaffId),
        }
      : {}),
    ...(asks.receiving === 'nobody'
      ? {}
      : {
          // A member of the staff who signs by typing the name is named by it as well.
          receiverName: (asks.named && some(values.receiverName)) || typed(values.receiverSignature),
          receiverSignature: drawn(values.receiverSignature),
        }),
    ...(asks.named ? textOf('receiverRelation', values.receiverRelation) : {}),
    giverName: typed(values.giverSignature),
    giverSignature: drawn(values.giverSignature),
    ...textOf('facilityReason', asked.facilityReason),
    ...(asked.facilityReason ? textOf('facilityNote', asked.facilityNote) : {}),
    ...textOf('policeReference', asked.policeReference),
    ...textOf('holdReason', values.holdReason),
    ...textOf('holdNote', values.holdNote),
    ...(isGated(values, it) ? textOf('supervisorReason', values.supervisorReason) : {}),
  };
}
