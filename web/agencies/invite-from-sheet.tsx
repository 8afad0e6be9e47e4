import { useId, useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '#agencies/messages.ts';
import type { SheetLine } from '#agencies/schema.ts';
import { accepted, asProblem, look, type Problem } from '#web/platform/api.ts';
import type { Message } from '#web/platform/i18n.ts';
import { t } from '#web/platform/i18n.ts';
import { newId } from '#web/platform/ids.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card } from '#web/ui/layout.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { useForm } from '#web/ui/use-form.ts';

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

/** A line with the id its desk will have, given when it was read. */
type Read = SheetLine & { staffId: string };

const asRead = (line: SheetLine): Read => ({ ...line, staffId: newId() });
const isGood = (line: Read) => line.problems.length === 0;

/** Reads a spreadsheet of desks and invites its good lines. */
export function Screen() {
  const input = useId();
  const toast = useToast();
  const [, navigate] = useLocation();
  const [unread, setUnread] = useState<Problem>();
  const form = useForm({
    initial: { lines: [] as Read[] },
    submit: async ({ lines }, sending) => {
      const people = lines.filter(isGood).map(({ staffId, username, name, agencyCode, role, areaCode }) => ({
        staffId,
        username,
        name,
        agencyCode,
        role,
        areaCode: areaCode || null,
      }));
      await accepted('people/invite-many', { people }, sending);
      toast({ text: t(messages.done) });
      navigate('/orang');
    },
  });
  const { lines } = form.values;
  const good = lines.filter(isGood);
  const read = async (file: File | undefined) => {
    if (!file) return;
    setUnread(undefined);
    try {
      const found = await look<{ lines: SheetLine[] }>('people/read-sheet', { file: await asBase64(file) });
      form.set('lines', found.lines.map(asRead));
    } catch (error) {
      setUnread(asProblem(error));
    }
  };

  return (
    <Page
      title={t(messages.readSheet)}
      lead={t(messages.sheetLead)}
      crumbs={[{ href: '/orang', label: t(messages.people) }]}
    >
      <Card>
        <Form form={form}>
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
          {unread ? <ProblemNotice problem={unread} /> : null}
          {lines.length > 0 ? <Lines lines={lines} /> : null}
          {lines.length > 0 ? (
            <SubmitButton form={form} blocked={good.length === 0 && t(messages.nothingGood)}>
              {t(messages.inviteGood, { count: good.length })}
            </SubmitButton>
          ) : null}
        </Form>
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
