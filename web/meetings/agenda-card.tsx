import { useState } from 'react';
import { messages } from '#meetings/messages/agenda.ts';
import type { Agenda, AgendaItem } from '#meetings/schema/agenda.ts';
import { AgendaForm } from '#web/meetings/agenda-form.tsx';
import { AgendaProposalsList } from '#web/meetings/agenda-proposals.tsx';
import { figureHref, figureLine } from '#web/meetings/agenda-words.ts';
import { accepted, asProblem } from '#web/platform/api.ts';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useCanOpen } from '#web/platform/router.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { Button, IconButton, LinkButton } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { useToast } from '#web/ui/toast.tsx';
import './agenda.css';

type Asking = 'facts' | 'free' | AgendaItem;

/** What a meeting speaks of: proposed from facts, put in order, and shown on a wall. */
export function AgendaCard({ meetingId }: { meetingId: string }) {
  const query = useQuery<Agenda>(`meetings/${meetingId}/agenda`);
  const [asking, setAsking] = useState<Asking | null>(null);
  const toast = useToast();
  const close = () => setAsking(null);
  const done = () => {
    close();
    toast({ text: t(messages.saved), icon: 'check' });
    query.reload();
  };
  const mayWrite = query.data?.mayWrite ?? false;
  const items = query.data?.items ?? [];
  return (
    <Card
      title={t(messages.title)}
      actions={
        <LinkButton href={`/rapat/${meetingId}/layar`} icon="eye">
          {t(messages.screen)}
        </LinkButton>
      }
    >
      <Loaded query={query} what={t(messages.list)}>
        {(agenda) => <Items agenda={agenda} meetingId={meetingId} change={setAsking} onDone={done} />}
      </Loaded>
      {mayWrite ? (
        <Row>
          <Button icon="board" onClick={() => setAsking('facts')}>
            {t(messages.propose)}
          </Button>
          <Button icon="plus" onClick={() => setAsking('free')}>
            {t(messages.addFree)}
          </Button>
        </Row>
      ) : null}
      <Dialog open={asking === 'facts'} onClose={close} title={t(messages.propose)}>
        <AgendaProposalsList meetingId={meetingId} items={items} onTaken={query.reload} />
      </Dialog>
      <Dialog open={asking !== null && asking !== 'facts'} onClose={close} title={t(messages.itemTitle)}>
        {asking !== null && asking !== 'facts' ? (
          <AgendaForm meetingId={meetingId} item={asking === 'free' ? null : asking} onDone={done} />
        ) : null}
      </Dialog>
    </Card>
  );
}

type ItemsProps = {
  agenda: Agenda;
  meetingId: string;
  change: (item: AgendaItem) => void;
  onDone: () => void;
};

function Items({ agenda, meetingId, change, onDone }: ItemsProps) {
  const [problem, setProblem] = useState('');
  const act = async (name: string, input: object) => {
    try {
      await accepted(name, input);
      setProblem('');
      onDone();
    } catch (error) {
      setProblem(asProblem(error).message);
    }
  };
  const swap = (at: number, by: -1 | 1) => {
    const order = agenda.items.map((it) => it.agendaItemId);
    const [moved] = order.splice(at, 1);
    if (moved) order.splice(at + by, 0, moved);
    void act('agenda/order', { meetingId, order });
  };
  if (agenda.items.length === 0) return <p className="meta">{t(messages.empty)}</p>;
  return (
    <Stack>
      {problem ? <p role="alert">{problem}</p> : null}
      <ol className="agenda">
        {agenda.items.map((item, at) => (
          <li key={item.agendaItemId}>
            <span className="agenda__no">{at + 1}</span>
            <ItemWords item={item} />
            {agenda.mayWrite ? (
              <Row>
                {at > 0 ? (
                  <Button kind="quiet" onClick={() => swap(at, -1)}>
                    {t(messages.up)}
                  </Button>
                ) : null}
                {at < agenda.items.length - 1 ? (
                  <Button kind="quiet" onClick={() => swap(at, 1)}>
                    {t(messages.down)}
                  </Button>
                ) : null}
                <IconButton
                  icon="pen"
                  label={`${t(messages.change)}: ${item.title}`}
                  onClick={() => change(item)}
                />
                <IconButton
                  icon="trash"
                  label={`${t(messages.drop)}: ${item.title}`}
                  onClick={() => void act('agenda/drop', { agendaItemId: item.agendaItemId })}
                />
              </Row>
            ) : null}
          </li>
        ))}
      </ol>
    </Stack>
  );
}

function ItemWords({ item }: { item: AgendaItem }) {
  const canOpen = useCanOpen();
  const line = figureLine(item);
  const href = figureHref(item);
  const isOpen = href !== null && canOpen(href.split('?')[0] ?? '');
  const about = [
    item.presenter,
    item.minutes ? t(messages.length, { n: item.minutes }) : '',
    item.frozenAt ? t(messages.frozen, { when: dateTime(item.frozenAt) }) : '',
  ].filter(Boolean);
  return (
    <div>
      <b>{item.title}</b>
      {line ? (
        <p className="agenda__fact">{isOpen && href ? <Link href={href}>{line}</Link> : line}</p>
      ) : null}
      {item.notes ? <p className="meta">{item.notes}</p> : null}
      {about.length > 0 ? <p className="meta">{about.join(' · ')}</p> : null}
    </div>
  );
}
