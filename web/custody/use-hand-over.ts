import { useState } from 'react';
import { useLocation } from 'wouter';
import { needsMoreWords } from '#areas/rules.ts';
import { messages } from '#custody/messages.ts';
import { receivingOf } from '#custody/rules/receivers.ts';
import type { CustodyRecord } from '#custody/schema/reads.ts';
import type { Stated } from '#custody/schema.ts';
import { type KeptRow, keptProblem, keptRows } from '#web/custody/kept-rows.ts';
import { asProblem, command, ProblemError } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { newId } from '#web/platform/ids.ts';
import type { Lists } from '#web/platform/lists.ts';
import type { Signature } from '#web/ui/signature-pad.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Values = {
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

const nothing: Values = {
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

export type HandOverForm = ReturnType<typeof useHandOver>['form'];

/** The form of a hand-over: what it asks follows from where the person goes. */
export function useHandOver(record: CustodyRecord, words: Lists) {
  const [, navigate] = useLocation();
  const [conflict, setConflict] = useState(false);
  const [toCustodyId] = useState(newId);
  const toast = useToast();
  const form = useForm<Values>({
    initial: { ...nothing, at: new Date().toISOString() },
    check: (values) => check(values, record, words),
    submit: async (values, sending) => {
      const input = {
        ...inputOf(values, words, toCustodyId),
        handoverId: sending.id,
        custodyId: record.held.custodyId,
      };
      const answer = await command<Stated>('custody/hand-over', input, sending);
      if (answer.outcome === 'refused') throw new ProblemError(asProblem(answer.result));
      if (answer.outcome === 'conflict') return setConflict(true);
      toast({ text: t(messages.handedOver), icon: 'check' });
      navigate(`/penjagaan/serah-terima/${sending.id}`);
    },
  });
  return { form, conflict };
}

function check(values: Values, record: CustodyRecord, words: Lists) {
  const extra = words.code('custody_end', values.endKind)?.extra ?? {};
  const receiving = receivingOf(extra);
  const toAgency = receiving === 'agency';
  const named = receiving === 'person' || (toAgency && !values.receiverStaffId);
  const related = extra.receiver === 'kin' || (receiving === 'person' && record.held.ageClass !== 'ADULT');
  return {
    ...required(values, ['endKind', 'condition', 'at', 'basis']),
    ...(toAgency ? required(values, ['agencyCode']) : {}),
    ...(named && !(values.receiverSignature?.kind === 'typed') ? required(values, ['receiverName']) : {}),
    ...(related ? required(values, ['receiverRelation']) : {}),
    ...(record.held.hold?.reasonDue ? required(values, ['holdReason']) : {}),
    ...(needsMoreWords(words.code('hold_reason', values.holdReason)?.extra, values.holdNote)
      ? required(values, ['holdNote'])
      : {}),
    belongings: keptProblem(values.belongings),
  };
}

const drawn = (it: Signature | undefined) => (it?.kind === 'drawn' ? it.png : undefined);
const typed = (it: Signature | undefined) => (it?.kind === 'typed' ? it.name : undefined);

/** What is sent: fields that do not belong to this end are left out, as the server refuses what it does not expect. */
function inputOf(values: Values, words: Lists, toCustodyId: string) {
  const extra = words.code('custody_end', values.endKind)?.extra ?? {};
  const receiving = receivingOf(extra);
  const toAgency = receiving === 'agency';
  const some = (text: string) => text.trim() || undefined;
  return {
    endKind: values.endKind,
    condition: values.condition,
    basis: values.basis,
    at: values.at,
    returned: values.returned,
    belongings: keptRows(values.belongings),
    statementLetter: Boolean(extra.statementLetter) && values.statementLetter,
    ...(toAgency ? { toCustodyId, agencyCode: values.agencyCode, facility: values.facility } : {}),
    receiverStaffId: toAgency ? some(values.receiverStaffId) : undefined,
    ...(receiving === 'nobody'
      ? {}
      : {
          receiverName: some(values.receiverName) ?? typed(values.receiverSignature),
          receiverRelation: some(values.receiverRelation),
          receiverSignature: drawn(values.receiverSignature),
        }),
    giverName: typed(values.giverSignature),
    giverSignature: drawn(values.giverSignature),
    facilityReason: some(values.facilityReason),
    facilityNote: values.facilityReason ? some(values.facilityNote) : undefined,
    policeReference: some(values.policeReference),
    holdReason: some(values.holdReason),
    holdNote: some(values.holdNote),
    supervisorReason: some(values.supervisorReason),
  };
}
