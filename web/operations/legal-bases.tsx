import { useState } from 'react';
import { messages } from '#operations/messages.ts';
import type { LegalBasis } from '#operations/schema.ts';
import { BasisForm } from '#web/operations/basis-form.tsx';
import { accepted, asProblem, type Problem } from '#web/platform/api.ts';
import { shortDate, wallClock } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useLists } from '#web/platform/lists.ts';
import { useAbility } from '#web/platform/session.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Card, Row } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { useToast } from '#web/ui/toast.tsx';

/** The city's dated list of legal bases: read by all who plan, kept by coordinator and administrator. */
export function Screen() {
  const bases = useQuery<{ items: LegalBasis[] }>('legal-bases');
  const lists = useLists();
  const mayKeep = useAbility('operations/add-legal-basis');
  const [editing, setEditing] = useState<LegalBasis | 'new' | null>(null);
  const [retiring, setRetiring] = useState<LegalBasis | null>(null);
  const done = () => {
    setEditing(null);
    setRetiring(null);
    bases.reload();
  };
  return (
    <Page
      title={t(messages.lawTitle)}
      lead={t(messages.lawLead)}
      crumbs={[{ label: t(messages.place), href: '/operasi' }]}
      actions={
        mayKeep ? (
          <Button kind="primary" icon="plus" onClick={() => setEditing('new')}>
            {t(messages.lawAdd)}
          </Button>
        ) : null
      }
    >
      <Loaded query={lists} what={t(messages.lawTitle)}>
        {(words) => (
          <Loaded query={bases} what={t(messages.lawTitle)}>
            {({ items }) => (
              <Card flush>
                <DataTable
                  columns={columnsFor(words, mayKeep ? { onEdit: setEditing, onRetire: setRetiring } : null)}
                  rows={items}
                  rowKey={(basis) => basis.legalBasisId}
                  caption={t(messages.lawTitle)}
                  captionHidden
                  flush
                />
              </Card>
            )}
          </Loaded>
        )}
      </Loaded>
      {lists.data && editing ? (
        <Dialog
          open
          onClose={() => setEditing(null)}
          title={t(editing === 'new' ? messages.lawAdd : messages.lawCorrect)}
        >
          <BasisForm lists={lists.data} basis={editing === 'new' ? undefined : editing} onDone={done} />
        </Dialog>
      ) : null}
      {retiring ? <RetireDialog basis={retiring} onClose={() => setRetiring(null)} onDone={done} /> : null}
    </Page>
  );
}

type Keep = { onEdit: (basis: LegalBasis) => void; onRetire: (basis: LegalBasis) => void };

function columnsFor(lists: Lists, keep: Keep | null): Column<LegalBasis>[] {
  return [
    { head: t(messages.lawNumber), lead: true, cell: (it) => it.number },
    { head: t(messages.lawName), cell: (it) => it.title },
    { head: t(messages.lawKind), cell: (it) => lists.label('legal_basis_kind', it.kind) },
    { head: t(messages.lawValid), cell: validWords },
    {
      head: t(messages.lawText),
      cell: (it) =>
        it.textChecked ? (
          <Tag tone="positive" icon="check">
            {t(messages.checked)}
          </Tag>
        ) : (
          <Tag>{t(messages.notChecked)}</Tag>
        ),
    },
    ...(keep
      ? [
          {
            head: t(messages.lawActs),
            cell: (it: LegalBasis) => (
              <Row>
                <Button icon="pen" onClick={() => keep.onEdit(it)}>
                  {t(messages.lawCorrect)}
                  <span className="sr"> {it.number}</span>
                </Button>
                {it.validTo === null ? (
                  <Button kind="quiet" onClick={() => keep.onRetire(it)}>
                    {t(messages.lawRetire)}
                    <span className="sr"> {it.number}</span>
                  </Button>
                ) : null}
              </Row>
            ),
          },
        ]
      : []),
  ];
}

function validWords(basis: LegalBasis): string {
  const from = shortDate(basis.validFrom);
  return basis.validTo === null
    ? t(messages.since, { from })
    : t(messages.fromTo, { from, to: shortDate(basis.validTo) });
}

function RetireDialog(props: { basis: LegalBasis; onClose: () => void; onDone: () => void }) {
  const { basis } = props;
  const toast = useToast();
  const [validTo, setValidTo] = useState(wallClock(Date.now()).date);
  const [problem, setProblem] = useState<Problem>();
  async function retire() {
    try {
      await accepted('operations/retire-legal-basis', { legalBasisId: basis.legalBasisId, validTo });
      toast({ text: t(messages.lawSaved) });
      props.onDone();
    } catch (error) {
      setProblem(asProblem(error));
    }
  }
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t(messages.lawRetiring, { number: basis.number })}
      foot={
        <>
          <Button onClick={props.onClose}>{t(messages.keep)}</Button>
          <Button kind="primary" onClick={() => void retire()}>
            {t(messages.lawRetire)}
          </Button>
        </>
      }
    >
      <p>{t(messages.lawRetiringMore)}</p>
      {problem ? <ProblemNotice problem={problem} /> : null}
      <div className="field">
        <label htmlFor="retire-on">{t(messages.lawTo)}</label>
        <input
          className="input"
          id="retire-on"
          type="date"
          value={validTo}
          onChange={(event) => setValidTo(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
