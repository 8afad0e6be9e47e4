import { type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Board } from '#indicators/schema.ts';
import { messages } from '#meetings/messages/agenda.ts';
import type { Agenda } from '#meetings/schema/agenda.ts';
import type { DecisionList } from '#meetings/schema/decisions.ts';
import type { Meeting } from '#meetings/schema/meetings.ts';
import { askOf, boardPath, paramsOf } from '#web/indicators/ask.ts';
import { Tiles } from '#web/indicators/tiles.tsx';
import { ActionTable } from '#web/meetings/action-table.tsx';
import { figureLine } from '#web/meetings/agenda-words.ts';
import { meetingTime } from '#web/meetings/words.tsx';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type ScreenProps, useCanOpen } from '#web/platform/router.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import '#web/ui/styles/charts.css';
import './agenda.css';

type Slide = { key: string; what: ReactNode };

/** The agenda on a wall: one item at a time with its frozen figures, the city board for who reads it, and what was decided. */
export function Screen({ params }: ScreenProps) {
  const { meetingId } = params;
  const meeting = useQuery<Meeting>(`meetings/${meetingId}`);
  const agenda = useQuery<Agenda>(`meetings/${meetingId}/agenda`);
  const decisions = useQuery<DecisionList>(`meetings/${meetingId}/decisions`);
  const canOpen = useCanOpen();
  const ask = askOf('');
  const board = useQuery<Board>(canOpen('/papan') ? boardPath : null, paramsOf(ask));
  const [, navigate] = useLocation();
  const [at, setAt] = useState(0);
  const slides = meeting.data
    ? slidesOf(meeting.data, {
        agenda: agenda.data,
        decisions: decisions.data,
        board: board.data ? <Tiles board={board.data} ask={ask} /> : null,
      })
    : [];
  const last = slides.length - 1;
  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      if (event.key === 'ArrowRight' || event.key === 'PageDown') setAt((now) => Math.min(now + 1, last));
      if (event.key === 'ArrowLeft' || event.key === 'PageUp') setAt((now) => Math.max(now - 1, 0));
      if (event.key === 'Escape') navigate(`/rapat/${meetingId}`);
    };
    window.addEventListener('keydown', turn);
    return () => window.removeEventListener('keydown', turn);
  }, [last, meetingId, navigate]);
  const shown = Math.max(0, Math.min(at, last));
  return (
    <section className="projector" aria-label={t(messages.screen)}>
      <div className="projector__slide" aria-live="polite">
        {slides[shown]?.what}
      </div>
      <Row apart>
        <Row>
          <Button icon="back" onClick={() => setAt(Math.max(shown - 1, 0))}>
            {t(messages.previous)}
          </Button>
          <Button kind="primary" onClick={() => setAt(Math.min(shown + 1, last))}>
            {t(messages.next)}
          </Button>
          <span className="meta">{t(messages.projectorPlace, { at: shown + 1, all: last + 1 })}</span>
        </Row>
        <Button kind="quiet" icon="x" onClick={() => navigate(`/rapat/${meetingId}`)}>
          {t(messages.leave)}
        </Button>
      </Row>
    </section>
  );
}

type Parts = { agenda: Agenda | undefined; decisions: DecisionList | undefined; board: ReactNode };

function slidesOf(meeting: Meeting, { agenda, decisions, board }: Parts): Slide[] {
  const items = agenda?.items ?? [];
  const overview: Slide = {
    key: 'overview',
    what: (
      <Stack>
        <h1>{meeting.title}</h1>
        <p>{meeting.theme}</p>
        <p className="meta">
          {meetingTime(meeting)} · {meeting.place}
        </p>
        <ol className="agenda">
          {items.map((item, index) => (
            <li key={item.agendaItemId}>
              <span className="agenda__no">{index + 1}</span>
              <span>{item.title}</span>
            </li>
          ))}
        </ol>
      </Stack>
    ),
  };
  const each = items.map((item, index): Slide => {
    const line = figureLine(item);
    return {
      key: item.agendaItemId,
      what: (
        <>
          <h1>
            {index + 1}. {item.title}
          </h1>
          {line ? <p className="projector__fact">{line}</p> : null}
          {item.notes ? <p>{item.notes}</p> : null}
          <p className="meta">
            {item.presenter}
            {item.frozenAt ? ` ${t(messages.frozen, { when: dateTime(item.frozenAt) })}` : ''}
          </p>
        </>
      ),
    };
  });
  const city: Slide = { key: 'board', what: <Titled title={t(messages.boardSlide)}>{board}</Titled> };
  const adopted = decisions?.items ?? [];
  const decided = adopted.map(
    (it): Slide => ({
      key: it.decisionId,
      what: (
        <Titled title={`${t(messages.decided)} ${it.number}`}>
          <p className="projector__fact">{it.decision}</p>
          <ActionTable actions={it.actions} caption={it.decision} />
        </Titled>
      ),
    }),
  );
  return [overview, ...(board ? [city] : []), ...each, ...decided];
}

function Titled({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack>
      <h1>{title}</h1>
      {children}
    </Stack>
  );
}
