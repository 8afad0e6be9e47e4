import { messages } from '#today/messages/today.ts';
import type { Figures } from '#today/schema/today.ts';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useCanOpen } from '#web/platform/router.tsx';
import { FigureRow } from '#web/today/figures.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/layout.tsx';
import { Notice } from '#web/ui/notice.tsx';

type Office = NonNullable<Figures['office']>;

const aDayAndABit = 26 * 3_600_000;

/** What an administrator answers for: the backup, the codes that are open, the staff. */
export function OfficeCards({ office }: { office: Office }) {
  const canOpen = useCanOpen();
  return (
    <>
      <Card title={t(messages.backup)}>
        <BackupState office={office} />
      </Card>
      <Card title={t(messages.staff)}>
        <FigureRow
          figures={[
            [office.staff.active, t(messages.staffActive)],
            [office.staff.invited, t(messages.staffInvited)],
            [office.staff.suspended, t(messages.staffSuspended)],
            [office.codesOpen, t(messages.codes)],
          ]}
        />
        <p className="meta">{t(messages.noChild)}</p>
        {canOpen('/orang') ? (
          <LinkButton href="/orang" block>
            {t(messages.seePeople)}
          </LinkButton>
        ) : null}
      </Card>
    </>
  );
}

function BackupState({ office }: { office: Office }) {
  const { lastBackupAt, lastVerifiedAt, failedAt } = office;
  const good = lastBackupAt ? <LastGood at={lastBackupAt} verifiedAt={lastVerifiedAt} /> : null;
  return (
    <>
      {office.auditBroken ? (
        <Notice tone="negative">{t(messages.auditBroken, { what: office.auditBroken })}</Notice>
      ) : null}
      {failedAt ? (
        <Notice tone="negative">
          {t(messages.backupFailed, { when: dateTime(failedAt), why: office.failed ?? '' })}
        </Notice>
      ) : null}
      {good}
      {!good ? <Notice tone="warning">{t(messages.backupNever)}</Notice> : null}
    </>
  );
}

function LastGood({ at, verifiedAt }: { at: string; verifiedAt: string | null }) {
  const when = dateTime(at);
  if (Date.now() - new Date(at).getTime() > aDayAndABit)
    return <Notice tone="warning">{t(messages.backupOld, { when })}</Notice>;
  const verified = verifiedAt !== null && verifiedAt >= at;
  return (
    <Notice tone={verified ? 'positive' : 'neutral'}>
      {t(verified ? messages.backupGood : messages.backupUnverified, { when })}
    </Notice>
  );
}
