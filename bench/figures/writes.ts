import { ask, type Client, clientOn, drive, median, signIn } from '#bench/client.ts';
import { atLeast, atMost, type Bench, type Figure } from '#bench/figures/bench.ts';
import { cpuOf, startProgram } from '#bench/process.ts';
import { uuidv7 } from '#platform/uuid.ts';

const rounds = 3;
const perRound = 1500;
const clients = 16;

const activities = ['BUSKING', 'BEGGING', 'HAWKING', 'TRAFFIC_HELPER'];
const names = [
  'Rafi Saputra',
  'Dodi Chaniago',
  'Yoga Pratama',
  'Ilham Koto',
  'Fajar Piliang',
  'Andi Tanjung',
];

/** An encounter as a phone sends it: every other child says a name, so that sealing and keyed tokens are in the figure. */
export function encounter(n: number): object {
  const named = n % 2 === 0;
  return {
    id: uuidv7(),
    occurredAt: new Date().toISOString(),
    input: {
      encounterId: uuidv7(),
      personId: uuidv7(),
      known: false,
      approach: 'OUTREACH',
      activity: activities[n % activities.length],
      locationType: 'TRAFFIC_LIGHT',
      areaCode: '13.71.09.1006',
      point: { latitude: -0.9012, longitude: 100.4023 },
      sex: n % 3 ? 'male' : 'female',
      statedAge: 10 + (n % 8),
      condition: 'TIRED',
      injury: 'NONE',
      intoxication: 'NO',
      needs: ['FOOD', 'REST'],
      companions: ['PEERS'],
      ...(named ? { identity: { name: names[n % names.length], aliases: ['Buyuang'] } } : {}),
    },
  };
}

/** `write-rate`: our share of what a bare server reaches, rounds in turn; `write-cpu`: CPU of server and database for one encounter. */
export async function measureWrites(bench: Bench): Promise<Figure[]> {
  const ours = await signIn(bench.server.port, 'beban.lapangan', clients);
  const { host, port, database, superuser, password } = bench.connection;
  const floor = await startProgram(
    'bench/floor.ts',
    { BENCH_CONNECTION: JSON.stringify({ host, port, database, user: superuser, password }) },
    '/',
  );
  const bare = clientOn(floor.port, clients);
  const record = (client: Client) => (n: number) =>
    ask(client, 'POST', '/api/encounters/record', encounter(n));
  try {
    await drive(clients, 400, record(ours));
    await drive(clients, 400, record(bare));
    const shares: number[] = [];
    const cpu: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const floorRun = await drive(clients, perRound, record(bare));
      const usedSo = () =>
        [cpuOf(bench.server.child.pid ?? 0, false), cpuOf(bench.postgresPid, true)] as const;
      const before = usedSo();
      const run = await drive(clients, perRound, record(ours));
      const [server, database] = usedSo().map((now, n) => ((now - (before[n] ?? 0)) / perRound) * 1000);
      const used = (server ?? 0) + (database ?? 0);
      if (run.failed > 0 || floorRun.failed > 0)
        throw new Error(`writes failed: ${run.failed} of ours, ${floorRun.failed} of the floor`);
      shares.push(run.perSecond / floorRun.perSecond);
      cpu.push(used);
      bench.say(
        `round ${round + 1}: ours ${run.perSecond.toFixed(0)}/s, floor ${floorRun.perSecond.toFixed(0)}/s, ${used.toFixed(2)} ms CPU (server ${server?.toFixed(2)}, database ${database?.toFixed(2)})`,
      );
    }
    return [
      atLeast('write-rate', median(shares), 0.25, 'share', rounds * perRound),
      atMost('write-cpu', median(cpu), 3, 'ms', rounds * perRound),
    ];
  } finally {
    bare.agent.destroy();
    ours.agent.destroy();
    await floor.stop();
  }
}
