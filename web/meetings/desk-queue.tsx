import { messages } from '#meetings/messages/attendance.ts';
import type { useCheckIns } from '#web/meetings/check-in-queue.ts';
import { integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { Button } from '#web/ui/button.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { Notice } from '#web/ui/notice.tsx';

/** What waits for the network, and what the server did not take; nothing of it is lost in silence. */
export function DeskQueue({ queue }: { queue: ReturnType<typeof useCheckIns> }) {
  const { waiting, refused, isKept, flush, discard } = queue;
  return (
    <Stack gap="tight">
      {waiting.length > 0 ? (
        <Notice tone="warning" icon="offline">
          {t(isKept ? messages.waitingCount : messages.waitingTab, { count: integer(waiting.length) })}
          <Row>
            <Button icon="sync" onClick={() => void flush()}>
              {t(messages.sendNow)}
            </Button>
          </Row>
        </Notice>
      ) : null}
      {refused.map(({ item, why }) => (
        <Notice key={item.id} tone="negative" urgent>
          {t(messages.refused, { name: item.input.name, why })}
          <Row>
            <Button kind="quiet" icon="x" onClick={() => discard(item.id)}>
              {t(messages.discard)}
            </Button>
          </Row>
        </Notice>
      ))}
    </Stack>
  );
}
