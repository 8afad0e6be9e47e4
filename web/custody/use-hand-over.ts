import { useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '#custody/messages.ts';
import type { CustodyRecord } from '#custody/schema/reads.ts';
import type { Stated } from '#custody/schema.ts';
import { check, inputOf, nothing, type Values } from '#web/custody/hand-over-values.ts';
import { asProblem, command, ProblemError } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { newId } from '#web/platform/ids.ts';
import type { Lists } from '#web/platform/lists.ts';
import { useToast } from '#web/ui/toast.tsx';
import { useForm } from '#web/ui/use-form.ts';

export type HandOverForm = ReturnType<typeof useHandOver>['form'];

/** The form of a hand-over: what it asks follows from where the person goes. */
export function useHandOver(record: CustodyRecord, words: Lists) {
  const [, navigate] = useLocation();
  const [conflict, setConflict] = useState(false);
  const [toCustodyId] = useState(newId);
  const toast = useToast();
  const form = useForm<Values>({
    initial: { ...nothing, at: new Date().toISOString() },
    check: (values) => check(values, { record, words }),
    submit: async (values, sending) => {
      const input = {
        ...inputOf(values, { record, words, toCustodyId }),
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
