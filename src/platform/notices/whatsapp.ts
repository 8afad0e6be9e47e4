// WhatsApp Business through Meta's Cloud API, as it is published; never tried against the real service (docs/operate.md).
import type { Message, Send } from '#platform/notices/channels.ts';
import { postOnce } from '#platform/notices/post.ts';

export type WhatsappSettings = {
  /** The address of the sending number: `https://graph.facebook.com/v21.0/<phone number id>`. */
  readonly address: string;
  readonly token: string;
  /** A template that Meta approved, with two places: how many things wait, and the link. */
  readonly template: string;
};

/** A message by an approved template: a business may not open a talk with words of its own. */
export function whatsappChannel({ address, token, template }: WhatsappSettings): Send<string> {
  return (to, message) =>
    postOnce('whatsapp', `${address}/messages`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: to.replace('+', ''),
        type: 'template',
        template: {
          name: template,
          language: { code: message.locale },
          components: [{ type: 'body', parameters: placesOf(message) }],
        },
      }),
    });
}

function placesOf({ count, link }: Message) {
  return [String(count), link].map((text) => ({ type: 'text', text }));
}
