import { Type } from 'typebox';
import { type Desk, openDesk } from '#agencies/queries/desk.ts';
import { custodyRoles } from '#custody/access.ts';
import { type PaperFacts, readPaper } from '#custody/papers/facts.ts';
import { letterPage, recordPage } from '#custody/papers/pages.ts';
import { printPage, type Route } from '#platform/http/routes.ts';
import { problem } from '#platform/problems.ts';
import { Uuid } from '#platform/schemas.ts';

const papers = { record: recordPage, letter: letterPage } satisfies Record<
  string,
  (desk: Desk, facts: PaperFacts) => string
>;

/** The route of one of the papers of a hand-over. */
export function paper(kind: keyof typeof papers, summary: string): Route {
  return printPage({
    path: `/custody/handovers/:handoverId/${kind}`,
    summary,
    may: custodyRoles,
    input: Type.Object({ handoverId: Uuid }),
    run: async (tx, viewer, input, world) => {
      const facts = await readPaper(tx, viewer, input.handoverId, world);
      if (kind === 'letter' && !facts.statementLetter) throw problem('not-found');
      const desk = await openDesk(tx, viewer, world);
      return {
        show: papers[kind](desk, facts),
        audit: [
          {
            act: 'custody.paper-printed',
            on: { kind: 'handover', id: input.handoverId },
            persons: [facts.personId],
            detail: { paper: kind },
          },
        ],
      };
    },
  });
}
