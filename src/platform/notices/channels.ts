// The ways out of the system by which people at work can be told that something waits. Which are open, the settings of
// the server say; a channel without a setting is closed and tried never.

import type { PushChannel } from '#platform/notices/push.ts';

/** What is sent: that so many things wait, and where. No name and nothing of what it is about leaves the system. */
export type Message = {
  /** Of this message, so that a receiver can tell a repeat. */
  readonly id: string;
  readonly count: number;
  readonly subject: string;
  readonly text: string;
  readonly link: string;
  readonly locale: 'id' | 'en';
};

/**
 * What came of one attempt. `later`: not now, try again. `never`: this address does not take it. `unclear`: it may have
 * arrived, so it is not sent again. `problem` is a code, never what the other side said, which may hold an address.
 */
export type Attempt =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'later' | 'never' | 'unclear'; readonly problem: string };

export type Send<To> = (to: To, message: Message) => Promise<Attempt>;

export type Channels = {
  readonly email?: Send<string>;
  readonly push?: PushChannel;
  readonly whatsapp?: Send<string>;
  readonly sms?: Send<string>;
};
