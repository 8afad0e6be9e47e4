import { useLocation } from 'wouter';
import { messages } from '#meetings/messages/meetings.ts';
import { kindsFor } from '#meetings/rules/meetings.ts';
import type { Meeting, MeetingSummary, PlanMeeting } from '#meetings/schema/meetings.ts';
import { messages as operationMessages } from '#operations/messages.ts';
import { isValidOn } from '#operations/rules.ts';
import type { LegalBasis } from '#operations/schema.ts';
import { lettersIn } from '#platform/letters.ts';
import { SpeakersField, type SpeakerValues, wrongInSpeaker } from '#web/meetings/speakers-field.tsx';
import { accepted } from '#web/platform/api.ts';
import { shortDate, wallClock } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { ScreenProps } from '#web/platform/router.tsx';
import { useSession } from '#web/platform/session.tsx';
import { type Listed, useQuery } from '#web/platform/use-query.ts';
import { DateTimeField, PickMany, PickTiles, Select, TextField } from '#web/ui/fields.tsx';
import { Form, SubmitButton } from '#web/ui/form.tsx';
import { Card } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loading.tsx';
import { Page, StickyActions } from '#web/ui/page.tsx';
import { useToast } from '#web/ui/toast.tsx';
import { required, useForm } from '#web/ui/use-form.ts';

/** Plans a meeting, or changes one that has not been held. */
export function Screen({ params }: ScreenProps) {
  const { meetingId } = params;
  const bases = useQuery<{ items: LegalBasis[] }>('legal-bases');
  const earlier = useQuery<Listed<MeetingSummary>>('meetings', { show: 'all' });
  const planned = useQuery<Meeting>(meetingId ? `meetings/${meetingId}` : null);
  return (
    <Page
      title={t(meetingId ? messages.changeTitle : messages.planTitle)}
      lead={t(messages.planLead)}
      crumbs={[{ label: t(messages.place), href: '/rapat' }]}
    >
      <Loaded query={bases} what={t(messages.bases)}>
        {({ items }) => (
          <Loaded query={earlier} what={t(messages.list)}>
            {(meetings) =>
              meetingId ? (
                <Loaded query={planned} what={t(messages.one)}>
                  {(meeting) => <PlanForm bases={items} earlier={meetings.items} planned={meeting} />}
                </Loaded>
              ) : (
                <PlanForm bases={items} earlier={meetings.items} planned={undefined} />
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
  theme: string;
  aims: string;
  place: string;
  startsAt: string;
  endsAt: string;
  replyBy: string;
  openedBy: string;
  followsId: string;
  legalBases: string[];
  speakers: SpeakerValues[];
};

function initialOf(planned: Meeting | undefined, kind: string): Values {
  return {
    kind: planned?.kind ?? kind,
    title: planned?.title ?? '',
    theme: planned?.theme ?? '',
    aims: planned?.aims.join('\n') ?? '',
    place: planned?.place ?? '',
    startsAt: planned?.startsAt ?? '',
    endsAt: planned?.endsAt ?? '',
    replyBy: planned?.replyBy ?? '',
    openedBy: planned?.openedBy ?? '',
    followsId: planned?.follows?.meetingId ?? '',
    legalBases: planned?.legalBases.map((it) => it.legalBasisId) ?? [],
    speakers: planned ? planned.speakers.map(({ speakerId, ...it }) => ({ id: speakerId, ...it })) : [],
  };
}

const aimsOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function checkPlan(values: Values) {
  const aims = aimsOf(values.aims);
  const isShort = aims.some((aim) => lettersIn(aim) < 3 || aim.length > 300);
  return {
    ...required(values, ['kind', 'title', 'place', 'startsAt', 'endsAt']),
    ...(aims.length > 12 ? { aims: t(messages.tooManyAims) } : {}),
    ...(isShort ? { aims: t(messages.shortAim) } : {}),
    ...(values.startsAt && values.endsAt && values.endsAt <= values.startsAt
      ? { endsAt: t(messages.endFirst) }
      : {}),
    ...(values.speakers.some((it) => wrongInSpeaker(it).office)
      ? { speakers: t(messages.officeMissing) }
      : {}),
  };
}

function usePlanForm(planned: Meeting | undefined, kinds: readonly string[]) {
  const [, navigate] = useLocation();
  const toast = useToast();
  return useForm<Values>({
    initial: initialOf(planned, kinds.length === 1 ? (kinds[0] ?? '') : ''),
    check: checkPlan,
    submit: async (values, sending) => {
      const meetingId = planned?.meetingId ?? sending.id;
      const input = {
        ...values,
        meetingId,
        aims: aimsOf(values.aims),
        replyBy: values.replyBy || null,
        followsId: values.followsId || null,
        speakers: values.speakers.map(({ id, ...it }) => ({ speakerId: id, ...it })),
      } as PlanMeeting;
      const options = planned ? { ...sending, basedOn: planned.version } : sending;
      await accepted(planned ? 'meetings/change' : 'meetings/plan', input, options);
      toast({ text: t(messages.saved) });
      navigate(`/rapat/${meetingId}`);
    },
  });
}

type FormProps = {
  bases: readonly LegalBasis[];
  earlier: readonly MeetingSummary[];
  planned: Meeting | undefined;
};

function PlanForm({ bases, earlier, planned }: FormProps) {
  const { staff } = useSession();
  const kinds = kindsFor(staff.role);
  const form = usePlanForm(planned, kinds);
  const { values, field } = form;
  const day = wallClock(values.startsAt || Date.now()).date;
  return (
    <Form form={form} label={t(messages.planTitle)}>
      <Card>
        <PickTiles
          field={field('kind')}
          label={t(messages.kind)}
          options={kinds.map((kind) => ({ value: kind, label: t(messages[kind]) }))}
        />
        <TextField
          field={field('title')}
          label={t(messages.title)}
          hint={t(messages.titleHint)}
          maxLength={200}
        />
        <TextField field={field('theme')} label={t(messages.theme)} maxLength={300} optional />
        <TextField
          field={field('aims')}
          label={t(messages.aims)}
          hint={t(messages.aimsHint)}
          lines={4}
          optional
        />
      </Card>
      <Card>
        <DateTimeField field={field('startsAt')} label={t(messages.startsAt)} />
        <DateTimeField field={field('endsAt')} label={t(messages.endsAt)} />
        <DateTimeField field={field('replyBy')} label={t(messages.replyBy)} optional />
        <TextField field={field('place')} label={t(messages.where)} maxLength={200} />
        <TextField
          field={field('openedBy')}
          label={t(messages.openedBy)}
          hint={t(messages.openedByHint)}
          maxLength={200}
          optional
        />
        <Select
          field={field('followsId')}
          label={t(messages.follows)}
          placeholder={t(messages.followsNone)}
          options={earlier
            .filter((it) => it.meetingId !== planned?.meetingId && it.state !== 'cancelled')
            .map((it) => ({ value: it.meetingId, label: `${it.title}, ${shortDate(it.startsAt)}` }))}
          optional
        />
      </Card>
      <SpeakersField field={field('speakers')} problem={form.problem} />
      <Card title={t(messages.bases)}>
        <PickMany
          field={field('legalBases')}
          label={t(messages.bases)}
          optional
          options={bases
            .filter((basis) => isValidOn(basis, day) || values.legalBases.includes(basis.legalBasisId))
            .map((basis) => ({
              value: basis.legalBasisId,
              label: basis.number,
              hint: basis.textChecked ? basis.title : `${basis.title} · ${t(operationMessages.notChecked)}`,
            }))}
        />
      </Card>
      <StickyActions>
        <SubmitButton form={form} icon="check" big>
          {t(messages.save)}
        </SubmitButton>
      </StickyActions>
    </Form>
  );
}
