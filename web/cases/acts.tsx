import { useState } from 'react';
import { messages } from '#cases/messages.ts';
import { riskLevels } from '#cases/schema/acts.ts';
import type { CasePage } from '#cases/schema/reads.ts';
import { ReopenDialog } from '#web/cases/reopen.tsx';
import { type Collision, fieldName, sendChange, VersionCards } from '#web/cases/versions.tsx';
import { riskName } from '#web/cases/words.tsx';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useColleagues } from '#web/platform/lists.ts';
import { useSession } from '#web/platform/session.tsx';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { PickTiles, Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card } from '#web/ui/layout.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

type Act = 'risk' | 'stage' | 'assign' | 'join' | 'reopen';
type Props = { page: CasePage; lists: Lists; reload: () => void };

/** What else can be done in a case: risk, stage, handing on; for a closed one, reopening. */
export function ActsCard({ page, lists, reload }: Props) {
  const { abilities } = useSession();
  const [act, setAct] = useState<Act>();
  const close = () => setAct(undefined);
  const done = () => {
    close();
    reload();
  };
  const works = page.abilities.includes('work');
  const assigns = page.abilities.includes('assign') && abilities.includes('cases/assign');
  if (!works && !assigns) return null;
  return (
    <Card title={t(messages.more)}>
      <div className="row">
        {works && page.state === 'open' ? (
          <>
            <Button onClick={() => setAct('risk')}>{t(messages.changeRisk)}</Button>
            <Button onClick={() => setAct('stage')}>{t(messages.moveStage)}</Button>
          </>
        ) : null}
        {works && page.state === 'closed' ? (
          <Button onClick={() => setAct('reopen')}>{t(messages.reopen)}</Button>
        ) : null}
        {assigns ? (
          <>
            <Button onClick={() => setAct('assign')}>{t(messages.handOn)}</Button>
            <Button onClick={() => setAct('join')}>{t(messages.joinTeam)}</Button>
          </>
        ) : null}
      </div>
      <Dialog open={act === 'risk'} onClose={close} title={t(messages.changeRisk)}>
        <RiskForm page={page} onDone={done} />
      </Dialog>
      <Dialog open={act === 'stage'} onClose={close} title={t(messages.moveStage)}>
        <StageForm page={page} lists={lists} onDone={done} />
      </Dialog>
      <Dialog
        open={act === 'assign' || act === 'join'}
        onClose={close}
        title={t(act === 'join' ? messages.joinTeam : messages.handOn)}
      >
        <WorkerForm page={page} path={act === 'join' ? 'cases/join' : 'cases/assign'} onDone={done} />
      </Dialog>
      <ReopenDialog caseId={page.caseId} open={act === 'reopen'} onClose={close} onReopened={reload} />
    </Card>
  );
}

function riskShown(field: string, value: string): string {
  return field === 'riskLevel' ? riskName(riskLevels.find((it) => it === value) ?? 'LOW') : value;
}

function RiskForm({ page, onDone }: { page: CasePage; onDone: () => void }) {
  const toast = useToast();
  const [collision, collided] = useState<Collision>();
  const saved = () => {
    toast({ text: t(messages.riskSaved) });
    onDone();
  };
  const form = useForm({
    initial: { riskLevel: page.riskLevel ?? '', riskReason: page.riskReason ?? '' },
    check: (values) => required(values, ['riskLevel', 'riskReason']),
    submit: async (values, sending) => {
      const input = { caseId: page.caseId, ...values, riskReason: values.riskReason.trim() };
      await sendChange('cases/change-risk', input, { ...sending, basedOn: page.version, collided });
      saved();
    },
  });
  if (collision)
    return (
      <VersionCards
        collision={collision}
        show={riskShown}
        typed={[
          [fieldName('riskLevel'), riskShown('riskLevel', form.values.riskLevel)],
          [fieldName('riskReason'), form.values.riskReason],
        ]}
        form={form}
        onKept={onDone}
        onSaved={saved}
        onUse={(chosen, based) =>
          sendChange(
            'cases/change-risk',
            { caseId: page.caseId, ...form.values, ...chosen },
            { ...based, collided },
          )
        }
      />
    );
  return (
    <Form form={form}>
      <PickTiles
        field={form.field('riskLevel')}
        label={t(messages.risk)}
        options={riskLevels.map((value) => ({ value, label: riskName(value) }))}
      />
      <TextField field={form.field('riskReason')} label={t(messages.riskReason)} lines={3} maxLength={500} />
      <SubmitButton form={form}>{t(messages.saveRisk)}</SubmitButton>
    </Form>
  );
}

function StageForm({ page, lists, onDone }: { page: CasePage; lists: Lists; onDone: () => void }) {
  const toast = useToast();
  const [collision, collided] = useState<Collision>();
  const saved = () => {
    toast({ text: t(messages.stageMoved) });
    onDone();
  };
  const form = useForm({
    initial: { stage: page.stage },
    submit: async ({ stage }, sending) => {
      const input = { caseId: page.caseId, stage };
      await sendChange('cases/move-stage', input, { ...sending, basedOn: page.version, collided });
      saved();
    },
  });
  const options = lists
    .codes('case_stage')
    .filter((it) => it.extra.byClosing !== true && it.extra.beforeCase !== true)
    .map((it) => ({ value: it.code, label: lists.label('case_stage', it.code) }));
  if (collision)
    return (
      <VersionCards
        collision={collision}
        show={(_field, value) => lists.label('case_stage', value)}
        typed={[[fieldName('stage'), lists.label('case_stage', form.values.stage)]]}
        form={form}
        onKept={onDone}
        onSaved={saved}
        onUse={(chosen, based) =>
          sendChange(
            'cases/move-stage',
            { caseId: page.caseId, ...form.values, ...chosen },
            { ...based, collided },
          )
        }
      />
    );
  return (
    <Form form={form}>
      <Select field={form.field('stage')} label={t(messages.stage)} options={options} />
      <SubmitButton form={form}>{t(messages.moveStage)}</SubmitButton>
    </Form>
  );
}

function WorkerForm({ page, path, onDone }: { page: CasePage; path: string; onDone: () => void }) {
  const { staff } = useSession();
  const colleagues = useColleagues();
  const toast = useToast();
  const form = useForm({
    initial: { workerId: '', reason: '' },
    check: (values) => required(values, ['workerId', 'reason']),
    submit: async ({ workerId, reason }, sending) => {
      await accepted(path, { caseId: page.caseId, workerId, reason: reason.trim() }, sending);
      toast({ text: t(path === 'cases/join' ? messages.joined : messages.handedOn) });
      onDone();
    },
  });
  const options = (colleagues.data ?? [])
    .filter((it) => it.agencyCode === staff.agencyCode && ['social_worker', 'supervisor'].includes(it.role))
    .filter((it) => it.staffId !== page.worker?.staffId)
    .map((it) => ({ value: it.staffId, label: it.name }));
  return (
    <Form form={form}>
      {path === 'cases/assign' ? <p className="meta">{t(messages.handOnMore)}</p> : null}
      <Select field={form.field('workerId')} label={t(messages.worker)} options={options} />
      <TextField field={form.field('reason')} label={t(messages.riskReason)} lines={2} maxLength={500} />
      <SubmitButton form={form}>
        {t(path === 'cases/join' ? messages.joinTeam : messages.handOn)}
      </SubmitButton>
    </Form>
  );
}
