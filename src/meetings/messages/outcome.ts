import type { Messages } from '#platform/messages.ts';

/** The words of whether decisions worked. */
export const messages = {
  title: { id: 'Apakah keputusan ini berhasil?', en: 'Did these decisions work?' },
  list: { id: 'angka keputusan', en: 'the figures of the decisions' },
  none: {
    id: 'Tidak ada keputusan yang dikaitkan dengan angka.',
    en: 'No decision is tied to a figure.',
  },
  decision: { id: 'Keputusan', en: 'Decision' },
  figure: { id: 'Angka', en: 'Figure' },
  before: { id: 'Saat diputuskan', en: 'When decided' },
  now: { id: 'Kini', en: 'Now' },
  target: { id: 'Sasaran', en: 'Target' },
  answer: { id: 'Jawaban', en: 'Answer' },
  reached: { id: 'Ya, sasaran tercapai', en: 'Yes, target reached' },
  better: { id: 'Membaik, belum sasaran', en: 'Better, not at its target' },
  same: { id: 'Belum ada perubahan yang jelas', en: 'No clear change' },
  worse: { id: 'Memburuk', en: 'Worse' },
  asElsewhere: {
    id: 'Turun, tetapi di tempat lain juga: tidak dapat dikaitkan',
    en: 'Fell, but elsewhere too: can not be put down to it',
  },
  tooFew: {
    id: 'Belum dapat dinilai: angkanya terlalu kecil',
    en: 'Can not tell: the numbers are too small',
  },
  tooEarly: {
    id: 'Belum dapat dinilai: belum tiga bulan penuh',
    en: 'Can not tell yet: not three whole months',
  },
  noBefore: {
    id: 'Belum dapat dinilai: tidak ada angka saat diputuskan',
    en: 'Can not tell: there was no figure when it was decided',
  },
  elsewhere: { id: 'di luar wilayah itu {before} → {now}', en: 'outside that area {before} → {now}' },
  yearBefore: { id: 'setahun sebelumnya {before} → {now}', en: 'a year before {before} → {now}' },
  how: { id: 'Cara menilai', en: 'How this is judged' },
  howText: {
    id: 'Dibandingkan: tiga bulan penuh sebelum keputusan dengan tiga bulan penuh terakhir. Perubahan disebut bila sedikitnya sepersepuluh dan lebih besar daripada kebetulan (dua kali galat baku, Armitage dkk. 2002). Di bawah 20 tidak disimpulkan apa pun. Yang turun di tempat lain juga tidak dikaitkan dengan keputusan (HM Treasury, Magenta Book 2020). Ini petunjuk, bukan bukti.',
    en: 'Compared: the three whole months before the decision with the last three. A change is told when it is at least a tenth and larger than chance (twice the standard error, Armitage et al. 2002). Below 20 nothing is concluded. What fell elsewhere too is not put down to the decision (HM Treasury, Magenta Book 2020). This is a sign, not a proof.',
  },
  stretch: { id: '{from}–{to}', en: '{from}–{to}' },
  wholeCity: { id: 'seluruh kota', en: 'the whole city' },
  area: { id: 'Wilayah angka', en: 'Area of the figure' },
  measuredBy: { id: 'Diukur dengan', en: 'Measured by' },
  measuredHint: {
    id: 'Angkanya dibekukan saat disahkan dan dibandingkan tiga bulan kemudian.',
    en: 'It is frozen at adoption and compared three months later.',
  },
  notMeasured: { id: 'Tidak diukur', en: 'Not measured' },
  targetCount: { id: 'Sasaran, tiga bulan', en: 'Target, three months' },
  targetPercent: { id: 'Sasaran, persen', en: 'Target, per cent' },
  targetHours: { id: 'Sasaran, jam', en: 'Target, hours' },
  encounters: { id: 'Perjumpaan', en: 'Encounters' },
  new: { id: 'Anak yang baru ditemui', en: 'Children met for the first time' },
  returned: { id: 'Anak yang kembali ditemui', en: 'Children met again after a closed case' },
  handover: { id: 'Jam sampai serah terima', en: 'Hours to hand-over' },
  assessed: { id: 'Asesmen tepat waktu', en: 'Assessed in time' },
  referral: { id: 'Rujukan dijawab tepat waktu', en: 'Referrals answered in time' },
} satisfies Messages;
