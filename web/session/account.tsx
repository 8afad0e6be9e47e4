import { useState } from 'react';
import { useLocation } from 'wouter';
import { locale, setLocale, t } from '#web/platform/i18n.ts';
import { useAgencies } from '#web/platform/lists.ts';
import { roleWords } from '#web/platform/role-words.ts';
import { useSession, useSessionState } from '#web/platform/session.tsx';
import { setTheme, type Theme, theme } from '#web/platform/theme.ts';
import { messages } from '#web/session/messages.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card, Facts, Split, Stack } from '#web/ui/layout.tsx';
import { Page } from '#web/ui/page.tsx';
import { Segment } from '#web/ui/tabs.tsx';
import { useToast } from '#web/ui/toast.tsx';

/** One's own account: who one is here, language, appearance, and the way out. */
export function Screen() {
  const { staff, city } = useSession();
  const agencies = useAgencies();
  const { signOut, changeLocale } = useSessionState();
  const [look, setLook] = useState<Theme>(theme);
  const [, navigate] = useLocation();
  const toast = useToast();

  async function speak(next: 'id' | 'en') {
    const before = locale();
    try {
      await changeLocale(next);
      toast({ text: t(messages.localeKept) });
    } catch {
      // The server did not keep it: the screen stays in the chosen language on this device.
      if (before !== next) setLocale(next);
    }
  }

  return (
    <Page
      title={t(messages.account)}
      lead={t(messages.accountLead, { role: t(roleWords[staff.role]), city: city.name })}
    >
      <Split shape="even">
        <Stack>
          <Card title={t(messages.you)}>
            <Facts
              facts={[
                [t(messages.name), staff.name],
                [t(messages.role), t(roleWords[staff.role])],
                [t(messages.agency), agencies.nameOf(staff.agencyCode)],
                [t(messages.city), city.name],
              ]}
            />
            <p className="meta">{t(messages.signOutMore)}</p>
            <div className="row">
              <Button icon="out" onClick={() => void signOut().finally(() => navigate('/masuk'))}>
                {t(messages.signOut)}
              </Button>
            </div>
          </Card>
        </Stack>
        <Stack>
          <Card title={t(messages.language)}>
            <p className="meta">{t(messages.languageMore)}</p>
            <Segment
              label={t(messages.language)}
              value={locale()}
              options={[
                { value: 'id', label: 'Bahasa Indonesia' },
                { value: 'en', label: 'English' },
              ]}
              onChange={(next) => void speak(next)}
            />
          </Card>
          <Card title={t(messages.appearance)}>
            <p className="meta">{t(messages.appearanceMore)}</p>
            <Segment
              label={t(messages.appearance)}
              value={look}
              options={[
                { value: 'system', label: t(messages.asDevice) },
                { value: 'light', label: t(messages.light) },
                { value: 'dark', label: t(messages.dark) },
              ]}
              onChange={(next) => {
                setTheme(next);
                setLook(next);
              }}
            />
            {city.demonstration ? (
              <div className="row">
                <LinkButton href="/pola" kind="quiet">
                  {t(messages.openPatterns)}
                </LinkButton>
              </div>
            ) : null}
          </Card>
        </Stack>
      </Split>
    </Page>
  );
}
