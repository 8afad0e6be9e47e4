import { useId, useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '#agencies/messages.ts';
import type { SheetLine } from '#agencies/schema.ts';
import { accepted, asProblem, look, type Problem } from '#web/platform/api.ts';
import type { Message } from '#web/platform/i18n.ts';
import { t } from '#web/platform/i18n.ts';
import { newId } from '#web/platform/ids.ts';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { Card } from '#web/ui/layout.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { useToast } from '#web/ui/toast.tsx';

const faultWords: Record<string, Message> = {
  'username-form': messages.usernameForm,
  'username-taken': messages.usernameTaken,
  'name-missing': messages.nameMissing,
  'text-not-visible': messages.nameNotVisible,
  'agency-unknown': messages.agencyUnknown,
  'role-unknown': messages.roleUnknown,
  'role-not-at-agency': messages.roleNotAtAgency,
  'area-missing': messages.areaMissing,
  'area-not-for-role': messages.areaNotForRole,
  'area-of-another-city': messages.areaOfAnotherCity,
};

/** Reads a spreadsheet of desks and invites its good lines. */
export function Screen() {
  const input = useId();
  const toast = useToast();
  const [, navigate] = useLocation();
  const [lines, setLines] = useState<SheetLine[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const good = lines.filter((line) => line.problems.length === 0);

  const work = async (task: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    await task().catch((error: unknown) => setProblem(asProblem(error)));
    setBusy(false);
  };
  const read = (file: File | undefined) =>
    file &&
    work(async () => {
      const found = await look<{ lines: SheetLine[] }>('people/read-sheet', { file: await asBase64(file) });
      setLines(found.lines);
    });
  const invite = () =>
    work(async () => {
      const people = good.map(({ username, name, agencyCode, role, areaCode }) => ({
        staffId: newId(),
        username,
        name,
        agencyCode,
        role,
        areaCode: areaCode || null,
      }));
      await accepted('people/invite-many', { people });
      toast({ text: t(messages.done) });
      navigate('/orang');
    });

  return (
    <Page
      title={t(messages.readSheet)}
      lead={t(messages.sheetLead)}
      crumbs={[{ href: '/orang', label: t(messages.people) }]}
    >
      <Card>
        <div className="stack">
          <label className="field" htmlFor={input}>
            <span className="field__label">{t(messages.chooseFile)}</span>
            <input
              id={input}
              className="input input--file"
              type="file"
              accept=".xlsx,.csv"
              onChange={(event) => void read(event.target.files?.[0])}
            />
          </label>
          {problem ? <ProblemNotice problem={problem} /> : null}
          {lines.length > 0 ? <Lines lines={lines} /> : null}
          {lines.length > 0 ? (
            <Button
              kind="primary"
              busy={busy}
              blocked={good.length === 0 && t(messages.nothingGood)}
              onClick={() => void invite()}
            >
              {t(messages.inviteGood, { count: good.length })}
            </Button>
          ) : null}
        </div>
      </Card>
    </Page>
  );
}

function Lines({ lines }: { lines: readonly SheetLine[] }) {
  return (
    <DataTable
      caption={t(messages.readSheet)}
      captionHidden
      rows={lines}
      rowKey={(it) => String(it.line)}
      columns={[
        { head: t(messages.person), lead: true, cell: (it) => `${it.line}. ${it.name || '—'}` },
        { head: t(messages.username), cell: (it) => it.username },
        {
          head: t(messages.desk),
          cell: (it) => [it.agencyCode, it.role, it.areaCode].filter(Boolean).join(' · '),
        },
        {
          head: t(messages.whatIsWrong),
          cell: (it) =>
            it.problems.length === 0 ? (
              <Tag tone="positive">✓</Tag>
            ) : (
              it.problems.map((code) => t(faultWords[code] ?? messages.whatIsWrong)).join('; ')
            ),
        },
      ]}
    />
  );
}

async function asBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
