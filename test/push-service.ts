// A push service for tests: a browser's keys, and an endpoint on the loopback that opens what it is sent, as RFC 8291
// and RFC 8292 say, without the library that made it.
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Pushed = {
  readonly path: string;
  readonly contents: Record<string, string>;
  readonly claims: Record<string, unknown>;
  readonly ttl: string;
};

export type PushService = {
  readonly host: string;
  readonly pushed: Pushed[];
  /** How the next calls are answered; without a word left they are taken. */
  readonly answers: number[];
  /** A browser's subscription at this service. */
  readonly subscribe: (name: string) => { endpoint: string; p256dh: string; auth: string };
  readonly close: () => Promise<void>;
};

/** Starts one that takes messages signed by this key only. */
export async function startPushService(publicKey: () => string): Promise<PushService> {
  const browsers = new Map<string, { ecdh: ReturnType<typeof createECDH>; auth: Buffer }>();
  const pushed: Pushed[] = [];
  const answers: number[] = [];
  const server = createServer(async (request, reply) => {
    const browser = browsers.get(request.url ?? '');
    const answer = answers.shift();
    if (answer || !browser) return void reply.writeHead(answer ?? 404).end();
    const claims = claimsOf(request, publicKey());
    if (!claims) return void reply.writeHead(401).end();
    const contents = JSON.parse(open(await bodyOf(request), browser).toString('utf8'));
    pushed.push({ path: request.url ?? '', contents, claims, ttl: String(request.headers.ttl) });
    reply.writeHead(201).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return {
    host,
    pushed,
    answers,
    subscribe: (name) => {
      const ecdh = createECDH('prime256v1');
      const auth = randomBytes(16);
      ecdh.generateKeys();
      browsers.set(`/${name}`, { ecdh, auth });
      return {
        endpoint: `http://${host}/${name}`,
        p256dh: ecdh.getPublicKey('base64url'),
        auth: auth.toString('base64url'),
      };
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

function claimsOf(request: IncomingMessage, publicKey: string): Record<string, unknown> | null {
  const found = /^vapid t=([^.]+)\.([^.]+)\.([^,]+), k=(.+)$/.exec(String(request.headers.authorization));
  const [, head = '', body = '', signature = '', key = ''] = found ?? [];
  if (key !== publicKey) return null;
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((it) => it.toString('base64url'));
  const signer = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' } });
  const holds = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key: signer, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  return holds ? JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) : null;
}

function open(sealed: Buffer, { ecdh, auth }: { ecdh: ReturnType<typeof createECDH>; auth: Buffer }): Buffer {
  const salt = sealed.subarray(0, 16);
  const theirs = sealed.subarray(21, 21 + (sealed[20] ?? 0));
  const box = sealed.subarray(21 + theirs.length);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), theirs]);
  const secret = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(theirs), auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(box.subarray(-16));
  const plain = Buffer.concat([decipher.update(box.subarray(0, -16)), decipher.final()]);
  // A last record ends with the octet 2.
  return plain.subarray(0, plain.lastIndexOf(2));
}
