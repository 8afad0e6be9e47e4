import { useState, useSyncExternalStore } from 'react';
import { messages } from '#cases/messages.ts';
import { type SealedKind, sealedKinds } from '#cases/schema/acts.ts';
import type { SealedOpened } from '#cases/schema/reads.ts';
import { accepted, look } from '#web/platform/api.ts';
import { dateTime } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog, ReasonDialog } from '#web/ui/dialog.tsx';
import { TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

const desk = '(min-width: 48rem)';

// A phone neither shows a sealed part nor asks the server for one.
function useDesk(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(desk);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => window.matchMedia(desk).matches,
    () => false,
  );
}

/** The sealed parts of a case: every kind stands here, so that nothing tells which of them holds anything. */
export function SealedTab({ caseId, lists }: { caseId: string; lists: Lists }) {
  const atDesk = useDesk();
  const [asked, ask] = useState<{ act: 'open' | 'write'; kind: SealedKind }>();
  const [opened, setOpened] = useState<Partial<Record<SealedKind, SealedOpened>>>({});
  const nameOf = (kind: SealedKind | undefined) => lists.label('sealed_field', kind);
  if (!atDesk) return <Notice icon="lock" title={t(messages.sealedPhone)} />;
  const close = () => ask(undefined);
  return (
    <Card title={t(messages.tabSealed)}>
      <p className="meta">{t(messages.sealedLead)}</p>
      <div>
        {sealedKinds.map((kind) => (
          <div key={kind} className="sealedrow">
            <span>
              <Icon name="lock" /> <b>{nameOf(kind)}</b>
            </span>
            <Row>
              {opened[kind] ? (
                <Button kind="quiet" onClick={() => setOpened((last) => ({ ...last, [kind]: undefined }))}>
                  {t(messages.sealedHide)}
                </Button>
              ) : (
                <Button icon="key" onClick={() => ask({ act: 'open', kind })}>
                  {t(messages.sealedOpen)}
                </Button>
              )}
              <Button kind="quiet" icon="plus" onClick={() => ask({ act: 'write', kind })}>
                {t(messages.sealedWrite)}
              </Button>
            </Row>
            {opened[kind] ? <SealedText opened={opened[kind]} /> : null}
          </div>
        ))}
      </div>
      <ReasonDialog
        about={asked?.act === 'open' ? `sealed-${caseId}-${asked.kind}` : undefined}
        least={10}
        onClose={close}
        title={t(messages.sealedOpenTitle, { what: nameOf(asked?.kind) })}
        verb={t(messages.sealedOpen)}
        reasonLabel={t(messages.sealedReason)}
        onAct={async (reason) => {
          if (!asked) return;
          const { kind } = asked;
          const found = await look<SealedOpened>('cases/sealed', { caseId, kind, reason });
          setOpened((last) => ({ ...last, [kind]: found }));
        }}
      >
        <p>{t(messages.sealedOpenMore)}</p>
      </ReasonDialog>
      <Dialog
        open={asked?.act === 'write'}
        onClose={close}
        title={t(messages.sealedWriteTitle, { what: nameOf(asked?.kind) })}
      >
        {asked ? <SealForm caseId={caseId} kind={asked.kind} onDone={close} /> : null}
      </Dialog>
    </Card>
  );
}

function SealedText({ opened }: { opened: SealedOpened }) {
  return (
    <div className="sealedtext">
      <Stack gap="tight">
        {opened.entries.length === 0 ? <p className="meta">{t(messages.sealedNothing)}</p> : null}
        {opened.entries.map((it) => (
          <Notice key={it.sealedId} tone="brand" icon="lock">
            <p className="said">{it.text}</p>
            <p className="meta">
              {dateTime(it.writtenAt)} · {it.writtenBy}
            </p>
          </Notice>
        ))}
        {opened.unreadable > 0 ? (
          <p className="meta">{t(messages.sealedUnreadable, { count: opened.unreadable })}</p>
        ) : null}
      </Stack>
    </div>
  );
}

function SealForm(props: { caseId: string; kind: SealedKind; onDone: () => void }) {
  const toast = useToast();
  const form = useForm({
    initial: { text: '' },
    check: (values) => required(values, ['text']),
    submit: async ({ text }, sending) => {
      const { caseId, kind } = props;
      await accepted('cases/seal', { caseId, sealedId: sending.id, kind, text: text.trim() }, sending);
      toast({ text: t(messages.sealedSaved), icon: 'lock' });
      props.onDone();
    },
  });
  return (
    <Form form={form}>
      <TextField field={form.field('text')} label={t(messages.sealedText)} lines={5} maxLength={4000} />
      <SubmitButton form={form} icon="lock">
        {t(messages.sealedSave)}
      </SubmitButton>
    </Form>
  );
}
