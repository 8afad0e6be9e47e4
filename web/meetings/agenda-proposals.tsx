import { useState } from 'react';
import { messages } from '#meetings/messages/agenda.ts';
import type { AgendaItem, AgendaProposal, AgendaProposals } from '#meetings/schema/agenda.ts';
import { factTitle, figureLine } from '#web/meetings/agenda-words.ts';
import { accepted, asProblem } from '#web/platform/api.ts';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { newId } from '#web/platform/ids.ts';
import { useAgencies, useLists } from '#web/platform/lists.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';

type Props = { meetingId: string; items: readonly AgendaItem[]; onTaken: () => void };

/** What the city's figures would put before the meeting now, each to be taken on with its figures. */
export function AgendaProposalsList({ meetingId, items, onTaken }: Props) {
  const query = useQuery<AgendaProposals>(`meetings/${meetingId}/agenda-proposals`);
  return (
    <Loaded query={query} what={t(messages.propose)}>
      {(proposals) => (
        <Stack>
          <p className="meta">{t(messages.proposeLead, { when: dateTime(proposals.asOf) })}</p>
          {proposals.items.length === 0 ? <p>{t(messages.noProposal)}</p> : null}
          {proposals.items.map((it) => (
            <Proposal
              key={`${it.source} ${it.key}`}
              proposal={it}
              meetingId={meetingId}
              isOn={items.some((item) => item.source === it.source && item.key === it.key)}
              onTaken={onTaken}
            />
          ))}
        </Stack>
      )}
    </Loaded>
  );
}

type One = { proposal: AgendaProposal; meetingId: string; isOn: boolean; onTaken: () => void };

function Proposal({ proposal, meetingId, isOn, onTaken }: One) {
  const agencies = useAgencies();
  const lists = useLists();
  const [agendaItemId] = useState(newId);
  const [problem, setProblem] = useState('');
  const title = factTitle(proposal, {
    agency: agencies.nameOf,
    area: (code) => lists.data?.area(code) ?? code,
  });
  const take = async () => {
    const { source, key } = proposal;
    const words = { title: title.slice(0, 200), minutes: null, presenter: '', notes: '' };
    try {
      await accepted('agenda/add', { agendaItemId, meetingId, source, key, ...words });
      onTaken();
    } catch (error) {
      setProblem(asProblem(error).message);
    }
  };
  return (
    <Row apart>
      <div>
        <b>{title}</b>
        <p className="meta">{figureLine(proposal)}</p>
      </div>
      {isOn ? (
        <span className="meta">{t(messages.alreadyOn)}</span>
      ) : (
        <Button icon="plus" blocked={problem || false} onClick={() => void take()}>
          {t(messages.takeOn)}
        </Button>
      )}
    </Row>
  );
}
