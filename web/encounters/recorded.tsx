import { useState } from 'react';
import { messages } from '#encounters/messages.ts';
import type { Encounter } from '#encounters/schema.ts';
import { SpotOutcomeButtons } from '#web/encounters/spot-outcome.tsx';
import type { Done } from '#web/encounters/use-encounter-form.ts';
import { PersonOf } from '#web/persons/person-of.tsx';
import { time } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { StickyActions } from '#web/ui/page.tsx';

/** What was recorded, and what comes next for this person: nobody is left without an answer. */
export function Recorded(props: { recorded: Done; operationId: string; onAnother: () => void }) {
  const { recorded, operationId } = props;
  const [said, setSaid] = useState(false);
  const encounter = useQuery<Encounter>(`encounters/${recorded.encounterId}`);
  return (
    <Stack>
      {recorded.earlier ? (
        <Notice tone="warning" title={t(messages.recordedBefore, { time: time(recorded.occurredAt) })}>
          <p>{t(messages.recordedBeforeMore)}</p>
          <Row>
            <LinkButton href={`/anak/${recorded.personId}/identitas`} icon="pen">
              {t(messages.correctIdentity)}
            </LinkButton>
            <LinkButton href={`/perjumpaan/${recorded.encounterId}`}>{t(messages.toRecord)}</LinkButton>
          </Row>
        </Notice>
      ) : (
        <Notice tone="positive" title={t(messages.recordedAt, { time: time(recorded.occurredAt) })}>
          {recorded.clockFlag ? t(messages.clockAhead) : null}
        </Notice>
      )}
      <Loaded query={encounter} what={t(messages.one)} lines={2}>
        {(it) => (
          <Card>
            <PersonOf person={it.person} />
          </Card>
        )}
      </Loaded>
      {recorded.ageClass === 'ADULT' || said ? null : (
        <Card title={t(messages.whatNow)}>
          <p className="meta">{t(messages.whatNowMore)}</p>
          <SpotOutcomeButtons
            encounterId={recorded.encounterId}
            onSaid={() => {
              setSaid(true);
              encounter.reload();
            }}
          />
          <Row>
            <LinkButton href={`/penjagaan/terima/${recorded.personId}`} icon="swap">
              {t(messages.takeIn)}
            </LinkButton>
          </Row>
        </Card>
      )}
      <StickyActions>
        {operationId ? (
          <LinkButton href={`/operasi/${operationId}`} icon="operation">
            {t(messages.toOperation)}
          </LinkButton>
        ) : null}
        <Button kind="primary" icon="plus" big onClick={props.onAnother}>
          {t(messages.another)}
        </Button>
      </StickyActions>
    </Stack>
  );
}
