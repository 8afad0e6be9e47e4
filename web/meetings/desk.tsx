import { type FormEvent, useState } from 'react';
import { messages } from '#meetings/messages/attendance.ts';
import { messages as meetingMessages } from '#meetings/messages/meetings.ts';
import { secretOf } from '#meetings/rules/attendance.ts';
import type { CheckInResult, DeskLine, DeskList } from '#meetings/schema/attendance.ts';
import { CheckInDialog } from '#web/meetings/check-in-dialog.tsx';
import { useCheckIns } from '#web/meetings/check-in-queue.ts';
import { bodyOf, lineFor, matching, withArrivals } from '#web/meetings/desk-lines.ts';
import { DeskQueue } from '#web/meetings/desk-queue.tsx';
import { integer, time } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { TextField } from '#web/ui/fields.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page } from '#web/ui/page.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { useToast } from '#web/ui/toast.tsx';

/** The desk at the door: finds who comes by code, number or name, and goes on without a network. */
export function Screen({ params }: ScreenProps) {
  const meetingId = params.meetingId ?? '';
  const query = useQuery<DeskList>(`meetings/${meetingId}/desk`);
  return (
    <Page
      title={t(messages.desk)}
      lead={t(messages.deskLead)}
      crumbs={[
        { label: t(meetingMessages.place), href: '/rapat' },
        { label: t(meetingMessages.meeting), href: `/rapat/${meetingId}` },
      ]}
      field
    >
      <Loaded query={query} what={t(messages.one)}>
        {({ items }) => <Desk meetingId={meetingId} items={items} />}
      </Loaded>
    </Page>
  );
}

const mostShown = 30;

function Desk({ meetingId, items }: { meetingId: string; items: readonly DeskLine[] }) {
  const toast = useToast();
  const [results, setResults] = useState<ReadonlyMap<string, CheckInResult>>(new Map());
  const [asked, setAsked] = useState('');
  const [isUnknown, setUnknown] = useState(false);
  const [opened, setOpened] = useState<DeskLine | 'guest' | null>(null);
  const queue = useCheckIns(meetingId, (result, { input }) => {
    setResults((last) => {
      const next = new Map(last);
      for (const id of input.invitationIds) next.set(id, result);
      return next;
    });
    const words = { name: result.name, time: time(result.arrivedAt) };
    toast({ text: t(result.already ? messages.already : messages.recorded, words) });
  });
  const lines = withArrivals(items, { results, waiting: queue.waiting });
  const found = matching(lines, secretOf(asked) ? '' : asked);

  async function scan(event: FormEvent) {
    event.preventDefault();
    const line = await lineFor(lines, asked);
    const isCode = secretOf(asked) !== null;
    setUnknown(isCode && !line);
    if (isCode) setAsked('');
    if (line) setOpened(line);
    else if (!isCode && found.length === 1 && found[0]) setOpened(found[0]);
  }

  return (
    <Stack>
      <DeskQueue queue={queue} />
      <Card>
        <form onSubmit={(event) => void scan(event)} noValidate>
          <TextField
            field={{
              id: 'desk-find',
              name: 'find',
              value: asked,
              set: setAsked,
              touch: () => {},
              error: isUnknown ? t(messages.unknownCode) : undefined,
            }}
            label={t(messages.find)}
            type="search"
            optional
          />
        </form>
        <Row apart>
          <span className="meta">{t(messages.found, { count: integer(found.length) })}</span>
          <Button icon="plus" onClick={() => setOpened('guest')}>
            {t(messages.guest)}
          </Button>
        </Row>
      </Card>
      <DeskTable lines={found.slice(0, mostShown)} onOpen={setOpened} />
      {opened ? (
        <CheckInDialog
          meetingId={meetingId}
          line={opened === 'guest' ? null : opened}
          others={lines.filter((it) => !it.arrivedAt && it !== opened)}
          onClose={() => setOpened(null)}
          onCheckIn={(input) => {
            queue.add(input);
            setAsked('');
            setOpened(null);
          }}
        />
      ) : null}
    </Stack>
  );
}

type Line = ReturnType<typeof withArrivals>[number];

function DeskTable({ lines, onOpen }: { lines: readonly Line[]; onOpen: (line: DeskLine) => void }) {
  if (lines.length === 0)
    return (
      <EmptyState level={2} title={t(messages.noMatch)}>
        {t(messages.noMatchMore)}
      </EmptyState>
    );
  const columns: Column<Line>[] = [
    { head: t(messages.number), num: true, cell: (it) => it.number },
    {
      head: t(messages.from),
      lead: true,
      cell: (it) => (
        <>
          {bodyOf(it)}
          <div className="meta">{it.office}</div>
          {it.state === 'delegated' ? <div className="meta">{it.delegateName}</div> : null}
        </>
      ),
    },
    {
      head: t(messages.arrived),
      acts: true,
      cell: (it) =>
        it.arrivedAt ? (
          <Row>
            <Tag tone="positive" icon="check">
              {t(messages.presentAt, { name: it.arrivedName, time: time(it.arrivedAt) })}
            </Tag>
            {it.isWaiting ? <span className="meta">{t(messages.waiting)}</span> : null}
          </Row>
        ) : (
          <Button icon="check" onClick={() => onOpen(it)}>
            {t(messages.checkIn)}
            <span className="sr">: {bodyOf(it)}</span>
          </Button>
        ),
    },
  ];
  return (
    <Card flush>
      <DataTable
        columns={columns}
        rows={lines}
        rowKey={(it) => it.invitationId}
        caption={t(messages.list)}
        captionHidden
        flush
      />
    </Card>
  );
}
