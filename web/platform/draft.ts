// What was typed but not yet sent, for the length of one browser tab, under whose it is: after a change of user nobody
// finds what the person before typed, and that person does. Only fields flagged safe lie here as they are: a name, a
// number or a story of a person is sealed (sealed-draft.ts), because a shared computer keeps this until the tab is closed.

const prefix = 'rangkul.draft.';
const sealedPrefix = 'rangkul.sealed.';

/** Where the browser keeps the keys of sealed drafts. */
export const keyBase = 'rangkul-drafts';

let owner: string | undefined;
// The sealing under way of each draft: one that ends after the next began, or after the draft was dropped, brings nothing
// back, and what happens to another draft is not its business.
const underWay = new Map<string, object>();

/** Whose drafts are kept and found from now on. */
export function setDraftOwner(staffId: string) {
  owner = staffId;
}

const placeOf = (kind: string, key: string) => `${kind}${owner}.${key}`;

/** The unsent values kept under a key. */
export function readDraft<Values>(key: string | undefined): Partial<Values> {
  if (!key) return {};
  try {
    const text = sessionStorage.getItem(placeOf(prefix, key));
    return text ? (JSON.parse(text) as Partial<Values>) : {};
  } catch {
    return {};
  }
}

/** Keeps unsent values; a full or forbidden store is no reason to stop typing. */
export function keepDraft(key: string | undefined, values: object) {
  if (!key) return;
  try {
    sessionStorage.setItem(placeOf(prefix, key), JSON.stringify(values));
  } catch {
    // Nothing to do: the values are still on screen.
  }
}

/** Fetches what seals, while there is a network: it is not needed before something is typed. */
export const sealer = () => import('#web/platform/sealed-draft.ts');

/**
 * Keeps unsent values that say who somebody is; false when they could not be sealed and are on screen only, undefined
 * when later ones took their place before they lay in the store.
 */
export async function keepSealed(key: string, values: object): Promise<boolean | undefined> {
  // Taken before the wait: meanwhile somebody else may have come.
  const its = owner;
  const place = placeOf(sealedPrefix, key);
  const mine = {};
  underWay.set(place, mine);
  try {
    if (its === undefined) return false;
    const text = await (await sealer()).seal(its, values);
    if (underWay.get(place) !== mine) return undefined;
    sessionStorage.setItem(place, text);
    return true;
  } catch {
    return false;
  }
}

/** The values sealed under a key; nothing for anybody but the one who typed them. */
export async function openSealed<Values>(key: string): Promise<Partial<Values> | undefined> {
  const its = owner;
  try {
    const text = sessionStorage.getItem(placeOf(sealedPrefix, key));
    if (!text || its === undefined) return undefined;
    return (await (await sealer()).unseal(its, text)) as Partial<Values>;
  } catch {
    return undefined;
  }
}

/** Forgets one draft once it was sent. */
export function dropDraft(key: string | undefined) {
  if (!key) return;
  underWay.delete(placeOf(sealedPrefix, key));
  try {
    sessionStorage.removeItem(placeOf(prefix, key));
    sessionStorage.removeItem(placeOf(sealedPrefix, key));
  } catch {
    // Nothing was kept.
  }
}

/** Forgets every draft, and the keys of those that other tabs still hold; at sign-out. */
export function dropDrafts() {
  underWay.clear();
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(prefix) || key.startsWith(sealedPrefix)) sessionStorage.removeItem(key);
    indexedDB.deleteDatabase(keyBase);
  } catch {
    // Nothing was kept.
  }
}
