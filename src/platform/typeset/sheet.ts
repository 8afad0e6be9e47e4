// What stands on every typeset paper, whichever slice writes it; sheet.typ sets it.
import { renderSVG } from 'uqr';
import type { Letterhead } from '#platform/city-folder/schema.ts';
import { type Locale, say } from '#platform/messages.ts';
import { messages } from '#platform/typeset/messages.ts';
import { publicAddress, type World } from '#platform/world.ts';

/** A picture that a phone reads, with the words that say what for to who does not see it. */
export type CodePicture = { readonly qr: string; readonly words: string };

/** The data of `sheet.typ`. */
export type Sheet = {
  readonly lang: Locale;
  readonly title: string;
  readonly author: string;
  /** The day of the paper: it stands in the file too, so that the same paper is the same file on any day. */
  readonly day: string;
  readonly head: { readonly lines: readonly string[]; readonly ways: string };
  /** That the data are invented; empty in a real city. */
  readonly mark: string;
  /** The word across a paper that has no number yet. */
  readonly draft: string;
  readonly verify: CodePicture | null;
  readonly foot: readonly string[];
};

export type Issued = { readonly number: string; readonly code: string };

type Asked = {
  readonly letterhead: Letterhead;
  /** The body that issues it, under the city's own line. */
  readonly issuer: string;
  readonly title: string;
  readonly day: string;
  readonly locale: Locale;
  readonly demonstration: boolean;
  readonly issued: Issued | null;
  readonly foot?: readonly string[];
  readonly world: World;
};

/** Letterhead, marks and foot of a paper; one without a number carries the draft mark and no code. */
export function sheetOf(it: Asked): Sheet {
  const [city = '', unit = ''] = it.letterhead.lines;
  const ways = [it.letterhead.address, it.letterhead.phone, it.letterhead.email].filter(Boolean).join(' · ');
  return {
    lang: it.locale,
    title: [it.title, it.issued?.number].filter(Boolean).join(' '),
    author: it.issuer,
    day: it.day,
    head: { lines: [city, it.issuer || unit], ways },
    mark: it.demonstration ? say(it.letterhead.demonstrationMark, it.locale) : '',
    draft: it.issued ? '' : say(messages.draft, it.locale),
    verify: it.issued ? verification(it.issued.code, it.locale, it.world) : null,
    foot: it.foot ?? (it.issued ? [] : [say(messages.unnumbered, it.locale)]),
  };
}

/** The code in the foot of an issued paper, with its address for who types. */
export function verification(code: string, locale: Locale, world: World): CodePicture {
  const url = publicAddress(world, `/v/${code}`);
  return { qr: codePicture(url), words: say(messages.verify, locale, { url }) };
}

/** An address as a picture (SVG) that a phone reads from paper. */
export function codePicture(url: string): string {
  return renderSVG(url, { border: 1, ecc: 'M' });
}

export type Signatory = { readonly title: string; readonly name: string; readonly rank: string };

/** One who signs: place and day stand above the first only; the room is for ink. */
export function signatureOf(it: Signatory, at: string, { room }: { readonly room: boolean }) {
  return { at, title: it.title, name: it.name || '……………………………', rank: it.rank, room };
}
