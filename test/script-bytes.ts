import type { Page } from '@playwright/test';

export const mostFieldBytes = 120_000;

/** Bytes of script on the wire, from the browser's network log, until the first field of a new encounter takes a key. */
export async function scriptBytesUntilFirstKey(page: Page, path: string) {
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js'))
      scripts.push(
        response
          .finished()
          .then(() => response.request().sizes())
          .then((sizes) => sizes.responseBodySize),
      );
  });
  await page.goto(path);
  await page.getByLabel('Sebutan atau nama').press('A');
  await page.waitForLoadState('networkidle');
  const bytes = await Promise.all(scripts);
  return { files: bytes.length, bytes: bytes.reduce((sum, n) => sum + n, 0) };
}
