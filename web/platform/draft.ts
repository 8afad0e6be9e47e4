// What was typed but not yet sent, for the length of one browser tab. Only fields flagged safe come here: never a name,
// a number or a story of a person, because a shared computer keeps this until the tab is closed.

const prefix = 'rangkul.draft.';

/** The unsent values kept under a key. */
export function readDraft<Values>(key: string | undefined): Partial<Values> {
  if (!key) return {};
  try {
    const text = sessionStorage.getItem(prefix + key);
    return text ? (JSON.parse(text) as Partial<Values>) : {};
  } catch {
    return {};
  }
}

/** Keeps unsent values; a full or forbidden store is no reason to stop typing. */
export function keepDraft(key: string | undefined, values: object) {
  if (!key) return;
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify(values));
  } catch {
    // Nothing to do: the values are still on screen.
  }
}

/** Forgets one draft once it was sent. */
export function dropDraft(key: string | undefined) {
  if (!key) return;
  try {
    sessionStorage.removeItem(prefix + key);
  } catch {
    // Nothing was kept.
  }
}

/** Forgets every draft; at sign-out and at a change of user. */
export function dropDrafts() {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
