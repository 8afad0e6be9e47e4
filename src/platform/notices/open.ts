import type { Config } from '#platform/config.ts';
import type { Keys } from '#platform/keys/ring.ts';
import type { Channels } from '#platform/notices/channels.ts';
import { emailChannel } from '#platform/notices/email.ts';
import { pushChannel, pushServices } from '#platform/notices/push.ts';
import { smsChannel } from '#platform/notices/sms.ts';
import { whatsappChannel } from '#platform/notices/whatsapp.ts';

/** The channels that the settings open. */
export function openChannels({ email, pushContact: contact, whatsapp, sms }: Config, keys: Keys): Channels {
  return {
    ...(email ? { email: emailChannel(email) } : {}),
    ...(contact ? { push: pushChannel(keys.of('web push'), { contact, hosts: pushServices }) } : {}),
    ...(whatsapp ? { whatsapp: whatsappChannel(whatsapp) } : {}),
    ...(sms ? { sms: smsChannel(sms) } : {}),
  };
}
