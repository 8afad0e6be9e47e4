import { Type } from 'typebox';
import { answerMatch, decideReview, unmergePerson } from '#persons/met-before/answer.ts';
import { compareReview } from '#persons/met-before/comparison.ts';
import { lookMetBefore } from '#persons/met-before/look.ts';
import { listJoined, listReviews, presentReviews } from '#persons/met-before/reviews.ts';
import { MatchReview, MetBefore, MetBeforeAnswer, ReviewComparison } from '#persons/schema.ts';
import { accepts, look, query, type Route } from '#platform/http/routes.ts';
import { pageOf, readCursor } from '#platform/paging.ts';
import { Cursor, PageOf, Uuid } from '#platform/schemas.ts';

export const metBeforeRoutes: readonly Route[] = [
  look({
    path: '/persons/met-before',
    summary: 'Is somebody like this on record?',
    may: ['field_officer', 'custody_desk', 'social_worker', 'supervisor'],
    input: MetBefore,
    result: MetBeforeAnswer,
    run: lookMetBefore,
  }),
  query({
    path: '/match-reviews',
    summary: 'Questions of likeness that wait for a supervisor',
    may: ['supervisor'],
    input: Type.Object({ after: Type.Optional(Cursor) }),
    result: PageOf(MatchReview),
    run: async (tx, viewer, input, world) => {
      const rows = await listReviews(tx, readCursor(input.after, ['at', 'reviewId']));
      const page = pageOf(rows, (row) => ({ at: row.asked_at.toISOString(), reviewId: row.review_id }));
      const { items, shown } = await presentReviews(tx, viewer, page.items, world);
      return { show: { items, next: page.next }, audit: [{ act: 'reviews.listed', persons: shown }] };
    },
  }),
  query({
    path: '/match-reviews/joined',
    summary: 'Records joined lately, which may have to be taken apart again',
    may: ['supervisor'],
    input: Type.Object({ after: Type.Optional(Cursor) }),
    result: PageOf(MatchReview),
    run: async (tx, viewer, input, world) => {
      const rows = await listJoined(tx, readCursor(input.after, ['at', 'reviewId']));
      const page = pageOf(rows, (row) => ({ at: row.asked_at.toISOString(), reviewId: row.review_id }));
      const { items, shown } = await presentReviews(tx, viewer, page.items, world);
      return { show: { items, next: page.next }, audit: [{ act: 'reviews.listed', persons: shown }] };
    },
  }),
  query({
    path: '/match-reviews/:reviewId',
    summary: 'The two records of a question side by side, field by field',
    may: ['supervisor'],
    input: Type.Object({ reviewId: Uuid }),
    result: ReviewComparison,
    run: compareReview,
  }),
  accepts(answerMatch),
  accepts(decideReview),
  accepts(unmergePerson),
];
