import { nicknamesOf } from './nicknames.ts';
import {
  oneLetterDropped,
  readingsOf,
  shortened,
  skeletonOf,
  soundOf,
  vowelsMisheard,
  withoutWeakK,
} from './spelling.ts';

/** How closely a word of a name agrees with another, best first. */
export const closeness = ['same', 'sound', 'nickname', 'slip', 'consonants', 'shortened'] as const;
export type Closeness = (typeof closeness)[number];

/** A value that can be compared after keying: what kind of likeness, and of what. */
export type Likeness = { readonly kind: string; readonly value: string };

/** The likenesses a recorded word of a name is found by. */
export function recordedLikenesses(word: string): readonly Likeness[] {
  const sound = soundOf(word);
  return [
    { kind: 'same', value: word },
    { kind: 'sound', value: sound },
    { kind: 'consonants', value: skeletonOf(sound) },
    ...oneLetterDropped(sound).map((value) => ({ kind: 'slip', value })),
  ];
}

/** The parts a recorded word of a child's own name is called by in the street. */
export function recordedShortForms(word: string): readonly Likeness[] {
  return shortened(soundOf(word)).map((value) => ({ kind: 'part', value }));
}

/** What to look for, given a typed word: each likeness with how close an agreement on it is. */
export function askedLikenesses(word: string): readonly (Likeness & { readonly closeness: Closeness })[] {
  const sound = soundOf(word);
  const slips = oneLetterDropped(sound);
  return [
    { kind: 'same', value: word, closeness: 'same' },
    ...readingsOf(sound).map((value) => ({ kind: 'sound', value, closeness: 'sound' as const })),
    ...withoutWeakK(sound).map((value) => ({ kind: 'sound', value, closeness: 'sound' as const })),
    { kind: 'consonants', value: skeletonOf(sound), closeness: 'consonants' },
    // One letter more or less reaches the other's sound; one letter changed reaches it through what is left.
    { kind: 'slip', value: sound, closeness: 'slip' },
    ...slips.map((value) => ({ kind: 'slip', value, closeness: 'slip' as const })),
    ...slips.map((value) => ({ kind: 'sound', value, closeness: 'slip' as const })),
  ];
}

/** What else to look for when the typed word may be a short name, or the record may hold one. */
export function askedNicknames(word: string): readonly (Likeness & { readonly closeness: Closeness })[] {
  const sound = soundOf(word);
  return [
    ...nicknamesOf(sound).map((value) => ({ kind: 'sound', value, closeness: 'nickname' as const })),
    { kind: 'part', value: sound, closeness: 'shortened' },
    ...shortened(sound).map((value) => ({ kind: 'sound', value, closeness: 'shortened' as const })),
  ];
}

/** The word as blocks write it: its consonants when there are enough of them to say something, else its sound. */
export function blockForm(sound: string): string {
  const skeleton = skeletonOf(sound);
  return isTold(skeleton) ? skeleton : sound;
}

/** The sounds under which a typed sound may stand in blocks besides its own: a short one with its vowels misheard. */
export function blockReadings(sound: string): readonly string[] {
  const readings = [...readingsOf(sound), ...withoutWeakK(sound)];
  return isTold(skeletonOf(sound)) ? readings : [...readings, ...vowelsMisheard(sound)];
}

function isTold(skeleton: string): boolean {
  return skeleton.length >= 3;
}
