import { useSyncExternalStore } from 'react';
import { inWords } from '#platform/messages.ts';

/** The two languages of the screen; Bahasa Indonesia is the first. */
export type Locale = 'id' | 'en';

/** One sentence in both languages; `{name}` marks a place to fill in. */
export type Message = { id: string; en: string };

/** A table of sentences, as each slice keeps in its messages.ts. */
export type Messages = Record<string, Message>;

const storageKey = 'rangkul.locale';
const listeners = new Set<() => void>();
let current: Locale = remembered();

function remembered(): Locale {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'id';
  } catch {
    return 'id';
  }
}

/** The language in use now. */
export function locale(): Locale {
  return current;
}

/** Changes the language of every screen at once; what was typed stays. */
export function setLocale(next: Locale) {
  if (typeof document !== 'undefined') document.documentElement.lang = next;
  if (next === current) return;
  current = next;
  keepLocale();
  for (const listener of listeners) listener();
}

/** Keeps the language in use on this device, for the sign-in page of the next visit. */
export function keepLocale() {
  try {
    localStorage.setItem(storageKey, current);
  } catch {
    // A browser that keeps nothing still speaks the language for this visit.
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Draws the component again when the language changes. The root of the app uses it; screens need not. */
export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, locale, locale);
}

/** The sentence in the language in use, with its places filled in. */
export function t(message: Message, values: Record<string, string | number> = {}): string {
  const text = message[current];
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : String(value);
  });
}

/** A kept text of somebody; where the program wrote in its place, that in the language in use. */
export function kept(text: string): string {
  return inWords(text, current);
}
