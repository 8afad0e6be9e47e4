import { type ReactNode, useState } from 'react';
import { asProblem, type Problem } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { roleWords } from '#web/platform/role-words.ts';
import { type CastMember, useSessionState } from '#web/platform/session.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { messages } from '#web/session/messages.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Notice, ProblemNotice } from '#web/ui/notice.tsx';
import { StaffSign } from '#web/ui/person-tag.tsx';

const shownAtFirst = 8;

/** The demonstration's cast by name and role; one press signs in. */
export function CastList({ members, onEntered }: { members: readonly CastMember[]; onEntered: () => void }) {
  const { signIn } = useSessionState();
  const [all, setAll] = useState(false);
  const [entering, setEntering] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const hidden = members.length - shownAtFirst;

  async function enter(username: string) {
    setEntering(username);
    setProblem(undefined);
    try {
      await signIn({ cast: username });
      onEntered();
    } catch (error) {
      setProblem(asProblem(error));
      setEntering(undefined);
    }
  }

  return (
    <>
      {problem ? <ProblemNotice problem={problem} /> : null}
      <ul className="cast">
        {members.slice(0, all ? undefined : shownAtFirst).map((member) => (
          <li key={member.username}>
            <button
              type="button"
              className="castbtn"
              aria-busy={entering === member.username || undefined}
              onClick={() => void enter(member.username)}
            >
              <StaffSign name={member.name} />
              <span className="castbtn__who">
                <b>{member.name}</b>
                <span className="meta">
                  {t(roleWords[member.role])}, {member.agencyName}
                </span>
              </span>
              <span className="castbtn__see">{member.does}</span>
              <Icon name="next" />
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 && !all ? (
        <Button kind="quiet" icon="users" onClick={() => setAll(true)}>
          {t(messages.showAll, { count: hidden })}
        </Button>
      ) : null}
    </>
  );
}

/** The mark of sample data on a page that nobody is signed in to; nothing in a real city. */
export function DemonstrationMark({ children }: { children?: ReactNode }) {
  return useCast() ? (
    <Notice tone="warning" icon="info" title={t(messages.demonstration)}>
      {children}
    </Notice>
  ) : null;
}

/** Reads the cast; there is none where there is no demonstration. */
export function useCast(): readonly CastMember[] | undefined {
  return useQuery<{ cast: CastMember[] }>('session/cast').data?.cast;
}
