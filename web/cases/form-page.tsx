import type { ReactNode } from 'react';
import { messages } from '#cases/messages.ts';
import type { CasePage } from '#cases/schema/reads.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useLists } from '#web/platform/lists.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';

/** The frame of a form about one case: its number in the title, the way back, and the form once the case is read and open. */
export function CaseFormPage(props: {
  caseId: string;
  title: (number: string) => string;
  lead: string;
  form: (page: CasePage, lists: Lists) => ReactNode;
}) {
  const page = useQuery<CasePage>(`cases/${props.caseId}`);
  const lists = useLists();
  const number = page.data?.caseNumber ?? '';
  return (
    <Page
      title={props.title(number)}
      lead={props.lead}
      crumbs={[{ label: number || t(messages.place), href: `/kasus/${props.caseId}` }]}
    >
      <Loaded query={lists} what={t(messages.one)}>
        {(words) => (
          <Loaded query={page} what={t(messages.one)}>
            {(data) => (data.state === 'open' ? props.form(data, words) : <Closed caseId={props.caseId} />)}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Closed({ caseId }: { caseId: string }) {
  return (
    <EmptyState
      title={t(messages.closedForm)}
      level={2}
      action={
        <LinkButton href={`/kasus/${caseId}`} icon="case">
          {t(messages.toCase)}
        </LinkButton>
      }
    >
      {t(messages.closedFormMore)}
    </EmptyState>
  );
}
