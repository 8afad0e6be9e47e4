import { listAgencies } from '#agencies/queries.ts';
import { listCodes, readLetterhead } from '#areas/queries.ts';
import { cityDate } from '#platform/calendar.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import { type Paper, printedPaper } from '#platform/print/layout.ts';
import type { World } from '#platform/world.ts';

/** What every paper needs of the city: its letterhead, the words of codes and agencies, and whose hand prints. */
export type Desk = {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly letterhead: Paper['letterhead'];
  readonly label: (list: string, code: string | null | undefined) => string;
  readonly agency: (code: string | null | undefined) => string;
};

/** Reads what the papers of this viewer are made of. */
export async function openDesk(tx: Tx, viewer: Viewer, world: World): Promise<Desk> {
  const now = world.now();
  const codes = await listCodes(tx);
  const agencies = await listAgencies(tx, cityDate(now, viewer.city.timeZone));
  const { locale } = viewer;
  return {
    viewer,
    now,
    letterhead: await readLetterhead(tx),
    label: (list, code) => codes[list]?.find((it) => it.code === code)?.[locale] ?? code ?? '',
    agency: (code) => {
      const found = agencies.find((it) => it.agencyCode === code);
      return (locale === 'id' ? found?.nameId : found?.nameEn) ?? code ?? '';
    },
  };
}

type Content = Pick<Paper, 'title' | 'purpose' | 'body' | 'issuer'> &
  Partial<Pick<Paper, 'number' | 'landscape'>>;

/** A paper with the letterhead, the language and the name of the desk that prints it. */
export function printed(desk: Desk, content: Content): string {
  const { viewer } = desk;
  return printedPaper({
    letterhead: desk.letterhead,
    printedBy: { name: viewer.name, agency: desk.agency(viewer.agencyCode) },
    printedAt: desk.now,
    demonstration: viewer.city.demonstration,
    locale: viewer.locale,
    timeZone: viewer.city.timeZone,
    ...content,
  });
}
