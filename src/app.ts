import { createServer } from 'node:http';
import type { App, AppOptions } from '#platform/serve.ts';

/** Starts the application on a database that accepts connections. */
export async function startApp({ config }: AppOptions): Promise<App> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><html lang="id"><title>Rangkul</title><h1>Rangkul</h1></html>');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
