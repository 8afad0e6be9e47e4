// Who may know whom, written by hand and apart from the code: the tests hold every route against this table.

import type { CanaryField, Relation } from '#test/access/world.ts';
import type { CastName } from '#test/app.ts';
import { cast } from '#test/cast.ts';

/** Who may read the child's name (and nickname). Everybody else may not, on any route. */
export const knowsName: Record<Relation, readonly CastName[]> = {
  sariCase: ['sari.peksos', 'dewi.penyelia'],
  heldAtMako: ['beni.mako'],
  heldAtDinsos: ['sari.peksos', 'budi.peksos', 'dewi.penyelia'],
  runningOperation: ['rina.lapangan'],
  closedOperation: [],
  referredToDinkes: ['budi.peksos', 'dewi.penyelia', 'hadi.dinkes'],
  referredNameless: ['budi.peksos', 'dewi.penyelia'],
  referralClosed: ['budi.peksos', 'dewi.penyelia'],
  areaTask: ['budi.peksos', 'dewi.penyelia', 'arif.kuranji'],
  walkIn: ['sari.peksos'],
  oldWalkIn: [],
  stranger: [],
  inReview: ['dewi.penyelia'],
  heldInReview: ['sari.peksos', 'budi.peksos', 'dewi.penyelia'],
  brokenGlass: ['sari.peksos', 'dewi.penyelia', 'budi.peksos'],
  mergedIntoSariCase: ['sari.peksos', 'dewi.penyelia'],
};

/** For whom the child exists at all: everybody who knows the name, the coordinator by initials, a partner asked without a name. */
export function knowsOf(relation: Relation, viewer: CastName): boolean {
  if (viewer === 'eko.kesra') return true;
  if (relation === 'referredNameless' && viewer === 'hadi.dinkes') return true;
  return knowsName[relation].includes(viewer);
}

const team: Partial<Record<Relation, readonly CastName[]>> = {
  sariCase: ['sari.peksos', 'dewi.penyelia'],
  referredToDinkes: ['budi.peksos', 'dewi.penyelia'],
  referredNameless: ['budi.peksos', 'dewi.penyelia'],
  referralClosed: ['budi.peksos', 'dewi.penyelia'],
  areaTask: ['budi.peksos', 'dewi.penyelia'],
  brokenGlass: ['sari.peksos', 'dewi.penyelia', 'budi.peksos'],
  mergedIntoSariCase: ['sari.peksos', 'dewi.penyelia'],
};

const asked: Partial<Record<Relation, readonly CastName[]>> = {
  referredToDinkes: ['hadi.dinkes'],
  referredNameless: ['hadi.dinkes'],
};

/** Who may read each sensitive field of a child; the whole NIK is shown to nobody. */
export function mayRead(relation: Relation, field: CanaryField, viewer: CastName): boolean {
  const inTeam = (team[relation] ?? []).includes(viewer);
  const named = knowsName[relation].includes(viewer);
  const reveals: Record<CanaryField, boolean> = {
    name: named,
    alias: named,
    nik: false,
    mother: named && viewer !== 'hadi.dinkes',
    address:
      inTeam ||
      (relation === 'areaTask' && viewer === 'arif.kuranji') ||
      (named && isCustodian(relation)) ||
      (relation === 'inReview' && named),
    mark: inTeam || (relation === 'inReview' && named),
    earlier:
      inTeam ||
      (relation === 'inReview' && named) ||
      (relation === 'heldInReview' && viewer === 'dewi.penyelia') ||
      viewer === 'eko.kesra',
    ownWords: inTeam || (relation === 'walkIn' && viewer === 'sari.peksos'),
    assessment: inTeam,
    note: inTeam,
    question: inTeam || (asked[relation] ?? []).includes(viewer),
  };
  return reveals[field];
}

/**
 * Who may say that this record and another are one child: the team of its case, and the supervisor whom the question
 * waits for, whoever else he is to the child at that time.
 */
export function mayMerge(relation: Relation, viewer: CastName): boolean {
  const asked = relation === 'inReview' || relation === 'heldInReview';
  return (team[relation] ?? []).includes(viewer)
    ? !(relation === 'brokenGlass' && viewer === 'budi.peksos')
    : asked && viewer === 'dewi.penyelia';
}

function isCustodian(relation: Relation): boolean {
  return relation === 'heldAtMako' || relation === 'heldAtDinsos' || relation === 'heldInReview';
}

/**
 * What the database alone may let through when the application allows all: coarser, by agency, area, operation or
 * assignment. Nobody outside this list reaches an identity even then.
 */
export function databaseReaches(relation: Relation, viewer: CastName): boolean {
  const member = cast.find((it) => it.username === viewer);
  if (
    !member ||
    ['coordinator', 'community_body', 'data_protection_officer', 'auditor', 'administrator'].includes(
      member.role,
    )
  )
    return false;
  if (relation === 'heldAtMako') return member.agencyCode === 'SATPOL_PP';
  if (relation === 'heldAtDinsos' || relation === 'heldInReview') return member.agencyCode === 'DINSOS_KOTA';
  if (relation === 'inReview') return member.role === 'supervisor';
  return knowsName[relation].includes(viewer);
}
