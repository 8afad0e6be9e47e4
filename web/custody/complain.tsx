import { useLocation } from 'wouter';
import type { Agency } from '#agencies/schema.ts';
import { messages } from '#custody/messages.ts';
import { complainants, readingAgencies } from '#custody/rules.ts';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { agencyName, type Lists, useAgencies, useColleagues, useLists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { useSession } from '#web/platform/session.tsx';
import { PickTiles, Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page, StickyActions } from '#web/ui/page.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

/** A complaint by or for a child, read only outside the unit it is about. */
export function Screen({ params }: ScreenProps) {
  const lists = useLists();
  return (
    <Page
      title={t(messages.complaintTitle)}
      lead={t(messages.complaintLead)}
      crumbs={[{ label: t(messages.place), href: '/penjagaan' }]}
    >
      <Loaded query={{ ...lists, set: () => {} }} what={t(messages.listWhat)}>
        {(words) => <ComplaintForm words={words} personId={params.personId} />}
      </Loaded>
    </Page>
  );
}

function ComplaintForm({ words, personId }: { words: Lists; personId: string | undefined }) {
  const { staff } = useSession();
  const agencies = useAgencies();
  const colleagues = useColleagues();
  const toast = useToast();
  const [, navigate] = useLocation();
  const usual = String(words.setting('complaintAgency') ?? '');
  const form = useForm({
    initial: { saidBy: '', subject: '', said: '', aboutAgency: staff.agencyCode, toAgency: '' },
    // About whoever usually reads them, somebody has to choose another reader.
    check: (values) =>
      required(values, [
        'saidBy',
        'subject',
        'said',
        'aboutAgency',
        ...(values.aboutAgency === usual ? (['toAgency'] as const) : []),
      ]),
    submit: async (values, sending) => {
      const { toAgency, said, ...rest } = values;
      const input = {
        ...rest,
        complaintId: sending.id,
        said: said.trim(),
        ...(toAgency ? { toAgency } : {}),
        ...(personId ? { personId } : {}),
      };
      const sent = await accepted<{ toAgency: string }>('custody/complain', input, sending);
      toast({ text: t(messages.complaintSent, { agency: agencies.nameOf(sent.toAgency) }), icon: 'send' });
      navigate('/penjagaan');
    },
  });
  const all = agencies.data ?? [];
  const about = form.values.aboutAgency;
  const reader =
    about === usual
      ? { hint: t(messages.complaintToOther, { agency: agencies.nameOf(usual) }) }
      : {
          hint: t(messages.complaintToHint, { agency: agencies.nameOf(usual) }),
          placeholder: agencies.nameOf(usual),
          optional: true,
        };
  return (
    <Form form={form}>
      <Card>
        <PickTiles
          field={form.field('saidBy')}
          label={t(messages.complaintBy)}
          options={complainants.map((value) => ({ value, label: t(messages[value]) }))}
        />
        <PickTiles
          field={form.field('subject')}
          label={t(messages.complaintSubject)}
          options={words.options('complaint_subject')}
        />
        <TextField
          field={form.field('said')}
          label={t(messages.complaintSaid)}
          hint={t(messages.complaintSaidHint)}
          lines={6}
          maxLength={2000}
        />
        <Select
          field={form.field('aboutAgency')}
          label={t(messages.complaintAbout)}
          options={optionsOf(all)}
        />
        <Select
          field={form.field('toAgency')}
          label={t(messages.complaintTo)}
          {...reader}
          options={optionsOf(readingAgencies(all, colleagues.data ?? [], about))}
        />
      </Card>
      <StickyActions>
        <SubmitButton form={form} icon="send">
          {t(messages.complaintSend)}
        </SubmitButton>
      </StickyActions>
    </Form>
  );
}

function optionsOf(agencies: readonly Agency[]) {
  return agencies.map((it) => ({ value: it.agencyCode, label: agencyName(it) }));
}
