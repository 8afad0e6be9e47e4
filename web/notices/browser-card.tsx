import { useEffect, useState } from 'react';
import { messages } from '#notices/messages/settings.ts';
import type { NoticeSettings } from '#notices/schema/settings.ts';
import { accepted, asProblem } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import type { Query } from '#web/platform/use-query.ts';
import { Button } from '#web/ui/button.tsx';
import { Card, Row } from '#web/ui/layout.tsx';
import { useToast } from '#web/ui/toast.tsx';

const worker = '/notice-worker.js';
const canBeCalled = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

/** The browser in hand: whether it is called when something waits, and the way to have it so or no more. */
export function BrowserCard({ settings, query }: { settings: NoticeSettings; query: Query<NoticeSettings> }) {
  const [endpoint, setEndpoint] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const { pushKey, browsers } = settings;
  useEffect(() => {
    if (canBeCalled()) void ownSubscription().then((own) => setEndpoint(own?.endpoint ?? null));
  }, []);
  if (pushKey === null) return null;
  const change = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      // The browser's own refusal is no problem of the server's.
      const text = error instanceof DOMException ? t(messages.browserRefused) : asProblem(error).message;
      toast({ text, icon: 'alert' });
    } finally {
      setBusy(false);
    }
  };
  const add = async () => {
    const asked = await subscribe(pushKey);
    query.set(await accepted<NoticeSettings>('notices/add-browser', asked));
    setEndpoint(asked.endpoint);
  };
  const remove = async () => {
    query.set(await accepted<NoticeSettings>('notices/remove-browser', { endpoint }));
    await (await ownSubscription())?.unsubscribe();
    setEndpoint(null);
  };
  return (
    <Card title={t(messages.push)}>
      <p className="meta">{t(messages.browsersCalled, { count: browsers })}</p>
      <Row>
        {endpoint !== null && browsers > 0 ? (
          <Button icon="x" busy={busy} onClick={() => void change(remove)}>
            {t(messages.removeBrowser)}
          </Button>
        ) : (
          <Button
            icon="bell"
            busy={busy}
            blocked={canBeCalled() ? false : t(messages.browserCannot)}
            onClick={() => void change(add)}
          >
            {t(messages.addBrowser)}
          </Button>
        )}
      </Row>
    </Card>
  );
}

async function ownSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(worker);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

async function subscribe(applicationServerKey: string) {
  if ((await Notification.requestPermission()) !== 'granted')
    throw new DOMException('denied', 'NotAllowedError');
  const registration = await navigator.serviceWorker.register(worker);
  await navigator.serviceWorker.ready;
  const made = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  const { p256dh = '', auth = '' } = made.toJSON().keys ?? {};
  return { endpoint: made.endpoint, p256dh, auth };
}
