import { dutyMessages as messages } from '#agencies/messages.ts';
import { Duties } from '#web/agencies/duty-table.tsx';
import { t } from '#web/platform/i18n.ts';
import { useLists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { useAbility } from '#web/platform/session.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';

/** One duty: which agencies have it, on which basis, since when. */
export function Screen({ params }: ScreenProps) {
  const lists = useLists();
  const mayChange = useAbility('agencies/add-duty');
  const dutyCode = params.dutyCode ?? '';
  const title = lists.data?.label('duty', dutyCode) ?? t(messages.duty);
  return (
    <Page title={title} crumbs={[{ label: t(messages.duties), href: mayChange ? '/tugas' : '/instansi' }]}>
      <Loaded query={lists} what={t(messages.list)}>
        {(words) => <Duties of={{ dutyCode }} words={words} />}
      </Loaded>
    </Page>
  );
}
