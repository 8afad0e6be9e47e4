import type { Messages } from '#platform/messages.ts';

/** The words of the inbox. What a notice says is made here, from its kind, its day and its number. */
export const messages = {
  place: { id: 'Pemberitahuan', en: 'Notices' },
  lead: {
    id: 'Yang menunggu Anda atau instansi Anda. Tidak ada nama anak di sini.',
    en: 'What waits for you or your agency. No child is named here.',
  },
  list: { id: 'pemberitahuan', en: 'the notices' },
  show: { id: 'Tampilkan', en: 'Show' },
  viewUnread: { id: 'Belum dibaca', en: 'Unread' },
  viewAll: { id: 'Semua', en: 'All' },
  none: { id: 'Tidak ada pemberitahuan', en: 'No notices' },
  noneUnread: { id: 'Semua sudah dibaca', en: 'Everything is read' },
  noneMore: {
    id: 'Undangan rapat dan tenggat tindak lanjut instansi Anda muncul di sini.',
    en: 'Invitations to meetings and due days of your agency’s actions appear here.',
  },
  notice: { id: 'Pemberitahuan', en: 'Notice' },
  came: { id: 'Masuk', en: 'Came' },
  state: { id: 'Keadaan', en: 'State' },
  unread: { id: 'Belum dibaca', en: 'Unread' },
  read: { id: 'Dibaca', en: 'Read' },
  acts: { id: 'Tindakan', en: 'Acts' },
  markRead: { id: 'Tandai dibaca', en: 'Mark as read' },
  markAll: { id: 'Tandai semua dibaca', en: 'Mark all as read' },
  allRead: { id: 'Semua ditandai dibaca', en: 'All marked as read' },
  meeting_invited: {
    id: 'Instansi Anda diundang rapat pada {day}',
    en: 'Your agency is invited to a meeting on {day}',
  },
  meeting_reminder: { id: 'Rapat pada {day} sudah dekat', en: 'The meeting on {day} is near' },
  meeting_cancelled: { id: 'Rapat pada {day} dibatalkan', en: 'The meeting on {day} is cancelled' },
  action_agreed: {
    id: 'Keputusan rapat meminta tindak lanjut instansi Anda, tenggat {day}',
    en: 'A decision asks your agency for an action, due {day}',
  },
  action_supported: {
    id: 'Keputusan rapat menyebut instansi Anda sebagai pendukung, tenggat {day}',
    en: 'A decision names your agency as a support, due {day}',
  },
  action_due: {
    id: 'Tindak lanjut instansi Anda bertenggat {day}',
    en: 'An action of your agency is due {day}',
  },
  action_late: {
    id: 'Tindak lanjut instansi Anda lewat tenggat {day}',
    en: 'An action of your agency is past its day, {day}',
  },
  action_raised: {
    id: 'Tindak lanjut bertenggat {day} naik ke tingkat {number} dari 3',
    en: 'An action due {day} was raised to step {number} of 3',
  },
} satisfies Messages;
