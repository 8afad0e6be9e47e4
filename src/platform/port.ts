import { createServer } from 'node:net';
import { systemCode } from './project.ts';
import { StartRefusal } from './start-refusal.ts';

/** Refuses, before anything is started, an address that cannot be listened on. */
export async function refuseTakenPort(address: { host: string; port: number }): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portRefusal(error, address)));
    server.listen({ ...address, exclusive: true }, () => server.close(() => resolve()));
  });
}

/** The line for a failed listen; other errors stay what they are. */
export function portRefusal(error: unknown, { host, port }: { host: string; port: number }): unknown {
  const code = systemCode(error) ?? '';
  const other = port < 65535 ? port + 1 : port - 1;
  if (code === 'EADDRINUSE') return new StartRefusal('port-taken', { port, other });
  if (code === 'EACCES') return new StartRefusal('port-forbidden', { port });
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(code)) {
    return new StartRefusal('host-unknown', { host });
  }
  return error;
}
