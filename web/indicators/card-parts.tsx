import { type ReactNode, useState } from 'react';
import { messages } from '#indicators/messages.ts';
import type { Board, TableName } from '#indicators/schema.ts';
import { type BoardAsk, boardHref, isNarrowed, paramsOf } from '#web/indicators/ask.ts';
import { asProblem, query } from '#web/platform/api.ts';
import { integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Link } from '#web/ui/link.tsx';
import { More } from '#web/ui/lists.tsx';
import { useToast } from '#web/ui/toast.tsx';

/** The way to what a figure means. */
export function DefinitionLink({ ask, name }: { ask: BoardAsk; name: string }) {
  return (
    <Link className="card__definition" href={boardHref(ask, { definisi: name })}>
      <Icon name="info" /> {t(messages.definition)}
    </Link>
  );
}

/** A number that opens its records, where there are any and the viewer may; `children` where it is said in more than a figure. */
export function Opening(props: {
  board: Pick<Board, 'opensRecords'>;
  n: number;
  href: string;
  children?: ReactNode;
}) {
  const said = props.children ?? integer(props.n);
  return props.board.opensRecords && props.n > 0 ? <Link href={props.href}>{said}</Link> : said;
}

/** Says of a figure on care that it is the whole city's, where the board around it is narrowed. */
export function WholeCity({ ask }: { ask: BoardAsk }) {
  return isNarrowed(ask) ? <p className="meta">{t(messages.wholeCity)}</p> : null;
}

/** The table beside a chart, one press away, with its CSV. */
export function TableOf(props: {
  table: TableName;
  ask: BoardAsk;
  children: ReactNode;
  open?: boolean | undefined;
  summary?: string | undefined;
}) {
  return (
    <More table open={props.open} summary={props.summary}>
      {props.children}
      <Download table={props.table} ask={props.ask} />
    </More>
  );
}

function Download({ table, ask }: { table: TableName; ask: BoardAsk }) {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  async function fetchFile() {
    setBusy(true);
    try {
      const file = await query<{ name: string; csv: string }>('indicators/table', {
        ...paramsOf(ask),
        table,
      });
      save(file);
    } catch (error) {
      toast({ text: asProblem(error).message });
    } finally {
      setBusy(false);
    }
  }
  return (
    <Button kind="quiet" icon="download" busy={busy} onClick={() => void fetchFile()}>
      {t(messages.download)}
    </Button>
  );
}

// The byte order mark makes spreadsheets read it as UTF-8.
function save({ name, csv }: { name: string; csv: string }) {
  const url = URL.createObjectURL(new Blob(['\uFEFF', csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
