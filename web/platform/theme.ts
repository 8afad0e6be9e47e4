/** Light, dark, or as the device wishes. */
export type Theme = 'system' | 'light' | 'dark';

const storageKey = 'rangkul.theme';

/** The choice made on this device. */
export function theme(): Theme {
  try {
    const kept = localStorage.getItem(storageKey);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

/** Draws everything light or dark from now on, on this device. */
export function setTheme(next: Theme) {
  if (next === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem(storageKey, next);
  } catch {
    // The choice then holds for this visit.
  }
}
