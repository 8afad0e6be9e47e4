import { documentMessages as messages } from '#meetings/messages/documents.ts';
import type { ExportList } from '#meetings/schema/exports.ts';
import { ExportsList } from '#web/meetings/exports-list.tsx';
import { t } from '#web/platform/i18n.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { Card } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';

/** Every file with names that was asked for: where a second person allows or refuses. */
export function Screen() {
  const query = useQuery<ExportList>('exports');
  return (
    <Page title={t(messages.requests)} lead={t(messages.requestsLead)}>
      <Card>
        <Loaded query={query} what={t(messages.list)}>
          {({ items }) => <ExportsList items={items} reload={query.reload} />}
        </Loaded>
      </Card>
    </Page>
  );
}
