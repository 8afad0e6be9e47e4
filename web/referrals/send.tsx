import { useLocation } from 'wouter';
import { messages } from '#referrals/messages.ts';
import { type DisclosableField, disclosable, disclosableFields } from '#referrals/rules.ts';
import type { DutyOption, ReferralOptions } from '#referrals/schema.ts';
import { personView } from '#web/persons/person-of.tsx';
import { accepted } from '#web/platform/api.ts';
import { shortDate, workingDays } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { fieldWords, shownFacts, valueWords } from '#web/referrals/words.tsx';
import { type Option, PickMany, Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Aside, Card, Facts, Split, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page } from '#web/ui/page.tsx';
import { PersonTag } from '#web/ui/person-tag.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';
import '#web/referrals/referrals.css';

/** Refers the child of a case to the queue of an agency that has the duty. */
export function Screen({ params }: ScreenProps) {
  const caseId = params.caseId ?? '';
  const options = useQuery<ReferralOptions>(`cases/${caseId}/referral-options`);
  const lists = useLists();
  const crumbs = options.data ? [{ label: options.data.caseNumber, href: `/kasus/${caseId}` }] : [];
  return (
    <Page title={t(messages.refer)} lead={t(messages.referLead)} crumbs={crumbs}>
      <Loaded query={lists} what={t(messages.one)}>
        {(words) => (
          <Loaded query={options} what={t(messages.one)}>
            {(offered) => <SendForm caseId={caseId} offered={offered} words={words} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

type Values = {
  planLineId: string;
  dutyCode: string;
  toAgency: string;
  question: string;
  discloses: string[];
};

function useSendForm(caseId: string) {
  const [, navigate] = useLocation();
  const toast = useToast();
  return useForm<Values>({
    initial: { planLineId: '', dutyCode: '', toAgency: '', question: '', discloses: ['name', 'age', 'sex'] },
    check: (values) => ({
      ...required(values, ['dutyCode', 'toAgency', 'question']),
      discloses: missingName(values.discloses),
    }),
    submit: async (values, sending) => {
      const referralId = sending.id;
      const { planLineId, question, ...rest } = values;
      const input = {
        referralId,
        caseId,
        ...rest,
        question: question.trim(),
        planLineId: planLineId || null,
      };
      const sent = await accepted<{ referralId: string }>('referrals/send', input, sending);
      toast({ text: t(messages.doneSent), icon: 'send' });
      navigate(`/rujukan/${sent.referralId}`);
    },
  });
}

function missingName(discloses: readonly string[]): string | undefined {
  if (discloses.includes('name')) return undefined;
  const lonely = disclosableFields.find((field) => discloses.includes(field) && disclosable[field].needsName);
  return lonely ? `${t(fieldWords[lonely])}: ${t(messages.needsName)}` : undefined;
}

type Offered = { caseId: string; offered: ReferralOptions; words: Lists };

function SendForm({ caseId, offered, words }: Offered) {
  const form = useSendForm(caseId);
  const agencies = useAgencies();
  const { values } = form;
  const duty = offered.duties.find((it) => it.dutyCode === values.dutyCode);
  const holder = duty?.agencies.find((it) => it.agencyCode === values.toAgency);
  const dutyField = form.field('dutyCode');
  const setDuty = (dutyCode: string) => {
    dutyField.set(dutyCode);
    const holders = offered.duties.find((it) => it.dutyCode === dutyCode)?.agencies ?? [];
    form.set('toAgency', holders.length === 1 ? (holders[0]?.agencyCode ?? '') : '');
  };
  return (
    <Form form={form}>
      <Split>
        <Card title={t(messages.asked)}>
          {offered.planLines.length > 0 ? (
            <Select
              field={form.field('planLineId')}
              label={t(messages.linkPlan)}
              placeholder={t(messages.noPlanLine)}
              options={offered.planLines.map((line) => ({
                value: line.planLineId,
                label: `${line.goal} (${agencies.nameOf(line.agencyCode)}, ${shortDate(line.dueOn)})`,
              }))}
              optional
            />
          ) : null}
          <Select
            field={{ ...dutyField, set: setDuty }}
            label={t(messages.duty)}
            options={offered.duties.map((it) => ({
              value: it.dutyCode,
              label: words.label('duty', it.dutyCode),
            }))}
          />
          <Select
            field={form.field('toAgency')}
            label={t(messages.agency)}
            hint={duty ? t(messages.agencyHint) : t(messages.chooseDutyFirst)}
            options={agencyOptions(duty, agencies.nameOf)}
          />
          {duty ? (
            <Facts
              facts={[
                [t(messages.clock), t(messages.clockIs, { days: workingDays(duty.workingDays) })],
                [t(messages.basis), holder?.basis ?? t(messages.noBasis)],
              ]}
            />
          ) : null}
          {holder && !holder.hasDesk ? <Notice>{t(messages.noDesk)}</Notice> : null}
          <TextField
            field={form.field('question')}
            label={t(messages.question)}
            hint={t(messages.questionHint)}
            lines={5}
            maxLength={2000}
          />
          <PickMany
            field={form.field('discloses')}
            label={t(messages.disclose)}
            hint={t(messages.discloseHint)}
            options={fieldOptions(offered, words)}
            grid
          />
        </Card>
        <Aside label={t(messages.preview, { agency: agencies.nameOf(values.toAgency) })}>
          <Preview offered={offered} words={words} values={values} />
          <SubmitButton form={form} icon="send" block>
            {t(messages.send)}
          </SubmitButton>
        </Aside>
      </Split>
    </Form>
  );
}

function agencyOptions(duty: DutyOption | undefined, nameOf: (code: string) => string): Option[] {
  return (duty?.agencies ?? []).map(({ agencyCode, hasDesk }) => ({
    value: agencyCode,
    label: hasDesk ? nameOf(agencyCode) : `${nameOf(agencyCode)} (${t(messages.noDeskShort)})`,
  }));
}

function fieldOptions(offered: ReferralOptions, words: Lists): Option[] {
  return offered.fields.map((value) => {
    const said = valueWords(value, words, offered.person) || t(messages.empty);
    const short = said.length > 70 ? `${said.slice(0, 69)}…` : said;
    const hint = disclosable[value.field].needsName ? `${short} (${t(messages.needsName)})` : short;
    return { value: value.field, label: t(fieldWords[value.field]), hint };
  });
}

/** The box as the agency will see it, while the fields are being chosen. */
function Preview({ offered, words, values }: { offered: ReferralOptions; words: Lists; values: Values }) {
  const agencies = useAgencies();
  const shows = (field: DisclosableField) => values.discloses.includes(field);
  const { person } = offered;
  const seen = {
    ...person,
    sex: shows('sex') ? person.sex : ('unknown' as const),
    ageLow: shows('age') ? person.ageLow : null,
  };
  const rest = offered.fields.filter(
    ({ field }) => shows(field) && field !== 'name' && field !== 'age' && field !== 'sex',
  );
  const title = values.toAgency
    ? t(messages.preview, { agency: agencies.nameOf(values.toAgency) })
    : t(messages.previewNobody);
  return (
    <section className="disclosed" aria-labelledby="preview">
      <h2 id="preview">
        <Icon name="eye" /> {title}
      </h2>
      {shows('name') ? (
        <PersonTag person={personView(person)} more={shownFacts(seen)} />
      ) : (
        <PersonTag
          person={{
            kind: 'restricted',
            caseNumber: offered.caseNumber,
            reason: [t(messages.nameWithheld), shownFacts(seen)].filter(Boolean).join(' · '),
          }}
        />
      )}
      <Stack gap="tight">
        {rest.length > 0 ? (
          <Facts
            facts={rest.map((value) => [
              t(fieldWords[value.field]),
              valueWords(value, words, person) || <span className="meta">{t(messages.empty)}</span>,
            ])}
          />
        ) : null}
        <p className="meta">{t(messages.untilClosed)}</p>
      </Stack>
    </section>
  );
}
