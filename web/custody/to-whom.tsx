import { messages } from '#custody/messages.ts';
import { receivingOf } from '#custody/rules/receivers.ts';
import type { CustodyRecord } from '#custody/schema/reads.ts';
import { messages as ageMessages } from '#persons/messages/age.ts';
import { FacilityReason } from '#web/custody/facility-reason.tsx';
import { agenciesFitting } from '#web/custody/fitting.ts';
import type { HandOverForm } from '#web/custody/use-hand-over.ts';
import { t } from '#web/platform/i18n.ts';
import { agencyName, type Lists, useAgencies, useColleagues } from '#web/platform/lists.ts';
import { Checkbox, PickTiles, Select, TextField } from '#web/ui/fields.tsx';
import { Card } from '#web/ui/layout.tsx';

/** Where the person goes, and who takes over: an agency and its staff, family, or nobody. */
export function ToWhom(props: { form: HandOverForm; record: CustodyRecord; words: Lists }) {
  const { form, record, words } = props;
  const { values } = form;
  const end = words.code('custody_end', values.endKind);
  const adult = record.held.ageClass === 'ADULT';
  const kin = end?.extra.receiver === 'kin';
  const receiving = end ? receivingOf(end.extra) : 'nobody';
  const toAgency = receiving === 'agency';
  return (
    <Card title={t(messages.toWhom)}>
      <PickTiles
        field={form.field('endKind')}
        label={t(messages.end)}
        options={words
          .codes('custody_end')
          .filter((it) => adult || !it.extra.adultOnly)
          .map((it) => ({ value: it.code, label: words.label('custody_end', it.code) }))}
      />
      {record.held.ageContested ? <p className="meta">{t(ageMessages.ageContested)}</p> : null}
      {toAgency ? <ReceivingAgency form={form} words={words} kind={String(end?.extra.to)} /> : null}
      <FacilityReason
        asks={Boolean(end?.extra.asksReasonWithoutOffence) && !adult}
        words={words}
        reason={form.field('facilityReason')}
        note={form.field('facilityNote')}
        police={form.field('policeReference')}
      />
      {receiving !== 'nobody' && (!toAgency || !values.receiverStaffId) ? (
        <>
          <TextField field={form.field('receiverName')} label={t(messages.receiverName)} maxLength={120} />
          {kin ? (
            <Select
              field={form.field('receiverRelation')}
              label={t(messages.receiverRelation)}
              options={words.options('kin_relation')}
            />
          ) : (
            <TextField
              field={form.field('receiverRelation')}
              label={t(toAgency ? messages.receiverOffice : messages.receiverOfficeOrKin)}
              maxLength={60}
              optional={toAgency || adult}
            />
          )}
        </>
      ) : null}
      {end?.extra.statementLetter ? (
        <Checkbox field={form.field('statementLetter')}>{t(messages.statement)}</Checkbox>
      ) : null}
    </Card>
  );
}

function ReceivingAgency({ form, words, kind }: { form: HandOverForm; words: Lists; kind: string }) {
  const agencies = useAgencies();
  const colleagues = useColleagues();
  const fitting = agenciesFitting(agencies.data, words, kind);
  const { agencyCode } = form.values;
  const staff = (colleagues.data ?? []).filter((it) => it.agencyCode === agencyCode);
  return (
    <>
      <Select
        field={form.field('agencyCode')}
        label={t(messages.agency)}
        options={fitting.map((it) => ({ value: it.agencyCode, label: agencyName(it) }))}
      />
      <TextField
        field={form.field('facility')}
        label={t(messages.facility)}
        hint={t(messages.facilityHint)}
        maxLength={120}
        optional
      />
      {staff.length > 0 ? (
        <Select
          field={form.field('receiverStaffId')}
          label={t(messages.receiverStaff)}
          placeholder={t(messages.receiverStaffOther)}
          options={staff.map((it) => ({ value: it.staffId, label: it.name }))}
          optional
        />
      ) : null}
    </>
  );
}
