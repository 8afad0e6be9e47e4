import { messages } from '#agencies/messages.ts';
import { rolesFor } from '#agencies/rules.ts';
import { locale, t } from '#web/platform/i18n.ts';
import { agencyName, useAgencies, useLists } from '#web/platform/lists.ts';
import { roleWords } from '#web/platform/role-words.ts';
import { Select } from '#web/ui/fields.tsx';
import type { Bound } from '#web/ui/use-form.ts';

/** Agency, role and area of a desk; the roles follow from the kind of agency. */
export function DeskFields(props: { agency: Bound<string>; role: Bound<string>; area: Bound<string> }) {
  const agencies = useAgencies();
  const lists = useLists();
  const list = [...(agencies.data ?? [])].sort((a, b) =>
    agencyName(a).localeCompare(agencyName(b), locale()),
  );
  const kind = list.find((it) => it.agencyCode === props.agency.value)?.kind ?? '';
  const roles = props.agency.value ? rolesFor(kind) : [];
  const districts = (lists.data?.areas ?? [])
    .filter((it) => it.kind === 'district')
    .map((it) => ({ value: it.areaCode, label: it.name }));
  return (
    <>
      <Select
        field={props.agency}
        label={t(messages.agency)}
        placeholder="—"
        options={list.map((it) => ({ value: it.agencyCode, label: agencyName(it) }))}
      />
      <Select
        field={props.role}
        label={t(messages.role)}
        placeholder="—"
        options={roles.map((role) => ({ value: role, label: t(roleWords[role]) }))}
      />
      {props.role.value === 'area_desk' ? (
        <Select
          field={props.area}
          label={t(messages.area)}
          hint={t(messages.areaHint)}
          placeholder="—"
          options={[...districts, ...(lists.data?.villages() ?? [])]}
        />
      ) : null}
    </>
  );
}

export const noDesk = { agencyCode: '', role: '', areaCode: '' };

/** The desk as it is sent: an area only where there is one. */
export function deskOf(values: typeof noDesk) {
  return {
    agencyCode: values.agencyCode,
    role: values.role,
    areaCode: values.role === 'area_desk' && values.areaCode ? values.areaCode : null,
  };
}
