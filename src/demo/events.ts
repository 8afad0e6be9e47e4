// What happens in the demonstration city, as plain facts in order of time. Keys are texts that stand for one record each
// ('person-12', 'encounter-340'); whoever loads the world gives them identifiers. Nothing here is about a real person.

import type { CalendarDate } from '#platform/calendar.ts';

import type { AgeClass, AgeFact, DemoStaff, Identity, InstantText, Key, Sex } from './facts.ts';

export type {
  AgeClass,
  AgeFact,
  DemoRole,
  DemoStaff,
  Identity,
  InstantText,
  Key,
  Kin,
  Sex,
} from './facts.ts';

type Act<K extends string, Facts> = Readonly<{ kind: K; at: InstantText; by: string } & Facts>;

export type PersonRegistered = Act<
  'person_registered',
  {
    person: Key;
    sex: Sex;
    ages: readonly AgeFact[];
    identity: Identity | null;
    originArea: string | null;
    residenceArea: string | null;
  }
>;
/** More became known: the identity replaces the earlier one, the ages are added. */
export type IdentityFound = Act<
  'identity_found',
  {
    person: Key;
    identity: Identity;
    ages: readonly AgeFact[];
    originArea: string | null;
    residenceArea: string | null;
  }
>;
export type MatchAsked = Act<
  'match_asked',
  { review: Key; person: Key; candidate: Key; encounter: Key; strength: 'weak' | 'likely' | 'very_likely' }
>;
export type MatchAnswered = Act<
  'match_answered',
  { review: Key; answer: 'same' | 'different' | 'cannot_tell'; reason: string }
>;
export type PersonsMerged = Act<'persons_merged', { person: Key; standsFor: Key; reason: string }>;

export type OperationSite = Readonly<{ area: string | null; locationType: string; place: string }>;
export type OperationPlanned = Act<
  'operation_planned',
  {
    operation: Key;
    operationKind: 'OUTREACH' | 'PATROL' | 'RAID' | 'JOINT';
    title: string;
    lead: string;
    partners: readonly string[];
    team: readonly string[];
    sites: readonly OperationSite[];
    legalBases: readonly string[];
    plannedFrom: InstantText;
    plannedTo: InstantText;
    instruction: string;
  }
>;
export type OperationStarted = Act<'operation_started', { operation: Key }>;
export type OperationClosed = Act<'operation_closed', { operation: Key }>;
export type OperationCancelled = Act<'operation_cancelled', { operation: Key; reason: string }>;

export type Encounter = Act<
  'encounter',
  {
    encounter: Key;
    person: Key;
    operation: Key | null;
    agency: string;
    /** Later than `at` when it was written down late or sent from a phone without network. */
    recordedAt: InstantText;
    approach: 'OUTREACH' | 'ENFORCEMENT' | 'REPORT' | 'WALK_IN';
    activity: string;
    locationType: string;
    area: string | null;
    /** Exact as the phone measured it; storing rounds it, or drops it for a place without a point. */
    point: Readonly<{ latitude: number; longitude: number }> | null;
    ageClass: AgeClass;
    sex: Sex;
    statedAge: number | null;
    assessed: readonly [low: number, high: number] | null;
    condition: string;
    injury: string;
    intoxication: 'yes' | 'no' | 'unsure';
    needs: readonly string[];
    companions: readonly string[];
    /** Those met together share a group. */
    group: Key | null;
    ownWords: string;
    description: string;
    belongings: readonly string[];
  }
>;
export type SpotOutcome = Act<
  'spot_outcome',
  { encounter: Key; outcome: 'stayed' | 'declined' | 'referred' }
>;

export type HandoverSide = Readonly<{ username: string | null; name: string; relation: string }>;
/** Someone takes a person into care for the first time: the chain begins at first contact. */
export type CustodyBegan = Act<
  'custody_began',
  {
    custody: Key;
    person: Key;
    encounter: Key | null;
    custodianKind: string;
    agency: string;
    facility: string;
    basis: string;
  }
>;
/**
 * Ends `from` with `endKind`, and begins `to` unless the person went home or left. `from` null: taken in after a gap.
 * `agency` and `custodianKind` are those of `to`.
 */
export type Handover = Act<
  'handover',
  {
    handover: Key;
    person: Key;
    from: Key | null;
    to: Key | null;
    endKind: string | null;
    custodianKind: string | null;
    agency: string | null;
    facility: string;
    giver: HandoverSide;
    receiver: HandoverSide;
    condition: string;
    basis: string;
    belongings: readonly string[];
    returnDue: CalendarDate | null;
    statementLetter: boolean;
    facilityReason: string;
    supervisorReason: string;
  }
>;
export type CustodyStep = Act<
  'custody_step',
  { person: Key; custody: Key | null; step: string; result: string; note: string }
>;
export type FearedAsked = Act<
  'feared_asked',
  { person: Key; askedAlone: boolean; fearsSomeone: boolean; whom: string }
>;
/** All that is still kept for the person is given back; `custody` is the one that ends. */
export type BelongingsReturned = Act<'belongings_returned', { person: Key; custody: Key }>;
export type Complaint = Act<
  'complaint',
  { complaint: Key; person: Key; aboutAgency: string; toAgency: string; said: string; saidBy: string }
>;
export type ComplaintAnswered = Act<'complaint_answered', { complaint: Key; answer: string }>;

export type CaseOpened = Act<
  'case_opened',
  {
    caseKey: Key;
    caseNumber: string;
    person: Key;
    agency: string;
    worker: string;
    openedFrom: 'custody' | 'encounter' | 'report';
    openedFromKey: Key | null;
    risk: 'LOW' | 'MEDIUM' | 'HIGH';
    riskReason: string;
    assessBy: CalendarDate;
  }
>;
export type CaseStage = Act<'case_stage', { caseKey: Key; stage: string }>;
export type RiskChanged = Act<
  'risk_changed',
  { caseKey: Key; risk: 'LOW' | 'MEDIUM' | 'HIGH'; reason: string }
>;
export type WorkerChanged = Act<'worker_changed', { caseKey: Key; worker: string; reason: string }>;
export type Factor = Readonly<{
  code: string;
  side: 'internal' | 'external';
  level: 'micro' | 'meso' | 'macro';
  saidBy: 'child' | 'family' | 'worker';
  evidence: string;
}>;
export type Assessment = Act<
  'assessment',
  {
    assessment: Key;
    caseKey: Key;
    problems: string;
    strengths: string;
    childWishes: string;
    conclusion: string;
    factors: readonly Factor[];
  }
>;
export type PlanLine = Act<
  'plan_line',
  {
    planLine: Key;
    caseKey: Key;
    goal: string;
    service: string;
    agency: string;
    area: string | null;
    dueOn: CalendarDate;
  }
>;
export type PlanLineEnded = Act<
  'plan_line_ended',
  { planLine: Key; state: 'done' | 'dropped'; result: string }
>;
export type CaseNote = Act<
  'case_note',
  { note: Key; caseKey: Key; noteKind: 'note' | 'visit' | 'contact' | 'conference' | 'review'; body: string }
>;
export type SealedWritten = Act<
  'sealed_written',
  {
    sealed: Key;
    caseKey: Key;
    field: 'sexual_violence' | 'hiv' | 'pregnancy' | 'substance' | 'offence' | 'shelter_address';
    body: string;
  }
>;
export type CaseClosed = Act<
  'case_closed',
  {
    closure: Key;
    caseKey: Key;
    reason: string;
    bestInterest: string;
    readiness: Readonly<Record<string, boolean>>;
  }
>;
export type AftercarePlanned = Act<
  'aftercare_planned',
  {
    caseKey: Key;
    visits: readonly Readonly<{ visit: Key; month: number; dueOn: CalendarDate; agency: string }>[];
  }
>;
export type AftercareVisited = Act<'aftercare_visited', { visit: Key; stillThere: boolean; finding: string }>;
/** A child whose case is closed was met again: tells the last worker. */
export type ContactAlert = Act<
  'contact_alert',
  { alert: Key; person: Key; caseKey: Key; worker: string; encounter: Key }
>;
export type ContactAlertAnswered = Act<
  'contact_alert_answered',
  { alert: Key; answer: 'reopened' | 'not_needed'; reason: string }
>;
/** Visits of that closure that were not made fall away. */
export type CaseReopened = Act<'case_reopened', { caseKey: Key; closure: Key; reason: string }>;

export type ReferralSent = Act<
  'referral_sent',
  {
    referral: Key;
    caseKey: Key;
    toAgency: string;
    duty: string;
    question: string;
    discloses: readonly (
      | 'name'
      | 'age'
      | 'sex'
      | 'area'
      | 'guardian_contact'
      | 'nik'
      | 'school'
      | 'health'
      | 'kin'
    )[];
    planLine: Key | null;
    clockDays: number;
    dueAt: InstantText;
  }
>;
export type ReferralAnswered = Act<
  'referral_answered',
  { referral: Key; answer: 'accepted' | 'declined' | 'completed'; text: string }
>;
export type ReferralPaused = Act<'referral_paused', { pause: Key; referral: Key; reason: string }>;
/** The clock runs on; the due time moves to `dueAt`. */
export type ReferralResumed = Act<'referral_resumed', { pause: Key; referral: Key; dueAt: InstantText }>;

export type DemoEvent =
  | PersonRegistered
  | IdentityFound
  | MatchAsked
  | MatchAnswered
  | PersonsMerged
  | OperationPlanned
  | OperationStarted
  | OperationClosed
  | OperationCancelled
  | Encounter
  | SpotOutcome
  | CustodyBegan
  | Handover
  | CustodyStep
  | FearedAsked
  | BelongingsReturned
  | Complaint
  | ComplaintAnswered
  | CaseOpened
  | CaseStage
  | RiskChanged
  | WorkerChanged
  | Assessment
  | PlanLine
  | PlanLineEnded
  | CaseNote
  | SealedWritten
  | CaseClosed
  | AftercarePlanned
  | AftercareVisited
  | ContactAlert
  | ContactAlertAnswered
  | CaseReopened
  | ReferralSent
  | ReferralAnswered
  | ReferralPaused
  | ReferralResumed;

/** What is true of an invented person, whatever was recorded: for tests and the matching report. */
export type TruePerson = Readonly<{
  person: Key;
  /** The first record of the same human being, when this one is a second record. */
  sameAs: Key | null;
  siblingGroup: Key | null;
  birthDate: CalendarDate;
  sex: 'male' | 'female';
}>;

export type DemoWorld = Readonly<{
  city: string;
  seed: number;
  from: InstantText;
  to: InstantText;
  staff: readonly DemoStaff[];
  /** In order of `at`. */
  events: readonly DemoEvent[];
  truth: readonly TruePerson[];
}>;
