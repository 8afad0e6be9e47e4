// What other slices may ask of custody. The statements lie in queries/, by noun.
export { countHeld, listAwaiting, listHeldNow, readAgainstLimit } from '#custody/queries/board.ts';
export { listDisputedPersons } from '#custody/queries/disputes.ts';
export { readHoldLimit } from '#custody/queries/facts.ts';
export { readHeld } from '#custody/queries/held.ts';
export {
  findInterval,
  handoverNumber,
  handoverOf,
  linkOf,
  listHandovers,
  listIntervals,
  listSteps,
} from '#custody/queries/rows.ts';
