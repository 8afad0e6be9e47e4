// A real SMTP server for tests: it takes letters on the loopback, and answers as a test tells it to.
import { type AddressInfo, createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Letter = { readonly to: readonly string[]; readonly source: string };
export type MailServer = {
  readonly url: string;
  readonly letters: Letter[];
  /** How the next letters are answered, in order; without a word left they are taken. */
  readonly answers: ('take' | number | 'hang-up')[];
  readonly close: () => Promise<void>;
};

/** Starts one that asks for a user and a password. */
export async function startMailServer(): Promise<MailServer> {
  const letters: Letter[] = [];
  const answers: MailServer['answers'] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'rangkul' && password === 'hujan'
        ? done(null, { user: username })
        : done(new Error('no such user')),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const answer = answers.shift() ?? 'take';
        if (answer === 'take') {
          const to = session.envelope.rcptTo.map((it) => it.address);
          letters.push({ to, source: Buffer.concat(parts).toString('utf8') });
          return done();
        }
        if (answer === 'hang-up') {
          for (const socket of sockets) socket.destroy();
          return;
        }
        const refusal = Object.assign(new Error('not now'), { responseCode: answer });
        return done(refusal);
      });
    },
  });
  const sockets = new Set<{ destroy: () => void }>();
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://rangkul:hujan@127.0.0.1:${port}`,
    letters,
    answers,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** An address at which nobody listens. */
export async function deadMailServer(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `smtp://127.0.0.1:${port}`;
}
