import { isIPv6 } from 'node:net';

/** What one household or office has as its address: all of an IPv4 address, the first 56 bits of an IPv6 one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !isIPv6(address)) return mapped ?? address;
  const [front = '', back] = address.split('%')[0]?.split('::') ?? [];
  const head = front.split(':').filter(Boolean);
  const tail = back?.split(':').filter(Boolean) ?? [];
  const groups = [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
  const bits = groups.slice(0, 4).map((group) => group.padStart(4, '0'));
  return `${bits.join('').slice(0, 14)}/56`;
}
