import { messages } from '#custody/messages.ts';
import type { CustodyRecord } from '#custody/schema/reads.ts';
import { messages as ageMessages } from '#persons/messages/age.ts';
import { FacilityReason } from '#web/custody/facility-reason.tsx';
import { agenciesFitting, fill } from '#web/custody/fitting.ts';
import { asksOf, withAgency, withEnd } from '#web/custody/hand-over-values.ts';
import type { HandOverForm } from '#web/custody/use-hand-over.ts';
import { t } from '#web/platform/i18n.ts';
import { agencyName, type Lists, useAgencies, useColleagues } from '#web/platform/lists.ts';
import { Checkbox, PickTiles, Select, TextField } from '#web/ui/fields.tsx';
import { Card } from '#web/ui/layout.tsx';

/** Where the person goes, and who takes over: an agency and its staff, family, or nobody. */
export function ToWhom(props: { form: HandOverForm; record: CustodyRecord; words: Lists }) {
  const { form, record, words } = props;
  const facts = { record, words };
  const asks = asksOf(form.values, facts);
  const adult = record.held.ageClass === 'ADULT';
  const agencies = useAgencies();
  const end = form.field('endKind');
  return (
    <Card title={t(messages.toWhom)}>
      <PickTiles
        field={{
          ...end,
          set: (chosen) => fill(form, withEnd(form.values, chosen, { ...facts, agencies: agencies.data })),
        }}
        label={t(messages.end)}
        options={words
          .codes('custody_end')
          .filter((it) => adult || !it.extra.adultOnly)
          .map((it) => ({ value: it.code, label: words.label('custody_end', it.code) }))}
      />
      {record.held.ageContested ? <p className="meta">{t(ageMessages.ageContested)}</p> : null}
      {asks.to ? <ReceivingAgency form={form} words={words} kind={asks.to} /> : null}
      <FacilityReason
        asks={asks.facilityReason}
        words={words}
        reason={form.field('facilityReason')}
        note={form.field('facilityNote')}
        police={form.field('policeReference')}
      />
      {asks.named ? (
        <>
          <TextField field={form.field('receiverName')} label={t(messages.receiverName)} maxLength={120} />
          {asks.kin ? (
            <Select
              field={form.field('receiverRelation')}
              label={t(messages.receiverRelation)}
              options={words.options('kin_relation')}
            />
          ) : (
            <TextField
              field={form.field('receiverRelation')}
              label={t(asks.to ? messages.receiverOffice : messages.receiverOfficeOrKin)}
              maxLength={60}
              optional={!asks.relationNeeded}
            />
          )}
        </>
      ) : null}
      {asks.statementLetter ? (
        <Checkbox field={form.field('statementLetter')}>{t(messages.statement)}</Checkbox>
      ) : null}
    </Card>
  );
}

function ReceivingAgency({ form, words, kind }: { form: HandOverForm; words: Lists; kind: string }) {
  const agencies = useAgencies();
  const colleagues = useColleagues();
  const fitting = agenciesFitting(agencies.data, words, kind);
  const agency = form.field('agencyCode');
  const staff = (colleagues.data ?? []).filter((it) => it.agencyCode === agency.value);
  return (
    <>
      <Select
        field={{ ...agency, set: (chosen) => fill(form, withAgency(form.values, chosen)) }}
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
