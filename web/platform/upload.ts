import { partBytes } from '#platform/files/rules.ts';
import { asProblem, command } from '#web/platform/api.ts';

/** A file that was chosen, under the id it will have: a second try sends only what has not arrived. */
export type Chosen = { file: File; fileId: string };

const tries = 4;
const firstWait = 1_000;

/**
 * Sends a file in parts, one after the other; each part is tried again by itself when the network is gone for a moment.
 * The command that keeps the file comes after. A part that has arrived is not taken twice.
 */
export async function sendFile(
  { file, fileId }: Chosen,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const total = Math.ceil(file.size / partBytes);
  for (let partNo = 0; partNo < total; partNo++) {
    onProgress(partNo, total);
    const part = file.slice(partNo * partBytes, (partNo + 1) * partBytes);
    const data = base64Of(new Uint8Array(await part.arrayBuffer()));
    await patiently(() => command('files/send-part', { fileId, partNo, data }));
  }
  onProgress(total, total);
}

async function patiently(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work();
      return;
    } catch (error) {
      // Only what a wait can mend is tried again: no network, or a server that is busy.
      const { status } = asProblem(error);
      if (attempt === tries || (status !== 0 && status < 500)) throw error;
      await new Promise((resolve) => setTimeout(resolve, firstWait * 2 ** (attempt - 1)));
    }
  }
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
