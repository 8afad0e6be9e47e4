import type { PersonRecord } from '#persons/schema.ts';
import { messages } from '#today/messages/life.ts';
import type { Lifeline } from '#today/schema/lifeline.ts';
import { t } from '#web/platform/i18n.ts';
import { useCanOpen } from '#web/platform/router.tsx';
import { Facts, Stack } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { More } from '#web/ui/lists.tsx';

/**
 * How a child or its guardian asks to be erased: by the number under which the officer of data protection, who sees no
 * child, takes the request in.
 */
export function ErasureNote({ record, life }: { record: PersonRecord; life: Lifeline | undefined }) {
  const canOpen = useCanOpen();
  const opens = canOpen('/penghapusan');
  if (!opens && !record.abilities.includes('refer')) return null;
  const newest = life?.cases.find((it) => it.state === 'open') ?? life?.cases[0];
  const reference = newest?.caseNumber ?? record.person.personId;
  const path = `/penghapusan?acuan=${encodeURIComponent(reference)}`;
  const address = `${window.location.origin}${path}`;
  const way = opens ? <Link href={path}>{address}</Link> : address;
  return (
    <More summary={t(messages.erasure)}>
      <Stack gap="tight">
        <p>{t(messages.erasureMore)}</p>
        <Facts
          facts={[
            [t(messages.erasureNumber), reference],
            [t(messages.erasureAddress), way],
          ]}
        />
      </Stack>
    </More>
  );
}
