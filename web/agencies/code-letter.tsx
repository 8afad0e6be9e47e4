import '#web/agencies/code-letter.css';
import { useEffect, useState } from 'react';
import { messages } from '#agencies/messages.ts';
import { codeFrom, plainCode } from '#agencies/rules.ts';
import type { AdministeredStaff } from '#agencies/schema.ts';
import { accepted, asProblem, type Problem } from '#web/platform/api.ts';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useSession } from '#web/platform/session.tsx';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Notice, ProblemNotice } from '#web/ui/notice.tsx';
import { PrintHeader } from '#web/ui/print-header.tsx';

type Made = { code: string; until: string };

/**
 * Makes a one-time code in this browser and shows it once, for print. Only its hash travels: no log of the server can
 * hold the code.
 */
export function CodeLetter({
  person,
  onClose,
}: {
  person: AdministeredStaff;
  onClose: (changed: boolean) => void;
}) {
  const { city, staff } = useSession();
  const [made, setMade] = useState<Made>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    makeCode(person.staffId).then(setMade, (error: unknown) => setProblem(asProblem(error)));
  }, [person.staffId]);
  return (
    <Dialog
      open
      onClose={() => onClose(made !== undefined)}
      title={t(messages.makeCodeTitle, { name: person.name })}
      foot={
        <Button kind="primary" icon="print" blocked={made ? false : '…'} onClick={() => window.print()}>
          {t(messages.print)}
        </Button>
      }
    >
      <PrintHeader cityName={city.name} name={staff.name} demonstration={city.demonstration} />
      {problem ? <ProblemNotice problem={problem} /> : null}
      {made ? (
        <div className="stack">
          <Notice tone="warning">{t(messages.codeOnce)}</Notice>
          <p className="meta">
            {city.name} · {person.username}
          </p>
          <p className="code-letter">{made.code}</p>
          <p>{t(messages.codeHow)}</p>
          <p className="meta">{t(messages.codeUntil, { time: dateTime(made.until) })}</p>
        </div>
      ) : null}
    </Dialog>
  );
}

async function makeCode(staffId: string): Promise<Made> {
  const code = codeFrom(crypto.getRandomValues(new Uint8Array(12)));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(plainCode(code)));
  const codeHash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const { until } = await accepted<{ until: string }>('people/code', { staffId, codeHash });
  return { code, until };
}
