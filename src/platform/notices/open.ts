import type { Config } from '#platform/config.ts';
import type { Channels } from '#platform/notices/channels.ts';
import { emailChannel } from '#platform/notices/email.ts';

/** The channels that the settings open. */
export function openChannels({ email }: Pick<Config, 'email'>): Channels {
  return email ? { email: emailChannel(email) } : {};
}
