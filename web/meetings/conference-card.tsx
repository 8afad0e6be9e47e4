import { useState } from 'react';
import type { CaseLine } from '#cases/schema/reads.ts';
import { messages } from '#meetings/messages/meetings.ts';
import type { ConferenceCases } from '#meetings/schema/conference.ts';
import type { Meeting } from '#meetings/schema/meetings.ts';
import { useAct } from '#web/meetings/meeting-acts.tsx';
import { PersonOf, personView } from '#web/persons/person-of.tsx';
import { t } from '#web/platform/i18n.ts';
import { useAbility } from '#web/platform/session.tsx';
import { type Listed, useQuery } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { Select } from '#web/ui/fields.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { wordsOf } from '#web/ui/person-tag.tsx';

/** The cases a conference speaks of: each viewer sees those of children they have a standing towards. */
export function ConferenceCard({ meeting }: { meeting: Meeting }) {
  const mayRead = useAbility('/meetings/:meetingId/cases');
  const query = useQuery<ConferenceCases>(mayRead ? `meetings/${meeting.meetingId}/cases` : null);
  const { send, busy, problem } = useAct(query.reload);
  const mayAttach = useAbility('meetings/attach-case') && meeting.abilities.includes('attachCase');
  if (!mayRead) return null;
  const detach = (caseId: string) =>
    void send('meetings/detach-case', { meetingId: meeting.meetingId, caseId }, messages.caseRemoved);
  return (
    <Card title={t(messages.cases)}>
      <p className="meta">{t(messages.casesMore)}</p>
      {problem ? <ProblemNotice problem={problem} /> : null}
      <Loaded query={query} what={t(messages.cases)}>
        {({ items }) => (
          <Stack>
            {items.length === 0 ? <p>{t(messages.noCases)}</p> : null}
            {items.map((it) => (
              <Row key={it.caseId} apart>
                <PersonOf
                  person={it.person}
                  more={<Link href={`/kasus/${it.caseId}`}>{it.caseNumber}</Link>}
                />
                {mayAttach ? (
                  <Button kind="quiet" icon="x" busy={busy} onClick={() => detach(it.caseId)}>
                    {t(messages.removeCase, { number: it.caseNumber })}
                  </Button>
                ) : null}
              </Row>
            ))}
            {mayAttach ? (
              <AddCase
                meetingId={meeting.meetingId}
                known={items.map((it) => it.caseId)}
                onDone={query.reload}
              />
            ) : null}
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}

function AddCase(props: { meetingId: string; known: readonly string[]; onDone: () => void }) {
  const { meetingId, known, onDone } = props;
  const cases = useQuery<Listed<CaseLine>>('cases', { state: 'open' });
  const [chosen, setChosen] = useState('');
  const { send, busy, problem } = useAct(onDone);
  const add = async () => {
    if (await send('meetings/attach-case', { meetingId, caseId: chosen }, messages.caseAdded)) setChosen('');
  };
  return (
    <Stack gap="tight">
      {problem ? <ProblemNotice problem={problem} /> : null}
      <Select
        field={{
          id: 'conference-case',
          name: 'caseId',
          value: chosen,
          set: setChosen,
          touch: () => {},
          error: undefined,
        }}
        label={t(messages.addCase)}
        options={(cases.data?.items ?? [])
          .filter((it) => !known.includes(it.caseId))
          .map((it) => ({ value: it.caseId, label: `${it.caseNumber} · ${wordsOf(personView(it.person))}` }))}
        optional
      />
      {chosen ? (
        <Row>
          <Button icon="plus" busy={busy} onClick={() => void add()}>
            {t(messages.addCase)}
          </Button>
        </Row>
      ) : null}
    </Stack>
  );
}
