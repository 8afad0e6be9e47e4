import type { Messages } from '#platform/messages.ts';

/** The words that leave the system: that something waits, and where. Never what it is about, never a name. */
export const messages = {
  subject: { id: 'Ada {count} hal menunggu di Rangkul', en: 'Waiting in Rangkul: {count}' },
  text: {
    id: 'Ada {count} hal menunggu di Rangkul.\n\n{link}\n\nMengatur atau mematikan pesan ini: {choose}\n',
    en: 'Waiting in Rangkul: {count}\n\n{link}\n\nTo change or stop these messages: {choose}\n',
  },
} satisfies Messages;
