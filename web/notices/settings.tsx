import { messages as inboxWords } from '#notices/messages/notices.ts';
import { messages } from '#notices/messages/settings.ts';
import { noticeKinds } from '#notices/schema/notices.ts';
import type { Channel, NoticeSettings } from '#notices/schema/settings.ts';
import { BrowserCard } from '#web/notices/browser-card.tsx';
import { DeliveriesCard } from '#web/notices/deliveries-card.tsx';
import { inbox } from '#web/notices/unread.ts';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { type Query, useQuery } from '#web/platform/use-query.ts';
import { PickMany, PickTiles, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

/** How one hears of what waits: by which channels, how often, when not, and what was sent so far. */
export function Screen() {
  const query = useQuery<NoticeSettings>('notices/settings');
  return (
    <Page
      title={t(messages.place)}
      lead={t(messages.lead)}
      crumbs={[{ label: t(inboxWords.place), href: inbox }]}
    >
      <Stack gap="wide">
        <Loaded query={query} what={t(messages.one)}>
          {(settings) =>
            settings.open.length === 0 ? (
              <Notice>{t(messages.closed)}</Notice>
            ) : (
              <Stack gap="wide">
                <Card title={t(messages.how)}>
                  <SettingsForm settings={settings} query={query} />
                </Card>
                <BrowserCard settings={settings} query={query} />
              </Stack>
            )
          }
        </Loaded>
        <DeliveriesCard />
      </Stack>
    </Page>
  );
}

const kinds = Object.keys(noticeKinds) as (keyof typeof noticeKinds)[];

function SettingsForm({ settings, query }: { settings: NoticeSettings; query: Query<NoticeSettings> }) {
  const toast = useToast();
  const { open, pushKey: _key, browsers: _browsers, ...initial } = settings;
  // What was closed since can't be sent again as chosen; browsers are called one by one, by their own card.
  const offered: readonly Channel[] = open.filter((channel) => channel !== 'push');
  const form = useForm({
    initial: {
      ...initial,
      channels: initial.channels.filter((channel) => offered.includes(channel)) as string[],
      muted: initial.muted as string[],
      pace: initial.pace as string,
    },
    check: (values) => ({
      ...required(values, values.channels.includes('email') ? ['email'] : []),
      ...required(values, usesPhone(values.channels) ? ['phone'] : []),
    }),
    submit: async (values, sending) => {
      const chosen = settings.browsers > 0 ? [...values.channels, 'push'] : values.channels;
      const input = { ...values, channels: chosen };
      query.set(await accepted<NoticeSettings>('notices/choose-settings', input, sending));
      toast({ text: t(messages.saved), icon: 'check' });
    },
  });
  const { channels, pace } = form.values;
  return (
    <Form form={form} label={t(messages.place)}>
      {offered.length > 0 ? (
        <PickMany
          field={form.field('channels')}
          label={t(messages.channels)}
          hint={t(messages.channelsHint)}
          options={offered.map((value) => ({ value, label: t(messages[value]) }))}
          optional
        />
      ) : null}
      {channels.includes('email') ? (
        <TextField
          field={form.field('email')}
          label={t(messages.emailAddress)}
          type="email"
          maxLength={200}
        />
      ) : null}
      {usesPhone(channels) ? (
        <TextField field={form.field('phone')} label={t(messages.phone)} inputMode="tel" maxLength={20} />
      ) : null}
      <PickTiles
        field={form.field('pace')}
        label={t(messages.pace)}
        options={[
          { value: 'at_once', label: t(messages.at_once) },
          { value: 'daily', label: t(messages.daily) },
        ]}
      />
      {pace === 'daily' ? (
        <TextField field={form.field('digestAt')} label={t(messages.digestAt)} type="time" />
      ) : null}
      <TextField
        field={form.field('quietFrom')}
        label={t(messages.quietFrom)}
        hint={t(messages.quietHint)}
        type="time"
      />
      <TextField field={form.field('quietUntil')} label={t(messages.quietUntil)} type="time" />
      <PickMany
        field={form.field('muted')}
        label={t(messages.muted)}
        options={kinds.map((value) => ({ value, label: t(messages[value]) }))}
        grid
        optional
      />
      <Row>
        <SubmitButton form={form} icon="check">
          {t(messages.save)}
        </SubmitButton>
      </Row>
    </Form>
  );
}

function usesPhone(channels: readonly string[]): boolean {
  return channels.includes('whatsapp') || channels.includes('sms');
}
