import { setTimeout as after } from 'node:timers/promises';
import type { Coordination } from '#bench/coordination/city.ts';
import { atMost, type Figure } from '#bench/figures/bench.ts';
import { uuidv7 } from '#platform/uuid.ts';
import { paperScene, signatory } from '#test/paper-scene.ts';

const invited = 500;

/** From asking for the letters of 500 invitations to the file being there, by the job in the queue, with its progress. */
export async function measureInvitations(city: Coordination): Promise<Figure[]> {
  const { meetingId } = await paperScene(city, { invited });
  const cookie = await city.cookie('eko.kesra');
  const send = async (name: string, input: object) => {
    const reply = await city.server.inject({
      method: 'POST',
      url: `/api/${name}`,
      headers: { cookie },
      payload: { id: uuidv7(), input },
    });
    if (reply.statusCode !== 200) throw new Error(`${name}: ${reply.body}`);
    return reply.json().result;
  };
  await send('letters/issue', { letterId: uuidv7(), meetingId, kind: 'INVITATION', signatory });
  const exportId = uuidv7();
  const from = performance.now();
  await send('exports/ask', { exportId, meetingId, kind: 'INVITATIONS', purpose: 'Pengukuran' });
  const seen = new Set<number>();
  for (;;) {
    const { state, done } = (
      await city.server.inject({ method: 'GET', url: `/api/exports/${exportId}`, headers: { cookie } })
    ).json();
    seen.add(done);
    if (state === 'failed') throw new Error('the job failed');
    if (state === 'done') break;
    await after(100);
  }
  const seconds = (performance.now() - from) / 1000;
  const file = await city.server.inject({
    method: 'GET',
    url: `/api/exports/${exportId}/file`,
    headers: { cookie },
  });
  console.log(
    `  ${invited} letters, ${(file.rawPayload.length / 1e6).toFixed(1)} MB, progress seen ${seen.size} times`,
  );
  return [{ ...atMost('invite-500', seconds, 60, 's', 1), at: invited }];
}
