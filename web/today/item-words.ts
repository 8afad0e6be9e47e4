import { messages as retention } from '#retention/messages.ts';
import { messages } from '#today/messages/today.ts';
import type { TodayItem, TodayKind } from '#today/schema/today.ts';
import { dateTime } from '#web/platform/format.ts';
import { type Message, t } from '#web/platform/i18n.ts';

/** The city's words, as the screens look them up. */
export type Words = {
  label: (list: string, code: string | null) => string;
  agency: (code: string | null) => string;
};

type Way = {
  title: (item: TodayItem, words: Words) => string;
  more: (item: TodayItem, words: Words) => string;
  /** The verb of the next step. */
  go: Message;
  /** Where it is done, the best place first; the first that exists for the viewer counts. */
  to: (item: TodayItem) => readonly string[];
};

const child = (item: TodayItem) => (item.person ? [`/anak/${item.person.personId}`] : []);
const ofCase = (item: TodayItem) => (item.caseId ? [`/kasus/${item.caseId}`, ...child(item)] : child(item));
const agencyOf = (item: TodayItem, words: Words) => words.agency(item.agencyCode);
const duty = (item: TodayItem, words: Words) => words.label('duty', item.code);

/** What each kind of work is called, and where its next step is. */
export const ways: Record<TodayKind, Way> = {
  met: {
    title: (item) => t(item.custodian ? messages.metWithTeam : messages.met),
    more: (item, words) =>
      t(messages.metMore, {
        when: dateTime(item.since),
        activity: words.label('street_activity', item.code),
      }),
    go: messages.goHandOver,
    to: (item) => {
      if (item.custodian) return [`/penjagaan/${item.custodian.custodyId}/serahkan`, ...child(item)];
      return item.person ? [`/penjagaan/terima/${item.person.personId}`, ...child(item)] : [];
    },
  },
  custody: {
    title: (item, words) =>
      item.code === 'HAND_OVER'
        ? t(messages.custodyHandOver)
        : t(messages.custodyStep, { step: words.label('custody_step', item.code) }),
    more: (item) =>
      t(item.code === 'HAND_OVER' ? messages.custodyLimit : messages.custodyMore, {
        when: dateTime(item.since),
      }),
    go: messages.goOn,
    to: (item) => [`/penjagaan/${item.id}`, ...child(item)],
  },
  dispute: {
    title: () => t(messages.dispute),
    more: () => t(messages.disputeMore),
    go: messages.goDecide,
    to: (item) => ['/penjagaan/dua-pernyataan', ...child(item)],
  },
  operation: {
    title: (item) =>
      item.text || t(item.code === 'under_way' ? messages.operationRuns : messages.operationPlanned),
    more: (item) => {
      if (item.code !== 'under_way') return t(messages.operationPlanned);
      return item.count ? t(messages.operationOpen, { count: item.count }) : t(messages.operationClear);
    },
    go: messages.goOpen,
    to: (item) => [`/operasi/${item.id}`],
  },
  contact: {
    title: (item) => t(messages.contact, { days: item.count ?? 0 }),
    more: (item) => t(messages.contactUnit, { name: item.staff ?? '' }),
    go: messages.goAnswer,
    to: ofCase,
  },
  assessment: {
    title: () => t(messages.assessment),
    more: (item, words) => words.label('case_stage', item.code),
    go: messages.goOn,
    to: (item) => [`/kasus/${item.caseId}/asesmen`, ...ofCase(item)],
  },
  plan: {
    title: (item) => item.text,
    more: (item, words) =>
      t(messages.planMore, {
        service: words.label('service_component', item.code),
        agency: agencyOf(item, words),
      }),
    go: messages.goOpen,
    to: ofCase,
  },
  aftercare: {
    title: (item) => t(messages.aftercare, { count: item.count ?? 0 }),
    more: (item, words) => t(messages.aftercareMore, { agency: agencyOf(item, words) }),
    go: messages.goWrite,
    to: (item) => [`/kasus/${item.caseId}`, '/kunjungan', ...child(item)],
  },
  referralIn: {
    title: (item, words) =>
      t(item.text === 'accepted' ? messages.referralResult : messages.referralAnswer, {
        duty: duty(item, words),
      }),
    more: (item, words) => t(messages.referralFrom, { agency: agencyOf(item, words) }),
    go: messages.goOpen,
    to: (item) => [`/rujukan/${item.id}`],
  },
  referralOut: {
    title: duty,
    more: (item, words) =>
      t(item.text === 'accepted' ? messages.referralAccepted : messages.referralSent, {
        agency: agencyOf(item, words),
      }),
    go: messages.goSee,
    to: (item) => [`/rujukan/${item.id}`],
  },
  breach: {
    title: duty,
    more: (item, words) => t(messages.breachMore, { agency: agencyOf(item, words) }),
    go: messages.goSee,
    to: (item) => [`/rujukan/${item.id}`],
  },
  action: {
    title: (item) => item.text,
    more: (item) =>
      t(item.code === 'not_started' ? messages.actionNew : messages.actionMore, { percent: item.count ?? 0 }),
    go: messages.goReport,
    to: (item) => [`/tindak-lanjut/${item.id}`],
  },
  raised: {
    title: (item) => item.text,
    more: (item, words) => t(messages.raisedMore, { agency: agencyOf(item, words) }),
    go: messages.goSee,
    to: (item) => [`/tindak-lanjut/${item.id}`],
  },
  decision: {
    title: (item) => item.text,
    more: () => t(messages.decisionMore),
    go: messages.goDecide,
    to: (item) => [`/rapat/${item.id}`],
  },
  review: {
    title: () => t(messages.review),
    more: (item) => t(messages.reviewMore, { name: item.staff ?? '' }),
    go: messages.goReview,
    to: (item) => ['/kemiripan', ...child(item)],
  },
  glass: {
    title: () => t(messages.glass),
    more: (item, words) =>
      t(messages.glassMore, { name: item.staff ?? '', agency: agencyOf(item, words), reason: item.text }),
    go: messages.goReview,
    to: () => ['/tinjauan-akses', '/kasus/darurat'],
  },
  glassTold: {
    title: () => t(messages.glassTold),
    more: (item, words) =>
      t(messages.glassMore, { name: item.staff ?? '', agency: agencyOf(item, words), reason: item.text }),
    go: messages.goSee,
    to: ofCase,
  },
  complaint: {
    title: () => t(messages.complaint),
    more: (item, words) =>
      t(messages.complaintMore, {
        subject: words.label('complaint_subject', item.code),
        agency: agencyOf(item, words),
      }),
    go: messages.goAnswer,
    to: () => ['/pengaduan'],
  },
  erasure: {
    title: () => t(messages.erasure),
    more: (item) =>
      t(messages.erasureMore, {
        reference: item.text,
        who: t(item.code === 'GUARDIAN' ? retention.GUARDIAN : retention.SUBJECT),
        name: item.staff ?? '',
      }),
    go: messages.goDecide,
    to: () => ['/penghapusan'],
  },
  belonging: {
    title: (item) => t(messages.belonging, { what: item.text }),
    more: () => t(messages.belongingMore),
    go: messages.goOpen,
    to: () => ['/penjagaan/barang', '/penjagaan'],
  },
  code: {
    title: () => t(messages.codeOpen),
    more: (item, words) => t(messages.codeMore, { name: item.staff ?? '', agency: agencyOf(item, words) }),
    go: messages.goSee,
    to: () => ['/orang'],
  },
};
