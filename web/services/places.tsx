import { useState } from 'react';
import { messages } from '#services/messages.ts';
import type { Enrolment, Programme } from '#services/schema.ts';
import { PersonOf } from '#web/persons/person-of.tsx';
import { date } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { useAbility } from '#web/platform/session.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { AskForm, LeaveForm, OutcomeForm } from '#web/services/place-forms.tsx';
import { Button } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Card, Row } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { useToast } from '#web/ui/toast.tsx';

type Open = { act: 'ask' } | { act: 'leave' | 'outcome'; place: Enrolment } | null;
type Props = { programme: Programme; words: Lists; onChanged: () => void };

/** The places of a programme: by number, with the child for whoever has a standing towards it. */
export function Places({ programme, words, onChanged }: Props) {
  const { programmeId, state } = programme;
  const roster = useQuery<{ items: Enrolment[] }>(`programmes/${programmeId}/places`);
  const [open, setOpen] = useState<Open>(null);
  const mayAsk = useAbility('services/ask-child') && (state === 'planned' || state === 'running');
  const toast = useToast();
  const done = (text: string) => {
    setOpen(null);
    toast({ text, icon: 'check' });
    roster.reload();
    onChanged();
  };
  const close = () => setOpen(null);
  return (
    <Card
      title={t(messages.roster)}
      actions={
        mayAsk ? (
          <Button kind="primary" icon="plus" onClick={() => setOpen({ act: 'ask' })}>
            {t(messages.askChild)}
          </Button>
        ) : null
      }
    >
      <p className="meta">{t(messages.rosterMore)}</p>
      <Loaded query={roster} what={t(messages.rosterWhat)}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t(messages.noRoster)}</p>
          ) : (
            <PlaceTable items={items} programme={programme} words={words} onOpen={setOpen} />
          )
        }
      </Loaded>
      <Dialog open={open?.act === 'ask'} onClose={close} title={t(messages.askChild)}>
        {open?.act === 'ask' ? (
          <AskForm
            programmeId={programmeId}
            onDone={(kept) => done(t(kept === 'enrolled' ? messages.keptenrolled : messages.keptrefused))}
          />
        ) : null}
      </Dialog>
      <Dialog open={open?.act === 'leave'} onClose={close} title={t(messages.leaveTitle)}>
        {open?.act === 'leave' ? (
          <LeaveForm enrolmentId={open.place.enrolmentId} onDone={() => done(t(messages.leftDone))} />
        ) : null}
      </Dialog>
      <Dialog open={open?.act === 'outcome'} onClose={close} title={t(messages.keepOutcome)}>
        {open?.act === 'outcome' ? (
          <OutcomeForm place={open.place} words={words} onDone={() => done(t(messages.leftDone))} />
        ) : null}
      </Dialog>
    </Card>
  );
}

type TableProps = {
  items: readonly Enrolment[];
  programme: Programme;
  words: Lists;
  onOpen: (open: Open) => void;
};

function PlaceTable({ items, programme, words, onOpen }: TableProps) {
  const there = (it: Enrolment) =>
    it.attendance.filter((one) => one.presence === 'present' || one.presence === 'left_early').length;
  const columns: Column<Enrolment>[] = [
    {
      head: t(messages.child),
      lead: true,
      cell: (it) => (
        <>
          {it.number === null ? null : <span className="meta">{t(messages.number, { n: it.number })}</span>}{' '}
          {it.person ? <PersonOf person={it.person} /> : null}
        </>
      ),
    },
    {
      head: t(messages.childSays),
      cell: (it) => (
        <>
          <Tag tone={it.state === 'enrolled' || it.state === 'finished' ? 'brand' : 'neutral'}>
            {t(messages[it.state])}
          </Tag>{' '}
          <span className="meta">{date(it.askedOn)}</span>
        </>
      ),
    },
    {
      head: t(messages.attendance),
      cell: (it) =>
        it.number === null || programme.sessions.length === 0
          ? '–'
          : t(messages.presentOf, { n: there(it), of: programme.sessions.length }),
    },
    {
      head: t(messages.outcome),
      cell: (it) => it.outcomes.map((one) => words.label('programme_outcome', one.outcome)).join(', ') || '–',
    },
  ];
  if (items.some((it) => it.mayChange && it.number !== null))
    columns.push({
      head: t(messages.acts),
      acts: true,
      cell: (it) =>
        it.mayChange && it.number !== null ? (
          <Row>
            <Button kind="quiet" onClick={() => onOpen({ act: 'outcome', place: it })}>
              {t(messages.keepOutcome)}
            </Button>
            {it.state === 'enrolled' ? (
              <Button kind="quiet" onClick={() => onOpen({ act: 'leave', place: it })}>
                {t(messages.leave)}
              </Button>
            ) : null}
          </Row>
        ) : null,
    });
  return (
    <DataTable
      columns={columns}
      rows={items}
      rowKey={(it) => it.enrolmentId}
      caption={t(messages.roster)}
      captionHidden
    />
  );
}
