// What the desk recorded and the server has not yet: sealed on this device for who recorded it, sent in order with the
// time at which somebody came. What holds a name lies here sealed only; a browser without keys keeps it on the page alone.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CheckIn, CheckInResult } from '#meetings/schema/attendance.ts';
import { accepted, asProblem, type Problem } from '#web/platform/api.ts';
import { sealer } from '#web/platform/draft.ts';
import { newId } from '#web/platform/ids.ts';
import { useSession } from '#web/platform/session.tsx';

export type Waiting = { id: string; occurredAt: string; input: CheckIn };
export type Refused = { item: Waiting; why: string };

const every = 10_000;
const placeOf = (staffId: string, meetingId: string) => `rangkul.check-ins.${staffId}.${meetingId}`;

async function keep(staffId: string, meetingId: string, items: readonly Waiting[]): Promise<boolean> {
  try {
    const place = placeOf(staffId, meetingId);
    if (items.length === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, await (await sealer()).seal(staffId, [...items]));
    return true;
  } catch {
    return false;
  }
}

async function found(staffId: string, meetingId: string): Promise<Waiting[]> {
  try {
    const text = localStorage.getItem(placeOf(staffId, meetingId));
    return text ? ((await (await sealer()).unseal(staffId, text)) as Waiting[]) : [];
  } catch {
    return [];
  }
}

// Not reached, too busy, or not signed in for the moment: it may go well later. Anything else never will.
const isPassing = ({ status, code }: Problem) =>
  status === 0 || status === 401 || status === 429 || status >= 500 || code === 'other-user';

/** The queue of one meeting’s desk; `onSent` is told what the server answered. */
export function useCheckIns(meetingId: string, onSent: (result: CheckInResult, item: Waiting) => void) {
  const { staffId } = useSession().staff;
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [isKept, setKept] = useState(true);
  const queue = useRef<Waiting[]>([]);
  const busy = useRef(false);
  const writing = useRef(Promise.resolve(true));
  const told = useRef(onSent);
  told.current = onSent;

  const change = useCallback(
    (items: Waiting[]) => {
      queue.current = items;
      setWaiting(items);
      writing.current = writing.current.then(() => keep(staffId, meetingId, items));
      void writing.current.then(setKept);
    },
    [staffId, meetingId],
  );

  const flush = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    try {
      for (let item = queue.current[0]; item; item = queue.current[0]) {
        const { input, ...sending } = item;
        try {
          const result = await accepted<CheckInResult>('meetings/check-in', input, sending);
          change(queue.current.slice(1));
          told.current(result, item);
        } catch (error) {
          const problem = asProblem(error);
          if (isPassing(problem)) return;
          const why = problem.message;
          change(queue.current.slice(1));
          setRefused((last) => [...last, { item, why }]);
        }
      }
    } finally {
      busy.current = false;
    }
  }, [change]);

  useEffect(() => {
    let gone = false;
    // Fetched while there is a network: what seals is needed when there is none.
    sealer().catch(() => {});
    void found(staffId, meetingId).then((items) => {
      if (gone) return;
      const known = new Set(queue.current.map((it) => it.id));
      const older = items.filter((it) => !known.has(it.id));
      if (older.length > 0) change([...older, ...queue.current]);
      void flush();
    });
    const again = () => void flush();
    const timer = setInterval(again, every);
    window.addEventListener('online', again);
    return () => {
      gone = true;
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [staffId, meetingId, change, flush]);

  const add = useCallback(
    (input: CheckIn) => {
      change([...queue.current, { id: newId(), occurredAt: new Date().toISOString(), input }]);
      void flush();
    },
    [change, flush],
  );
  const discard = (id: string) => setRefused((last) => last.filter((it) => it.item.id !== id));
  return { waiting, refused, isKept, add, flush, discard };
}
