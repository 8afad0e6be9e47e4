import { useState } from 'react';
import type { FoundPersons } from '#persons/schema.ts';
import { lettersIn } from '#platform/letters.ts';
import { messages } from '#today/messages/life.ts';
import { PersonList } from '#web/persons/children.tsx';
import { t } from '#web/platform/i18n.ts';
import { useLook } from '#web/platform/use-query.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card, Section, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';
import { useForm } from '#web/ui/use-form.ts';

/** A child by name, among those the viewer's task is about. The name travels in no address. */
export function Screen() {
  const [asked, setAsked] = useState<string | null>(null);
  const form = useForm({
    initial: { text: '' },
    check: ({ text }) => (lettersIn(text) < 2 ? { text: t(messages.searchShort) } : {}),
    submit: async ({ text }) => setAsked(text.trim()),
  });
  const found = useLook<FoundPersons>('persons/search', asked === null ? null : { text: asked });
  return (
    <Page title={t(messages.search)} crumbs={[{ label: t(messages.children), href: '/anak' }]}>
      <Stack gap="wide">
        <Card>
          <Form form={form}>
            <TextField
              field={form.field('text')}
              label={t(messages.searchLabel)}
              hint={t(messages.searchHint)}
              maxLength={80}
              autoComplete="off"
            />
            <SubmitButton form={form}>{t(messages.searchGo)}</SubmitButton>
          </Form>
        </Card>
        {asked === null ? null : (
          <Loaded query={found} what={t(messages.found)}>
            {(data) => <Results found={data} />}
          </Loaded>
        )}
      </Stack>
    </Page>
  );
}

function Results({ found }: { found: FoundPersons }) {
  const count = found.items.length;
  if (count === 0)
    return (
      <Card>
        <EmptyState title={t(messages.searchNone)} level={2}>
          {t(messages.searchNoneMore)}
        </EmptyState>
      </Card>
    );
  return (
    <Section title={<span role="status">{t(messages.searchFound, { count })}</span>}>
      <PersonList persons={found.items} />
      {found.more ? <Notice>{t(messages.searchMore)}</Notice> : null}
    </Section>
  );
}
