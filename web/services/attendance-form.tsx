import { messages } from '#services/messages.ts';
import { type Presence, presences } from '#services/rules.ts';
import type { Enrolment } from '#services/schema.ts';
import { accepted } from '#web/platform/api.ts';
import { t } from '#web/platform/i18n.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { Select } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { useForm } from '#web/ui/use-form.ts';

type Props = { programmeId: string; sessionId: string; onDone: () => void };

/** Who was there on a day, place by place. */
export function AttendanceForm({ programmeId, sessionId, onDone }: Props) {
  const roster = useQuery<{ items: Enrolment[] }>(`programmes/${programmeId}/places`);
  return (
    <Loaded query={roster} what={t(messages.rosterWhat)}>
      {({ items }) => {
        const there = items.filter((it) => it.number !== null);
        return there.length === 0 ? (
          <p>{t(messages.noRoster)}</p>
        ) : (
          <Lines there={there} sessionId={sessionId} onDone={onDone} />
        );
      }}
    </Loaded>
  );
}

function Lines(props: { there: readonly Enrolment[]; sessionId: string; onDone: () => void }) {
  const { there, sessionId, onDone } = props;
  const known = (it: Enrolment) => it.attendance.find((one) => one.sessionId === sessionId)?.presence ?? '';
  const form = useForm<Record<string, string>>({
    initial: Object.fromEntries(there.map((it) => [it.enrolmentId, known(it)])),
    submit: async (values, sending) => {
      const noted = Object.entries(values).flatMap(([enrolmentId, presence]) =>
        presence ? [{ enrolmentId, presence: presence as Presence }] : [],
      );
      if (noted.length > 0)
        await accepted('services/keep-attendance', { sessionId, presences: noted }, sending);
      onDone();
    },
  });
  const nameOf = ({ number, person }: Enrolment) =>
    [t(messages.number, { n: number ?? '' }), person?.kind === 'known' ? person.name : '']
      .filter(Boolean)
      .join(' · ');
  return (
    <Form form={form}>
      <p className="meta">{t(messages.attendanceMore)}</p>
      {there.map((it) => (
        <Select
          key={it.enrolmentId}
          field={form.field(it.enrolmentId)}
          label={nameOf(it)}
          options={presences.map((value) => ({ value, label: t(messages[value]) }))}
          optional
        />
      ))}
      <SubmitButton form={form} icon="check">
        {t(messages.keepAttendance)}
      </SubmitButton>
    </Form>
  );
}
