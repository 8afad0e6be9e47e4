import { messages } from '#operations/messages.ts';
import type { Operation, PlanOperation } from '#operations/schema.ts';
import { emptySite, type SiteValues } from '#web/operations/sites-field.tsx';
import { t } from '#web/platform/i18n.ts';
import { required } from '#web/ui/use-form.ts';

/** The plan of an operation as it stands on screen. */
export type Values = {
  /** The version that stood on screen when it was opened. */
  base: number;
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

/** A plan to begin with: what is planned, or nothing yet. */
export function initialOf(
  planned: Operation | undefined,
  me: { staffId: string; agencyCode: string },
): Values {
  if (!planned)
    return {
      base: 0,
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
    base: planned.version,
    kind: planned.kind,
    title: planned.title,
    leadAgency: planned.leadAgency,
    partnerAgencies: planned.partnerAgencies,
    plannedFrom: planned.plannedFrom,
    plannedTo: planned.plannedTo,
    team: planned.team.filter((it) => !it.left).map((it) => it.staffId),
    sites: planned.sites.map((it) => ({ ...emptySite(), ...it, areaCode: it.areaCode ?? '' })),
    legalBases: planned.legalBases.map((it) => it.legalBasisId),
    instruction: planned.instruction,
  };
}

/** What is missing or impossible before it is sent. */
export function checkPlan(values: Values) {
  const complete = values.sites.every((site) => site.areaCode && site.locationType);
  return {
    ...required(values, ['kind', 'leadAgency', 'plannedFrom', 'plannedTo', 'team', 'legalBases', 'sites']),
    ...(complete ? {} : { sites: t(messages.siteMissing) }),
    ...(values.plannedFrom && values.plannedTo && values.plannedTo <= values.plannedFrom
      ? { plannedTo: t(messages.endFirst) }
      : {}),
  };
}

/** The input of operations/plan and operations/change. */
export function inputOf({ base: _, sites, ...rest }: Values, operationId: string): PlanOperation {
  return { ...rest, operationId, sites: sites.map(({ key: _key, ...site }) => site) };
}
