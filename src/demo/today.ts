// The last two days, played by hand, so that every desk of the demonstration has something to do.

import type { Child } from './people.ts';
import type { Scene } from './scene.ts';
import { playOpenCases } from './today/cases.ts';
import { playDesk } from './today/desk.ts';
import { playLifeline } from './today/lifeline.ts';
import { playOperationUnderWay } from './today/operation.ts';

/** Returns the children who appear in it. */
export function playToday(scene: Scene): Child[] {
  const andika = playLifeline(scene);
  const desks = playOpenCases(scene);
  const custody = playDesk(scene);
  const busker = desks.find((one) => one.name.full === 'Ilham Pratama');
  const seller = desks.find((one) => one.name.full === 'Nadia Puspita');
  if (!busker || !seller)
    throw new Error('the operation under way needs the two children it may have met before');
  const pavement = playOperationUnderWay(scene, { busker, seller });
  return [andika, ...desks, ...custody, ...pavement];
}
