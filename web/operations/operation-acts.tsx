import { useState } from 'react';
import { messages } from '#operations/messages.ts';
import { addableTo } from '#operations/rules.ts';
import type { Operation, Unaccounted } from '#operations/schema.ts';
import { statedFacts } from '#web/persons/person-of.tsx';
import { accepted, asProblem, type Problem } from '#web/platform/api.ts';
import { time } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useColleagues } from '#web/platform/lists.ts';
import type { Query } from '#web/platform/use-query.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Card, Stack } from '#web/ui/layout.tsx';
import { Link } from '#web/ui/link.tsx';
import { messages as uiMessages } from '#web/ui/messages.ts';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { useToast } from '#web/ui/toast.tsx';

type Acts = { operation: Operation; lists: Lists; query: Query<Operation> };

/** What may be done with the operation now; the next step of the work is the primary one. */
export function OperationActs({ operation, lists, query }: Acts) {
  const [asking, setAsking] = useState<'close' | 'cancel' | null>(null);
  const may = (ability: string) => operation.abilities.includes(ability);
  if (operation.abilities.length === 0) return null;
  return (
    <Stack>
      {may('start') ? <StartButton operation={operation} query={query} /> : null}
      {may('change') ? (
        <LinkButton href={`/operasi/${operation.operationId}/ubah`} icon="pen" block>
          {t(messages.change)}
        </LinkButton>
      ) : null}
      {may('addMember') ? <AddMember operation={operation} query={query} /> : null}
      {may('close') ? (
        <Button icon="check" block onClick={() => setAsking('close')}>
          {t(messages.close)}
        </Button>
      ) : null}
      {may('cancel') && operation.counts.encounters === 0 ? (
        <Button kind="quiet" icon="x" block onClick={() => setAsking('cancel')}>
          {t(messages.cancel)}
        </Button>
      ) : null}
      <EndDialog
        asking={asking}
        operation={operation}
        lists={lists}
        query={query}
        onShut={() => setAsking(null)}
      />
    </Stack>
  );
}

function StartButton({ operation, query }: { operation: Operation; query: Query<Operation> }) {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  async function start() {
    setBusy(true);
    setProblem(undefined);
    try {
      await accepted('operations/start', { operationId: operation.operationId });
      toast({ text: t(messages.started) });
      query.reload();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      {problem ? <ProblemNotice problem={problem} /> : null}
      <Button kind="primary" icon="operation" big block busy={busy} onClick={() => void start()}>
        {t(messages.start)}
      </Button>
    </>
  );
}

function AddMember({ operation, query }: { operation: Operation; query: Query<Operation> }) {
  const colleagues = useColleagues();
  const agencies = useAgencies();
  const toast = useToast();
  const [chosen, setChosen] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const offered = addableTo(operation.team, colleagues.data ?? []);
  async function add() {
    setProblem(undefined);
    try {
      await accepted('operations/add-team-member', { operationId: operation.operationId, staffId: chosen });
      toast({ text: t(messages.memberAdded, { name: colleagues.nameOf(chosen) }) });
      setChosen('');
      query.reload();
    } catch (error) {
      setProblem(asProblem(error));
    }
  }
  return (
    <Card>
      {problem ? <ProblemNotice problem={problem} /> : null}
      <div className="field">
        <label htmlFor="new-member">{t(messages.addMember)}</label>
        <select
          className="input"
          id="new-member"
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          <option value="">{t(uiMessages.choose)}</option>
          {offered.map((it) => (
            <option key={it.staffId} value={it.staffId}>
              {it.name} ({agencies.nameOf(it.agencyCode)})
            </option>
          ))}
        </select>
      </div>
      {chosen ? (
        <Button icon="plus" onClick={() => void add()}>
          {t(messages.add)}
        </Button>
      ) : null}
    </Card>
  );
}

function EndDialog(props: Acts & { asking: 'close' | 'cancel' | null; onShut: () => void }) {
  const { asking, operation, lists, query, onShut } = props;
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const closing = asking === 'close';
  const left = closing ? operation.unaccounted : [];
  async function end() {
    setBusy(true);
    setProblem(undefined);
    try {
      await accepted(`operations/${asking}`, { operationId: operation.operationId });
      toast({ text: t(closing ? messages.closedDone : messages.cancelled) });
      onShut();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
      query.reload();
    }
  }
  return (
    <Dialog
      open={asking !== null}
      onClose={onShut}
      title={t(closing ? messages.closing : messages.cancelling)}
      foot={
        <>
          <Button onClick={onShut}>{t(messages.keep)}</Button>
          <Button
            kind="primary"
            busy={busy}
            blocked={left.length > 0 && t(messages.notYetMore, { count: left.length })}
            onClick={() => void end()}
          >
            {t(closing ? messages.close : messages.cancel)}
          </Button>
        </>
      }
    >
      <p>{t(closing ? messages.closingMore : messages.cancellingMore)}</p>
      {problem && problem.code !== 'operation-unaccounted' ? <ProblemNotice problem={problem} /> : null}
      {left.length > 0 ? <LeftOver left={left} lists={lists} onFollow={onShut} /> : null}
    </Dialog>
  );
}

/** Those nobody answers for yet, each with a way to them. */
function LeftOver(props: { left: readonly Unaccounted[]; lists: Lists; onFollow: () => void }) {
  return (
    <ul className="links">
      {props.left.map((it) => (
        <li key={it.encounterId}>
          <Link href={`/perjumpaan/${it.encounterId}`} onClick={props.onFollow}>
            <span>
              {statedFacts(it)} · {props.lists.label('street_activity', it.activity)}
              <span className="meta">
                {time(it.occurredAt)}, {props.lists.area(it.areaCode)}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
