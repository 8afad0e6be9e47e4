import { createECDH } from 'node:crypto';
import type { Send } from '#platform/notices/channels.ts';
import { postOnce } from '#platform/notices/post.ts';

/** A browser that asked to be called: where, and the keys only it can open a message with. */
export type PushAddress = { readonly endpoint: string; readonly p256dh: string; readonly auth: string };

export type PushSettings = {
  /** `mailto:…`: whom the push service writes to when something is wrong with us. */
  readonly contact: string;
  /** Whose push services are called; a host, or a domain with all below it. */
  readonly hosts: readonly string[];
};

/** The push services of the browsers: whatever else a browser names is not called, for it could lie inside the city's network. */
export const pushServices: readonly string[] = [
  'fcm.googleapis.com',
  'push.services.mozilla.com',
  'notify.windows.com',
  'push.apple.com',
];

export type PushChannel = {
  readonly publicKey: string;
  /** Whether this server calls the push service of such an address. */
  readonly calls: (endpoint: string) => boolean;
  readonly send: Send<PushAddress>;
};

/** Kept by the push service for a browser that is off: half a day; later the inbox is the better way. */
const keptFor = 12 * 60 * 60;

/** Web Push: encrypted for one browser, under a key of this installation's ring. */
export function pushChannel(secret: Buffer, { contact, hosts }: PushSettings): PushChannel {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(secret);
  const publicKey = pair.getPublicKey('base64url');
  const vapidDetails = { subject: contact, publicKey, privateKey: secret.toString('base64url') };
  return {
    publicKey,
    calls: (endpoint) => isCalled(endpoint, hosts),
    send: async (to, message) => {
      if (!isCalled(to.endpoint, hosts)) return { outcome: 'never', problem: 'push-host-not-called' };
      const { default: webPush } = await import('web-push');
      const { endpoint, ...keys } = to;
      const contents = JSON.stringify({ title: message.subject, link: message.link });
      const asked = webPush.generateRequestDetails({ endpoint, keys }, contents, {
        vapidDetails,
        TTL: keptFor,
        urgency: 'normal',
      });
      const { 'Content-Length': _length, ...headers } = asked.headers as Record<string, string>;
      return postOnce('push', endpoint, { headers: asText(headers), body: new Uint8Array(asked.body) });
    },
  };
}

function isCalled(endpoint: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { hostname, protocol, host } = new URL(endpoint);
  // A host with a port is named by whoever tests; the services of the browsers speak HTTPS only.
  if (hosts.includes(host) && host !== hostname) return true;
  return protocol === 'https:' && hosts.some((it) => hostname === it || hostname.endsWith(`.${it}`));
}

function asText(headers: Readonly<Record<string, string | number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
