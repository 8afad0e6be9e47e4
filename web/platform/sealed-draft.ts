// Seals what says who somebody is with a key that the browser makes, keeps in its key store and hands to no script. The
// key is of one member of staff and goes at sign-out, so what is left in a tab or on a disk opens for nobody. A browser
// without such keys (plain HTTP) throws: then nothing is kept.

import { keyBase } from '#web/platform/draft.ts';

const keyStore = 'keys';

/** The values as text that only the same member of staff on the same browser can open. */
export async function seal(staffId: string, values: object): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(values));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(staffId), plain);
  return `${toText(iv)}.${toText(new Uint8Array(sealed))}`;
}

/** What was sealed; throws for everybody but the one who sealed it. */
export async function unseal(staffId: string, text: string): Promise<object> {
  const [iv = '', sealed = ''] = text.split('.');
  const key = await keyOf(staffId);
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: toBytes(iv) }, key, toBytes(sealed));
  return JSON.parse(new TextDecoder().decode(plain)) as object;
}

async function keyOf(staffId: string): Promise<CryptoKey> {
  const opening = indexedDB.open(keyBase, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(keyStore);
  const base = await answered(opening);
  try {
    const keys = (mode: IDBTransactionMode) => base.transaction(keyStore, mode).objectStore(keyStore);
    const known = await answered<CryptoKey | undefined>(keys('readonly').get(staffId));
    if (known) return known;
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    await answered(keys('readwrite').put(made, staffId));
    return made;
  } finally {
    base.close();
  }
}

function answered<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

const toText = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const toBytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
