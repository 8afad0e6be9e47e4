import type { Keys } from '#platform/keys/ring.ts';
import type { Channels } from '#platform/notices/channels.ts';

/** What commands and queries may use of the outside besides their transaction. */
export type World = {
  readonly keys: Keys;
  readonly now: () => Date;
  /** Where the city's people reach this server from outside; absent where nobody does. */
  readonly publicUrl?: string;
  /** By what people can be told outside; none are open where the settings name none. */
  readonly channels?: Channels;
};

/** An address as it stands in a letter or in the code printed on it. */
export function publicAddress(world: World, path: string): string {
  return `${(world.publicUrl ?? 'http://localhost:8080').replace(/\/+$/, '')}${path}`;
}
