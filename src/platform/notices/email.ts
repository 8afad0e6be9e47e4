import type { Send } from '#platform/notices/channels.ts';

export type EmailSettings = {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly server: string;
  readonly from: string;
};

const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** E-mail by a server that takes it over SMTP, encrypted wherever that server can. */
export function emailChannel({ server, from }: EmailSettings): Send<string> {
  return async (to, message) => {
    const { createTransport } = await import('nodemailer');
    const talk = listener();
    const transport = createTransport({ url: server, ...limits, debug: true, logger: talk.logger });
    try {
      await transport.sendMail({
        from,
        // As an object: an address typed by hand can hold no second receiver.
        to: { name: '', address: to },
        subject: message.subject,
        text: message.text,
        messageId: `<${message.id}@rangkul>`,
        headers: { 'auto-submitted': 'auto-generated' },
      });
      return { outcome: 'sent' };
    } catch (error) {
      const { responseCode } = error as { readonly responseCode?: number };
      if (responseCode !== undefined)
        return { outcome: responseCode >= 500 ? 'never' : 'later', problem: `smtp-${responseCode}` };
      return talk.asked()
        ? { outcome: 'unclear', problem: 'smtp-broke-off' }
        : { outcome: 'later', problem: 'smtp-unreachable' };
    } finally {
      transport.close();
    }
  };
}

/**
 * Listens whether the server asked for the letter. An error does not tell: what breaks off before that can be sent
 * again, what breaks off after it may have arrived. Nothing of the talk is kept.
 */
function listener() {
  let asked = false;
  const nothing = () => undefined;
  const debug = (entry: unknown, text?: unknown) => {
    const from = typeof entry === 'object' && entry !== null && 'tnx' in entry ? entry.tnx : '';
    if (from === 'server' && typeof text === 'string' && text.startsWith('354')) asked = true;
  };
  const logger = {
    level: nothing,
    trace: nothing,
    debug,
    info: nothing,
    warn: nothing,
    error: nothing,
    fatal: nothing,
  };
  return { logger, asked: () => asked };
}
