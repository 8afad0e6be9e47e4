import { dutyMessages as messages } from '#agencies/messages.ts';
import { DutyPhoneCard } from '#web/agencies/duty-phone-card.tsx';
import { Duties } from '#web/agencies/duty-table.tsx';
import { t } from '#web/platform/i18n.ts';
import { useAgencies, useLists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { OutButton } from '#web/ui/button.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';

/** One agency and what it must do. */
export function Screen({ params }: ScreenProps) {
  const lists = useLists();
  const agencies = useAgencies();
  const agencyCode = params.agencyCode ?? '';
  const kind = agencies.data?.find((it) => it.agencyCode === agencyCode)?.kind;
  return (
    <Page
      title={agencies.nameOf(agencyCode)}
      lead={lists.data?.label('agency_kind', kind)}
      crumbs={[{ label: t(messages.agencies), href: '/instansi' }]}
      actions={
        <OutButton icon="print" href={`/api/agencies/${agencyCode}/guide`} newTab>
          {t(messages.printGuide)}
        </OutButton>
      }
    >
      <Stack gap="wide">
        <DutyPhoneCard agencyCode={agencyCode} />
        <Loaded query={lists} what={t(messages.list)}>
          {(words) => <Duties of={{ agencyCode }} words={words} />}
        </Loaded>
      </Stack>
    </Page>
  );
}
