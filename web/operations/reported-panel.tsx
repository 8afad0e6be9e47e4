import type { ReactNode } from 'react';
import { messages } from '#operations/messages/reported.ts';
import { under18Of } from '#operations/rules/reported.ts';
import {
  type OperationReport,
  type ReportedCounts,
  type ReportFlag,
  reportFlags,
} from '#operations/schema/reported.ts';
import { integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useLists } from '#web/platform/lists.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { Facts, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';

/** What a source reported of an operation, in its own numbers; nothing for an operation that was run here. */
export function ReportedPanel({ operationId }: { operationId: string }) {
  const query = useQuery<{ report: OperationReport | null }>(`operations/${operationId}/report`);
  return (
    <Loaded query={query} what={t(messages.title)} lines={4}>
      {({ report }) => (report ? <Report report={report} /> : null)}
    </Loaded>
  );
}

function Report({ report }: { report: OperationReport }) {
  const reported: ReportedCounts = report.reported;
  const flags = reportFlags.filter((flag) => report.flags.includes(flag));
  return (
    <Stack>
      {flags.length > 0 ? <Flags flags={flags} /> : null}
      <Facts facts={countFacts(reported)} />
      <Origin reported={reported} />
      <Facts
        facts={[
          [t(messages.activity), <Activities key="activity" reported={reported} />],
          [t(messages.where), report.place || t(messages.notReported)],
          [t(messages.path), report.path.join(' → ') || t(messages.notReported)],
          [t(messages.legalBasis), report.legalBasis.join('; ') || t(messages.notReported)],
          [t(messages.source), report.source || t(messages.notReported)],
          ...(reported.note ? [[t(messages.note), reported.note] as const] : []),
          ...otherFacts(reported),
        ]}
      />
      <p className="meta">{t(messages.placeholders, { n: integer(report.placeholders) })}</p>
    </Stack>
  );
}

function Flags({ flags }: { flags: readonly ReportFlag[] }) {
  return (
    <Notice tone="warning" title={t(messages.flags)}>
      <ul>
        {flags.map((flag) => (
          <li key={flag}>{t(messages[flag])}</li>
        ))}
      </ul>
    </Notice>
  );
}

function countFacts(reported: ReportedCounts): (readonly [ReactNode, ReactNode])[] {
  const said = (n: number | undefined) => (n === undefined ? t(messages.notReported) : <b>{integer(n)}</b>);
  return [
    [t(messages.total), said(reported.total)],
    [t(messages.under18), said(under18Of(reported))],
    [t(messages.adults), said(reported.adults)],
    [t(messages.male), said(reported.male)],
    [t(messages.female), said(reported.female)],
  ];
}

function Origin({ reported }: { reported: ReportedCounts }) {
  const under18 = under18Of(reported);
  const isMixed = under18 !== undefined && under18 > 0 && under18 !== reported.total;
  const counts = Object.entries(reported.originCounts ?? {});
  const said =
    counts.length > 0 ? counts.map(([place, n]) => `${place} ${integer(n)}`).join(', ') : reported.origin;
  const label =
    reported.total === undefined ? t(messages.origin) : t(messages.originOf, { n: integer(reported.total) });
  return (
    <div>
      <Facts facts={[[label, said ?? t(messages.notReported)]]} />
      {said && isMixed ? <p>{t(messages.originNotOfChildren, { n: integer(under18) })}</p> : null}
    </div>
  );
}

function Activities({ reported }: { reported: ReportedCounts }) {
  const lists = useLists().data;
  const word = (code: string) => lists?.label('street_activity', code) ?? code;
  const counted = Object.entries(reported.byActivity ?? {}).map(([code, n]) => `${word(code)} ${integer(n)}`);
  const named = [...(reported.activity ? [reported.activity] : []), ...(reported.activities ?? [])].map(word);
  return [...counted, ...named].join(', ') || t(messages.notReported);
}

// What else the source says of them, in its own words.
function otherFacts(reported: ReportedCounts): (readonly [ReactNode, ReactNode])[] {
  const words = [reported.group, reported.ageNote, reported.suspected].filter(Boolean).join('; ');
  return words ? [[t(messages.otherWords), words]] : [];
}
