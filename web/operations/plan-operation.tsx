import { useLocation } from 'wouter';
import { messages } from '#operations/messages.ts';
import { isValidOn } from '#operations/rules.ts';
import type { LegalBasis, Operation, PlanOperation } from '#operations/schema.ts';
import { AgencyPicker, TeamPicker } from '#web/operations/pickers.tsx';
import { emptySite, SitesField, type SiteValues } from '#web/operations/sites-field.tsx';
import { accepted } from '#web/platform/api.ts';
import { wallClock } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { newId } from '#web/platform/ids.ts';
import { type Lists, useAgencies, useLists } from '#web/platform/lists.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { useSession } from '#web/platform/session.tsx';
import { useQuery } from '#web/platform/use-query.ts';
import { DateTimeField, PickMany, PickTiles, Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page, StickyActions } from '#web/ui/page.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

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

type Values = {
  kind: string;
  title: string;
  leadAgency: string;
  partnerAgencies: string[];
  plannedFrom: string;
  plannedTo: string;
  team: string[];
  sites: SiteValues[];
  legalBases: string[];
  instruction: string;
};

function initialOf(planned: Operation | undefined, me: { staffId: string; agencyCode: string }): Values {
  if (!planned)
    return {
      kind: '',
      title: '',
      leadAgency: me.agencyCode,
      partnerAgencies: [],
      plannedFrom: '',
      plannedTo: '',
      team: [me.staffId],
      sites: [emptySite()],
      legalBases: [],
      instruction: '',
    };
  return {
    kind: planned.kind,
    title: planned.title,
    leadAgency: planned.leadAgency,
    partnerAgencies: planned.partnerAgencies,
    plannedFrom: planned.plannedFrom,
    plannedTo: planned.plannedTo,
    team: planned.team.filter((it) => !it.left).map((it) => it.staffId),
    sites: planned.sites.map((it) => ({ ...it, areaCode: it.areaCode ?? '', key: newId() })),
    legalBases: planned.legalBases.map((it) => it.legalBasisId),
    instruction: planned.instruction,
  };
}

function checkPlan(values: Values) {
  const complete = values.sites.every((site) => site.areaCode && site.locationType);
  return {
    ...required(values, ['kind', 'leadAgency', 'plannedFrom', 'plannedTo', 'team', 'legalBases', 'sites']),
    ...(complete ? {} : { sites: t(messages.siteMissing) }),
    ...(values.plannedFrom && values.plannedTo && values.plannedTo <= values.plannedFrom
      ? { plannedTo: t(messages.endFirst) }
      : {}),
  };
}

function usePlanForm(planned: Operation | undefined) {
  const { staff } = useSession();
  const [, navigate] = useLocation();
  const toast = useToast();
  return useForm<Values>({
    initial: initialOf(planned, staff),
    check: checkPlan,
    submit: async (values, sending) => {
      const operationId = planned?.operationId ?? sending.id;
      const input: PlanOperation = {
        ...values,
        operationId,
        sites: values.sites.map(({ key: _, ...site }) => site),
      };
      const name = planned ? 'operations/change' : 'operations/plan';
      const options = planned ? { ...sending, basedOn: planned.version } : sending;
      await accepted(name, input, options);
      toast({ text: t(messages.planSaved) });
      navigate(`/operasi/${operationId}`);
    },
  });
}

function PlanForm(props: { lists: Lists; bases: readonly LegalBasis[]; planned: Operation | undefined }) {
  const { lists, bases } = props;
  const form = usePlanForm(props.planned);
  const { staff } = useSession();
  const agencies = useAgencies();
  const { values, field } = form;
  const day = wallClock(values.plannedFrom || Date.now()).date;
  return (
    <Form form={form} label={t(messages.planTitle)}>
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
