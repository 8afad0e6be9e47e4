import { messages } from '#services/messages.ts';
import type { ProgrammeState } from '#services/rules.ts';
import type { ProgrammeLine } from '#services/schema.ts';
import { date, integer } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { useAbility } from '#web/platform/session.tsx';
import type { Tone } from '#web/ui/notice.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import { Tag } from '#web/ui/tag.tsx';

const tones = {
  planned: 'neutral',
  running: 'brand',
  ended: 'neutral',
  cancelled: 'warning',
} satisfies Record<ProgrammeState, Tone>;

/** What a programme is today. */
export function StateTag({ state }: { state: ProgrammeState }) {
  return <Tag tone={tones[state]}>{t(messages[state])}</Tag>;
}

/** From when to when. */
export function periodOf({ startsOn, endsOn }: Pick<ProgrammeLine, 'startsOn' | 'endsOn'>): string {
  return endsOn ? `${date(startsOn)} – ${date(endsOn)}` : t(messages.noEnd, { from: date(startsOn) });
}

/** The areas by name, or that it is the whole city. */
export function areasOf({ areas }: Pick<ProgrammeLine, 'areas'>, words: Lists): string {
  return areas.length === 0 ? t(messages.wholeCity) : areas.map((code) => words.area(code)).join('; ');
}

/** How many places are taken, or what was published of a programme that took place before. */
export function placesOf(it: ProgrammeLine): string {
  if (it.reportedParticipants !== null)
    return t(messages.reportedChildren, { n: integer(it.reportedParticipants) });
  const taken = integer(it.enrolled + it.finished);
  if (it.capacity === null && it.enrolled + it.finished === 0) return '–';
  return it.capacity === null ? taken : t(messages.placesOf, { taken, capacity: integer(it.capacity) });
}

/** The list, and need beside offer for whoever reads the board. */
export function ProgrammeTabs({ here }: { here: string }) {
  if (!useAbility('/programmes/need')) return null;
  const tabs = [
    { href: '/program', label: t(messages.list) },
    { href: '/program/keselarasan', label: t(messages.need) },
  ];
  return <Tabs tabs={tabs} here={here} label={t(messages.parts)} />;
}
