// The chain of those who answer for a person, from first contact on: no gap, unless it is one of the real defects.

import { type Met, staffSide } from './encounters.ts';
import type { Handover, HandoverSide, Key } from './events.ts';
import { instantText, minute, type Scene } from './scene.ts';
import type { Username } from './staff.ts';

export type Holder = Readonly<{
  custody: Key;
  person: Key;
  since: number;
  kind: string;
  agency: string;
  by: Username;
}>;

type Receiving = Readonly<{
  kind: string;
  agency: string;
  facility?: string;
  by: Username;
  facilityReason?: string;
}>;
type Passing = Readonly<{
  at: number;
  giver: HandoverSide;
  receiver: HandoverSide;
  basis: string;
  condition?: string;
  belongings?: readonly string[];
  returnDue?: string | null;
  supervisorReason?: string;
}>;

/** Someone takes responsibility at first contact. */
export function beginCustody(
  scene: Scene,
  {
    at,
    by,
    person,
    encounter,
    kind,
    agency,
  }: { at: number; by: Username; person: Key; encounter: Key; kind: string; agency: string },
): Holder {
  const custody = scene.key('custody');
  scene.emit({
    kind: 'custody_began',
    at: instantText(at),
    by,
    custody,
    person,
    encounter,
    custodianKind: kind,
    agency,
    facility: '',
    basis: 'OPERATION',
  });
  return { custody, person, since: at, kind, agency, by };
}

/** From first contact with a public order team to the custody desk at its headquarters. */
export function bringToDesk(
  scene: Scene,
  met: Met,
  { at, kept = {} }: { at: number; kept?: Pick<Passing, 'belongings' | 'returnDue'> },
): Holder {
  const { person, encounter } = met;
  const agency = 'SATPOL_PP';
  const team = beginCustody(scene, {
    at: met.at,
    by: 'afdal.lapangan',
    person,
    encounter,
    kind: 'FIELD_TEAM',
    agency,
  });
  return passOn(scene, team, {
    to: { kind: 'ENFORCEMENT', agency, by: 'yenti.mako' },
    passing: {
      at,
      giver: staffSide('afdal.lapangan'),
      receiver: staffSide('yenti.mako'),
      basis: 'OPERATION',
      ...kept,
    },
  });
}

/** From one custodian to the next, with both sides named. */
export function passOn(
  scene: Scene,
  holder: Holder,
  { to, passing }: { to: Receiving; passing: Passing },
): Holder {
  const custody = scene.key('custody');
  emitHandover(scene, holder, {
    passing,
    change: {
      to: custody,
      endKind: to.kind,
      custodianKind: to.kind,
      agency: to.agency,
      facility: to.facility ?? '',
      facilityReason: to.facilityReason ?? '',
    },
  });
  return { custody, person: holder.person, since: passing.at, kind: to.kind, agency: to.agency, by: to.by };
}

/** The person goes home, leaves, or is released: nobody of ours answers any more. */
export function endCustody(
  scene: Scene,
  holder: Holder,
  { endKind, passing }: { endKind: string; passing: Passing },
): void {
  emitHandover(scene, holder, {
    passing,
    change: { endKind, statementLetter: endKind === 'HOME_WITH_PARENT' },
  });
}

/** A defect that happens: nobody is written down for a while, and then somebody is. */
export function passOnWithGap(
  scene: Scene,
  holder: Holder,
  {
    to,
    passing,
    minutes,
    explained,
  }: { to: Receiving; passing: Passing; minutes: number; explained: boolean },
): Holder {
  endCustody(scene, holder, { endKind: to.kind, passing });
  const custody = scene.key('custody');
  const at = passing.at + minutes * minute;
  emitHandover(
    scene,
    { ...holder, custody: '' },
    {
      passing: { ...passing, at },
      change: { to: custody, from: null, custodianKind: to.kind, agency: to.agency },
    },
  );
  if (explained)
    scene.emit({
      kind: 'custody_step',
      at: instantText(at + 30 * minute),
      by: to.by,
      person: holder.person,
      custody,
      step: 'GAP_EXPLAINED',
      result: 'EXPLAINED',
      note: 'Dalam perjalanan dengan mobil patroli, serah terima ditulis setelah tiba.',
    });
  return { custody, person: holder.person, since: at, kind: to.kind, agency: to.agency, by: to.by };
}

function emitHandover(
  scene: Scene,
  holder: Holder,
  { passing, change }: { passing: Passing; change: Partial<Handover> },
): void {
  scene.emit({
    kind: 'handover',
    at: instantText(passing.at),
    by: holder.by,
    handover: scene.key('handover'),
    person: holder.person,
    from: holder.custody,
    to: null,
    endKind: null,
    custodianKind: null,
    agency: null,
    facility: '',
    giver: passing.giver,
    receiver: passing.receiver,
    condition: passing.condition ?? 'WELL',
    basis: passing.basis,
    belongings: passing.belongings ?? [],
    returnDue: passing.returnDue ?? null,
    statementLetter: false,
    facilityReason: '',
    supervisorReason: passing.supervisorReason ?? '',
    ...change,
  });
}
