import { useState } from 'react';
import { messages } from '#encounters/messages.ts';
import { spotOutcomes } from '#encounters/rules.ts';
import type { SpotOutcome } from '#encounters/schema.ts';
import { accepted, asProblem, type Problem } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { Button } from '#web/ui/button.tsx';
import type { IconName } from '#web/ui/icons.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { useToast } from '#web/ui/toast.tsx';

const signs = {
  STAYED: 'operation',
  DECLINED: 'x',
  REFERRED: 'referral',
} satisfies Record<SpotOutcome, IconName>;

/** Says in one press that somebody stayed, declined or was referred on the spot; it can be taken back. */
export function SpotOutcomeButtons(props: { encounterId: string; onSaid: () => void }) {
  const { encounterId, onSaid } = props;
  const toast = useToast();
  const [busy, setBusy] = useState<SpotOutcome | null>(null);
  const [problem, setProblem] = useState<Problem>();
  const say = (outcome: SpotOutcome | null) =>
    accepted('encounters/spot-outcome', { encounterId, outcome }).then(onSaid);
  async function press(outcome: SpotOutcome) {
    setBusy(outcome);
    setProblem(undefined);
    try {
      await say(outcome);
      toast({
        text: t(messages.outcomeSaid, { outcome: t(messages[outcome]) }),
        undo: () => void say(null).catch((error: unknown) => setProblem(asProblem(error))),
      });
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(null);
    }
  }
  return (
    <Stack gap="tight">
      {problem ? <ProblemNotice problem={problem} /> : null}
      <Row>
        {spotOutcomes.map((outcome) => (
          <Button
            key={outcome}
            icon={signs[outcome]}
            busy={busy === outcome}
            onClick={() => void press(outcome)}
          >
            {t(messages[outcome])}
          </Button>
        ))}
      </Row>
    </Stack>
  );
}
