import { useLocation } from 'wouter';
import { messages } from '#operations/messages.ts';
import { isValidOn } from '#operations/rules.ts';
import type { LegalBasis, Operation } from '#operations/schema.ts';
import { AgencyPicker, TeamPicker } from '#web/operations/pickers.tsx';
import { PlanChanged } from '#web/operations/plan-changed.tsx';
import { checkPlan, initialOf, inputOf, type Values } from '#web/operations/plan-values.ts';
import { SitesField } from '#web/operations/sites-field.tsx';
import { accepted } from '#web/platform/api.ts';
import { wallClock } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { useSession } from '#web/platform/session.tsx';
import { useNewest } from '#web/platform/use-newest.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { DateTimeField, PickMany, PickTiles, Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page, StickyActions } from '#web/ui/page.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { useForm } from '#web/ui/use-form.ts';

/** Plans an operation, or changes the plan of one that has not begun. */
export function Screen({ params }: ScreenProps) {
  const { operationId } = params;
  const lists = useLists();
  const bases = useQuery<{ items: LegalBasis[] }>('legal-bases');
  const planned = useQuery<Operation>(operationId ? `operations/${operationId}` : null);
  const crumbs = [{ label: t(messages.place), href: '/operasi' }];
  return (
    <Page
      title={t(operationId ? messages.changeTitle : messages.planTitle)}
      lead={t(messages.planLead)}
      crumbs={crumbs}
    >
      <Loaded query={lists} what={t(messages.one)}>
        {(words) => (
          <Loaded query={bases} what={t(messages.lawTitle)}>
            {({ items }) =>
              operationId ? (
                <Loaded query={planned} what={t(messages.one)}>
                  {(operation) => <PlanForm lists={words} bases={items} planned={operation} />}
                </Loaded>
              ) : (
                <PlanForm lists={words} bases={items} planned={undefined} />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function usePlanForm(planned: Operation | undefined) {
  const { staff } = useSession();
  const [, navigate] = useLocation();
  const toast = useToast();
  const { newest, onRefused } = useNewest(planned, `operations/${planned?.operationId}`);
  const form = useForm<Values>({
    initial: initialOf(planned, staff),
    check: checkPlan,
    submit: async (values, sending) => {
      const operationId = planned?.operationId ?? sending.id;
      const input = inputOf(values, operationId);
      // What is stored now stands beside what was typed by then: to save is to decide.
      const changing = { ...sending, ...(newest ? { basedOn: newest.version } : {}) };
      await (planned
        ? accepted('operations/change', input, changing).catch(onRefused)
        : accepted('operations/plan', input, sending));
      toast({ text: t(messages.planSaved) });
      navigate(`/operasi/${operationId}`);
    },
  });
  return { form, newest };
}

function PlanForm(props: { lists: Lists; bases: readonly LegalBasis[]; planned: Operation | undefined }) {
  const { lists, bases } = props;
  const { form, newest } = usePlanForm(props.planned);
  const { staff } = useSession();
  const agencies = useAgencies();
  const { values, field } = form;
  const day = wallClock(values.plannedFrom || Date.now()).date;
  return (
    <Form form={form} label={t(messages.planTitle)}>
      {newest ? <PlanChanged newest={newest} form={form} bases={bases} lists={lists} /> : null}
      <Card>
        <PickTiles
          field={field('kind')}
          label={t(messages.kind)}
          hint={t(messages.kindHint)}
          options={lists.options('operation_kind')}
        />
        <TextField
          field={field('title')}
          label={t(messages.title)}
          hint={t(messages.titleHint)}
          maxLength={120}
          optional
        />
        <DateTimeField field={field('plannedFrom')} label={t(messages.from)} />
        <DateTimeField field={field('plannedTo')} label={t(messages.to)} />
      </Card>
      <Card title={t(messages.agencies)}>
        {staff.role === 'coordinator' ? (
          <Select
            field={field('leadAgency')}
            label={t(messages.leadAgency)}
            options={(agencies.data ?? []).map((it) => ({
              value: it.agencyCode,
              label: agencies.nameOf(it.agencyCode),
            }))}
          />
        ) : (
          <p>
            {t(messages.leadAgency)}: <b>{agencies.nameOf(values.leadAgency)}</b>
          </p>
        )}
        <AgencyPicker field={field('partnerAgencies')} without={values.leadAgency} />
        <TeamPicker field={field('team')} />
      </Card>
      <SitesField field={field('sites')} lists={lists} />
      <Card title={t(messages.bases)}>
        <PickMany
          field={field('legalBases')}
          label={t(messages.bases)}
          hint={t(messages.basesHint)}
          options={bases
            .filter((basis) => isValidOn(basis, day) || values.legalBases.includes(basis.legalBasisId))
            .map((basis) => ({
              value: basis.legalBasisId,
              label: basis.number,
              hint: basis.textChecked ? basis.title : `${basis.title} · ${t(messages.notChecked)}`,
            }))}
        />
        <TextField
          field={field('instruction')}
          label={t(messages.instruction)}
          lines={4}
          maxLength={2000}
          optional
        />
      </Card>
      <StickyActions>
        <SubmitButton form={form} icon="check" big>
          {t(messages.savePlan)}
        </SubmitButton>
      </StickyActions>
    </Form>
  );
}
