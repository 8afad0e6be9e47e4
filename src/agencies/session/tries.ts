// How often a password may be tried, so that guessing stays slow and no guesser can take another's tries away.
import type pg from 'pg';
import { hashToken } from '#platform/database/service.ts';
import { networkOf } from '#platform/http/network.ts';
import { problem, problemsOf } from '#platform/problems.ts';

problemsOf({
  'sign-in-must-wait': {
    status: 429,
    id: 'Terlalu banyak percobaan dari jaringan atau perangkat ini. Coba lagi {minutes} menit lagi, atau masuk sekarang dari perangkat yang pernah Anda pakai, dari jaringan lain, atau dengan kode sekali pakai dari administrator.',
    en: 'Too many tries from this network or device. Try again in {minutes} min, or sign in now from a device you used before, from another network, or with a one-time code of the administrator.',
  },
});

export type Attempt = {
  readonly city: string;
  readonly username: string;
  readonly address: string;
  readonly device: string;
  readonly at: Date;
};

type Limit = {
  readonly window: '15 minutes' | '1 hour' | '1 day';
  /** How many wrong tries fit in the window; null only counts. */
  readonly most: number | null;
  /** Holds once the account has had so many wrong tries today, from whatever unknown device. */
  readonly narrowFrom?: number;
};

// A device that signed in to this account before: what others do is not counted here, and they can't use it up.
const ofKnownDevice: readonly Limit[] = [
  { window: '15 minutes', most: 10 },
  { window: '1 day', most: 50 },
];
// Every address has tries of its own at an account. Many wrong ones at the account, from anywhere, narrow what each
// address has; they never leave it none, so the right password always opens from an address that has not guessed.
const ofAddress: readonly Limit[] = [{ window: '15 minutes', most: 60 }];
const ofAccount: readonly Limit[] = [{ window: '1 day', most: null }];
const ofAddressAtAccount: readonly Limit[] = [
  { window: '15 minutes', most: 5 },
  { window: '1 hour', most: 1, narrowFrom: 20 },
  { window: '1 day', most: 1, narrowFrom: 200 },
];

export type Try = {
  /** Whether the device signed in to this account before. */
  readonly known: boolean;
  /** The password was right: the try is not counted. */
  readonly giveBack: () => Promise<void>;
};

/** Takes one try at a password, before it is looked at; refuses with the time to wait. Only wrong tries stay counted. */
export async function takeTry(pool: pg.Pool, attempt: Attempt): Promise<Try> {
  const known = await isKnownDevice(pool, attempt);
  const counts = JSON.stringify(countsOf(attempt, known));
  const found = await pool.query<{ until: Date | null }>('select sec.take_try($1::jsonb, $2) as until', [
    counts,
    attempt.at,
  ]);
  const until = found.rows[0]?.until;
  if (until) {
    const waitSeconds = Math.max(1, Math.ceil((until.getTime() - attempt.at.getTime()) / 1000));
    throw problem('sign-in-must-wait', { waitSeconds, minutes: Math.ceil(waitSeconds / 60) });
  }
  return {
    known,
    giveBack: async () => {
      await pool.query('select sec.give_back_try($1::jsonb, $2)', [counts, attempt.at]);
    },
  };
}

async function isKnownDevice(pool: pg.Pool, { city, username, device }: Attempt): Promise<boolean> {
  const found = await pool.query<{ known: boolean }>('select sec.is_known_device($1, $2, $3) as known', [
    city,
    username,
    device,
  ]);
  return found.rows[0]?.known ?? false;
}

function countsOf({ city, username, address, device }: Attempt, known: boolean): object[] {
  const account = `account ${city} ${username}`;
  const from = networkOf(address);
  const of = (scope: string, limits: readonly Limit[]) =>
    limits.map((limit) => ({ scope: `${scope}, ${limit.window}`, ...limit }));
  if (known) return of(`${account} device ${hashToken(device).toString('hex')}`, ofKnownDevice);
  return [
    ...of(`address ${from}`, ofAddress),
    ...of(account, ofAccount),
    ...of(`${account} address ${from}`, ofAddressAtAccount),
  ];
}
