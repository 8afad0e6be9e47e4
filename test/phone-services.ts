// Stand-ins on the loopback for the two services that reach a telephone, written from what they publish: Meta's Cloud
// API of WhatsApp and Twilio's Messages. They refuse whatever the real ones say they refuse.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Texted = {
  readonly by: 'whatsapp' | 'sms';
  readonly to: string;
  readonly says: readonly string[];
};
export type PhoneServices = {
  readonly url: string;
  readonly texted: Texted[];
  /** How the next calls are answered; without a word left by what they hold. */
  readonly answers: (number | 'hang-up')[];
  readonly close: () => Promise<void>;
};

/** Starts both at one address. */
export async function startPhoneServices(token: string): Promise<PhoneServices> {
  const texted: Texted[] = [];
  const answers: PhoneServices['answers'] = [];
  const server = createServer(async (request, reply) => {
    const body = await bodyOf(request);
    const answer = answers.shift();
    if (answer === 'hang-up') return void request.socket.destroy();
    const [status, contents, text] = request.url?.includes('/Accounts/')
      ? answerSms(request, body, token)
      : answerWhatsapp(request, body, token);
    if (answer === undefined && text) texted.push(text);
    reply.writeHead(answer ?? status, { 'content-type': 'application/json' });
    reply.end(JSON.stringify(contents));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    texted,
    answers,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

type Answer = readonly [status: number, contents: object, text?: Texted];

function answerWhatsapp(request: IncomingMessage, body: string, token: string): Answer {
  const refused = (status: number, code: number) =>
    [status, { error: { code, type: 'OAuthException' } }] as const;
  if (request.headers.authorization !== `Bearer ${token}`) return refused(401, 190);
  if (request.method !== 'POST' || request.url !== '/v21.0/1050/messages') return refused(400, 100);
  const { messaging_product: product, to, type, template } = JSON.parse(body);
  const [{ type: part, parameters }] = template.components;
  const places = parameters.map((it: { type: string; text: string }) => (it.type === 'text' ? it.text : ''));
  const fits = product === 'whatsapp' && type === 'template' && part === 'body' && /^\d{8,15}$/.test(to);
  if (!fits) return refused(400, 100);
  // The template is approved in these languages, with two places.
  if (template.name !== 'rangkul_menunggu' || !['id', 'en'].includes(template.language.code))
    return refused(404, 132001);
  if (places.length !== 2) return refused(400, 132000);
  return [
    200,
    { messaging_product: 'whatsapp', contacts: [{ input: to, wa_id: to }], messages: [{ id: 'wamid.1' }] },
    { by: 'whatsapp', to, says: [template.language.code, ...places] },
  ];
}

function answerSms(request: IncomingMessage, body: string, token: string): Answer {
  const credentials = Buffer.from(`AC01:${token}`).toString('base64');
  if (request.headers.authorization !== `Basic ${credentials}`) return [401, { code: 20003, status: 401 }];
  if (request.method !== 'POST' || request.url !== '/2010-04-01/Accounts/AC01/Messages.json')
    return [404, { code: 20404, status: 404 }];
  const form = new URLSearchParams(body);
  const [to, from, text] = ['To', 'From', 'Body'].map((name) => form.get(name) ?? '');
  if (!/^\+[1-9]\d{7,14}$/.test(to ?? '')) return [400, { code: 21211, status: 400 }];
  if (!from || !text) return [400, { code: 21602, status: 400 }];
  return [201, { sid: 'SM01', status: 'queued', to }, { by: 'sms', to: to ?? '', says: [from, text] }];
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
