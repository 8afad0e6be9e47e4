// SMS through Twilio's Messages resource, as it is published; never tried against the real service (docs/operate.md).
import type { Send } from '#platform/notices/channels.ts';
import { postOnce } from '#platform/notices/post.ts';

export type SmsSettings = {
  /** The address of the account: `https://api.twilio.com/2010-04-01/Accounts/<account sid>`. */
  readonly address: string;
  readonly token: string;
  /** The number or the name it comes from. */
  readonly from: string;
};

/** One short message: the sentence and the link, and no way to answer. */
export function smsChannel({ address, token, from }: SmsSettings): Send<string> {
  const account = address.slice(address.lastIndexOf('/') + 1);
  const credentials = Buffer.from(`${account}:${token}`).toString('base64');
  return (to, message) =>
    postOnce('sms', `${address}/Messages.json`, {
      headers: {
        authorization: `Basic ${credentials}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({
        To: to,
        From: from,
        Body: `${message.subject}: ${message.link}`,
      }).toString(),
    });
}
