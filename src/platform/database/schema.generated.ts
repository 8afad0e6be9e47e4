// Written from the database by `rangkul schema`; do not edit.
import type { ColumnType, GeneratedAlways } from 'kysely';

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
export type Json = ColumnType<unknown, string, string>;

export interface DB {
  aftercare_visits: {
    city: Generated<string>;
    visit_id: string;
    case_id: string;
    person_id: string;
    month_no: number;
    due_on: string;
    agency_code: string | null;
    done_at: Timestamp | null;
    done_by: string | null;
    result: string | null;
    still_there: boolean | null;
    finding: Generated<string>;
    recorded_at: Generated<Timestamp>;
  };
  agencies: {
    city: Generated<string>;
    agency_code: string;
    name_id: string;
    name_en: string;
    kind: string;
    parent_code: string | null;
    area_code: string | null;
    valid_from: Generated<string>;
    valid_to: string | null;
  };
  area_shapes: {
    city: Generated<string>;
    area_code: string;
    shape: Json;
    source: Generated<string>;
    loaded_at: Generated<Timestamp>;
  };
  areas: {
    area_code: string;
    kind: string;
    name: string;
    parent_code: string | null;
    latitude: number | null;
    longitude: number | null;
    valid_from: string | null;
    valid_to: string | null;
  };
  assessment_factors: {
    city: Generated<string>;
    assessment_id: string;
    factor_code: string;
    person_id: string;
    side: string;
    level: string;
    said_by: string;
    evidence: Generated<string>;
    made_on: string;
  };
  assessments: {
    city: Generated<string>;
    assessment_id: string;
    case_id: string;
    person_id: string;
    made_at: Timestamp;
    made_by: Generated<string | null>;
    problems: Generated<string>;
    strengths: Generated<string>;
    child_wishes: Generated<string>;
    conclusion: Generated<string>;
    recorded_at: Generated<Timestamp>;
  };
  audit_rows: {
    city: Generated<string>;
    audit_id: GeneratedAlways<number>;
    recorded_at: Generated<Timestamp>;
    txid: Generated<string>;
    staff_id: Generated<string | null>;
    agency_code: Generated<string | null>;
    role: Generated<string>;
    act: string;
    on_kind: Generated<string>;
    on_id: Generated<string>;
    persons: Generated<string[]>;
    detail: Generated<Json>;
  };
  audit_seals: {
    city: string;
    seal_no: number;
    sealed_at: Generated<Timestamp>;
    from_txid: string;
    before_txid: string;
    row_count: number;
    root: Buffer;
    previous_root: Buffer;
  };
  backups: {
    city: string | null;
    backup_id: Generated<string>;
    taken_at: Timestamp;
    kind: string;
    bytes: number | null;
    verified_at: Timestamp | null;
    failed: string | null;
    file: Generated<string>;
    audit: string | null;
  };
  belongings: {
    city: Generated<string>;
    belonging_id: string;
    person_id: string;
    custody_id: string | null;
    what: string;
    kept_by: Generated<string>;
    return_due: string | null;
    returned_at: Timestamp | null;
    recorded_at: Generated<Timestamp>;
  };
  break_glass: {
    city: Generated<string>;
    break_id: string;
    person_id: string;
    case_number: Generated<string>;
    staff_id: Generated<string>;
    reason: string;
    opened_at: Generated<Timestamp>;
    until: Timestamp;
    reviewed_by: string | null;
    reviewed_at: Timestamp | null;
    review: string | null;
  };
  care_cells: {
    city: string;
    figure: string;
    month: string;
    code: string;
    age_class: string;
    n: Generated<number>;
    of_all: Generated<number>;
  };
  care_facts: {
    city: string;
    head_id: string;
    figure: string;
    month: string;
    code: string;
    age_class: string;
    n: number;
    of_all: number;
    record_id: string;
    at: Timestamp | null;
    counts_from: Timestamp;
  };
  care_now: {
    city: string;
    figure: string;
    month: string;
    code: string;
    age_class: string;
    n: number;
    of_all: number;
  };
  case_closures: {
    city: Generated<string>;
    closure_id: string;
    case_id: string;
    person_id: string;
    closed_at: Timestamp;
    closed_by: Generated<string | null>;
    reason: string;
    best_interest: Generated<string>;
    readiness: Generated<Json>;
    reopened_at: Timestamp | null;
    reopened_by: string | null;
    reopen_reason: Generated<string>;
    recorded_at: Generated<Timestamp>;
  };
  case_loose_ends: {
    city: string;
    case_id: string;
    kind: string;
    id: string;
    agency_code: string;
    at: Timestamp;
  };
  case_notes: {
    city: Generated<string>;
    note_id: string;
    case_id: string;
    person_id: string;
    kind: string;
    occurred_at: Timestamp;
    body: string;
    recorded_by: Generated<string | null>;
    recorded_at: Generated<Timestamp>;
  };
  case_stages: {
    city: Generated<string>;
    case_id: string;
    person_id: string;
    stage: string;
    reached_at: Generated<Timestamp>;
  };
  case_workers: {
    city: Generated<string>;
    case_id: string;
    staff_id: string;
    person_id: string;
    from_at: Generated<Timestamp>;
    to_at: Timestamp | null;
    reason: Generated<string>;
  };
  cases: {
    city: Generated<string>;
    case_id: string;
    case_number: string;
    person_id: string;
    agency_code: Generated<string>;
    worker_id: string;
    opened_at: Timestamp;
    opened_from: string;
    opened_from_id: string | null;
    risk_level: string;
    risk_reason: Generated<string>;
    stage: Generated<string>;
    assess_by: string | null;
    assessed_at: Timestamp | null;
    state: Generated<string>;
    closed_at: Timestamp | null;
    reassess_by: string | null;
    next_due_on: Generated<string>;
    recorded_at: Generated<Timestamp>;
    changed_at: Generated<Timestamp>;
    version: Generated<number>;
  };
  cities: {
    city: string;
    name: string;
    time_zone: string;
    demonstration: Generated<boolean>;
    epoch: Generated<string>;
    opened_at: Generated<Timestamp>;
  };
  codes: {
    city: Generated<string>;
    list: string;
    code: string;
    label_id: string;
    label_en: string;
    source: Generated<string>;
    valid_from: string;
    valid_to: string | null;
    position: Generated<number>;
    extra: Generated<Json>;
  };
  command_log: {
    city: Generated<string>;
    command_id: string;
    staff_id: Generated<string | null>;
    command: string;
    input_hash: Buffer;
    outcome: Json;
    occurred_at: Timestamp | null;
    recorded_at: Generated<Timestamp>;
  };
  companion_forms: {
    person_id: string;
    companion_id: string;
    city: Generated<string>;
    tokens: unknown;
    marks: number[];
  };
  companion_runs: {
    city: Generated<string>;
    until: Timestamp;
  };
  companions_to_renew: {
    person_id: string;
    city: Generated<string>;
    since: Generated<Timestamp>;
  };
  complaints: {
    city: Generated<string>;
    complaint_id: string;
    person_id: string | null;
    about_agency: string;
    to_agency: string;
    subject: Generated<string>;
    said: string;
    said_by: string;
    occurred_at: Timestamp;
    recorded_by: Generated<string | null>;
    recorded_at: Generated<Timestamp>;
    answer: string | null;
    answered_by: string | null;
    answered_at: Timestamp | null;
  };
  contact_alerts: {
    city: Generated<string>;
    alert_id: Generated<string>;
    person_id: string;
    case_id: string;
    staff_id: string;
    encounter_id: string;
    raised_at: Generated<Timestamp>;
    answered_at: Timestamp | null;
    answer: string | null;
    reason: Generated<string>;
  };
  custody_by_team: {
    city: string;
    custody_id: string;
  };
  custody_decisions: {
    city: Generated<string>;
    decision_id: GeneratedAlways<number>;
    step_id: string;
    person_id: string;
    custody_id: string | null;
    handover_id: string | null;
    change: string;
    stands_person: string;
    was_ended_at: Timestamp | null;
    ended_at: Timestamp | null;
    was_state: string | null;
    decided_by: Generated<string | null>;
    decided_at: Generated<Timestamp>;
  };
  custody_fears: {
    city: Generated<string>;
    person_id: string;
    asked_at: Timestamp;
    asked_by: Generated<string>;
    asked_alone: boolean;
    fears_someone: boolean;
    box: Buffer | null;
    answer_id: Generated<string>;
    recorded_at: Generated<Timestamp>;
  };
  custody_intervals: {
    city: Generated<string>;
    custody_id: string;
    person_id: string;
    custodian_kind: string;
    agency_code: string | null;
    facility: Generated<string>;
    started_at: Timestamp;
    ended_at: Timestamp | null;
    end_kind: string | null;
    basis: Generated<string>;
    lpks_reason: Generated<string>;
    police_reference: Generated<string>;
    encounter_id: string | null;
    first_contact_at: Timestamp | null;
    disputed: Generated<boolean>;
    set_aside: Generated<boolean>;
    settled_at: Timestamp | null;
    settled_by: string | null;
    settled_reason: Generated<string>;
    recorded_by: Generated<string | null>;
    recorded_at: Generated<Timestamp>;
    version: Generated<number>;
    during: GeneratedAlways<string | null>;
  };
  custody_steps: {
    city: Generated<string>;
    step_id: string;
    person_id: string;
    custody_id: string | null;
    kind: string;
    occurred_at: Timestamp;
    until: Timestamp | null;
    result: string;
    note: Generated<string>;
    recorded_by: Generated<string | null>;
    recorded_at: Generated<Timestamp>;
  };
  duties: {
    city: Generated<string>;
    duty_id: Generated<string>;
    agency_code: string;
    duty_code: string;
    legal_basis_id: string | null;
    is_default: Generated<boolean>;
    valid_from: Generated<string>;
    valid_to: string | null;
  };
  duty_phones: {
    city: Generated<string>;
    agency_code: string;
    set_at: Generated<Timestamp>;
    phone: string;
    set_by: Generated<string | null>;
  };
  encounter_custody: {
    city: string;
    encounter_id: string;
    custody_id: string;
    custodian_kind: string;
    agency_code: string;
    started_at: Timestamp;
    ended_at: Timestamp;
    end_kind: string;
  };
  encounter_points: {
    city: Generated<string>;
    encounter_id: string;
    operation_id: string | null;
    latitude: number;
    longitude: number;
  };
  encounter_texts: {
    city: Generated<string>;
    encounter_id: string;
    person_id: string;
    own_words: Generated<string>;
    description: Generated<string>;
    belongings: Generated<string>;
    warned: Generated<string[]>;
  };
  encounters: {
    city: Generated<string>;
    encounter_id: string;
    person_id: string | null;
    operation_id: string | null;
    occurred_at: Timestamp;
    recorded_at: Generated<Timestamp>;
    clock_flag: string | null;
    recorded_by: Generated<string | null>;
    agency_code: Generated<string | null>;
    approach: string;
    activity: string;
    location_type: string;
    area_code: string | null;
    age_class: string;
    sex: Generated<string>;
    stated_age: number | null;
    assessed_low: number | null;
    assessed_high: number | null;
    condition: string | null;
    injury: string | null;
    intoxication: string | null;
    needs: Generated<string[]>;
    companions: Generated<string[]>;
    group_id: string | null;
    spot_outcome: string | null;
    spot_outcome_at: Timestamp | null;
    spot_outcome_by: string | null;
    from_report: Generated<boolean>;
  };
  encounters_in_groups: {
    city: string;
    encounter_id: string;
    person_id: string;
    operation_id: string;
    occurred_at: Timestamp;
    day: string;
    area_code: string;
    approach: string;
    activity: string;
    age_class: string;
    activity_group: string;
  };
  erasure_requests: {
    city: Generated<string>;
    request_id: string;
    person_id: string;
    reference: string;
    asked_for: string;
    reason: string;
    deciding_agency: string;
    asked_by: Generated<string>;
    asked_at: Generated<Timestamp>;
    state: Generated<string>;
    decided_by: string | null;
    decided_at: Timestamp | null;
    decision_reason: Generated<string>;
    done_at: Timestamp | null;
  };
  erasures: {
    city: Generated<string>;
    person_id: string;
    erased_at: Generated<Timestamp>;
    rule: string;
    key_slots: Generated<unknown>;
  };
  figure_deltas: {
    city: Generated<string>;
    delta_id: GeneratedAlways<number>;
    person_id: string;
  };
  handovers: {
    city: Generated<string>;
    handover_id: string;
    person_id: string;
    from_custody_id: string | null;
    to_custody_id: string | null;
    occurred_at: Timestamp;
    end_kind: string | null;
    giver_staff_id: string | null;
    giver_name: Generated<string>;
    receiver_staff_id: string | null;
    receiver_name: Generated<string>;
    receiver_relation: Generated<string>;
    condition: string;
    basis: Generated<string>;
    statement_letter: Generated<boolean>;
    giver_signature: Buffer | null;
    receiver_signature: Buffer | null;
    supervisor_reason: Generated<string>;
    state: Generated<string>;
    recorded_by: Generated<string | null>;
    recorded_at: Generated<Timestamp>;
  };
  history: {
    city: string;
    history_id: GeneratedAlways<number>;
    table_name: string;
    row_key: string;
    changed_at: Generated<Timestamp>;
    staff_id: string | null;
    was: Json;
  };
  holidays: {
    city: Generated<string>;
    day: string;
    name: string;
  };
  indicator_assessed_in_time: {
    city: string;
    month: string;
    code: string;
    age_class: string;
    n: number;
    of_all: number;
  };
  indicator_by_activity: {
    city: string;
    month: string;
    place: string;
    approach: string;
    age_class: string;
    activity: string;
    children: number;
    year_children: number;
    encounters: number;
  };
  indicator_by_approach: {
    city: string;
    month: string;
    place: string;
    approach: string;
    age_class: string;
    children: number;
    year_children: number;
    encounters: number;
  };
  indicator_by_group: {
    city: string;
    month: string;
    place: string;
    approach: string;
    age_class: string;
    activity_group: string;
    children: number;
    year_children: number;
    encounters: number;
  };
  indicator_children_met: {
    city: string;
    month: string;
    place: string;
    approach: string;
    age_class: string;
    children: number;
    year_children: number;
  };
  indicator_continuing_children: {
    city: string;
    month: string;
    place: string;
    approach: string;
    age_class: string;
    continuing: number;
    year_continuing: number;
  };
  indicator_encounters: {
    city: string;
    month: string;
    place: string;
    approach: string;
    age_class: string;
    encounters: number;
  };
  indicator_factors: {
    city: string;
    month: string;
    code: string;
    age_class: string;
    n: number;
    of_all: number;
  };
  indicator_handover_hours: {
    city: string;
    month: string;
    age_class: string;
    tenths_of_hours: number;
    n: number;
  };
  indicator_new_children: {
    city: string;
    month: string;
    place: string;
    approach: string;
    age_class: string;
    new_children: number;
    year_new: number;
  };
  indicator_referrals_in_time: {
    city: string;
    month: string;
    code: string;
    age_class: string;
    n: number;
    of_all: number;
  };
  indicator_reported: {
    city: string;
    month: string;
    operation_id: string;
    kind: string;
    external_id: string;
    source: string;
    reported: Json;
    flags: string[];
    area_code: string;
  };
  indicator_returned_children: {
    city: string;
    month: string;
    place: string;
    approach: string;
    age_class: string;
    returned: number;
    year_returned: number;
  };
  indicator_still_home: {
    city: string;
    month: string;
    code: string;
    age_class: string;
    n: number;
    of_all: number;
  };
  legal_bases: {
    city: Generated<string>;
    legal_basis_id: string;
    kind: string;
    number: string;
    year: number;
    title: string;
    dated: string | null;
    valid_from: string;
    valid_to: string | null;
    text_checked: Generated<boolean>;
    note: Generated<string>;
  };
  legal_holds: {
    city: Generated<string>;
    person_id: string;
    reason: string;
    set_by: Generated<string>;
    set_at: Generated<Timestamp>;
    lifted_at: Timestamp | null;
    reference: Generated<string>;
    lifted_by: string | null;
    lifted_reason: Generated<string>;
  };
  match_looks: {
    city: Generated<string>;
    look_id: GeneratedAlways<number>;
    staff_id: Generated<string>;
    day: string;
    looked_at: Generated<Timestamp>;
    operation_id: string | null;
    hints: Generated<number>;
    candidates: Generated<string[]>;
    strengths: Generated<string[]>;
    answer: Json | null;
  };
  match_reviews: {
    city: Generated<string>;
    review_id: string;
    person_id: string;
    candidate_person_id: string;
    encounter_id: string | null;
    strength: string;
    asked_by: Generated<string>;
    asked_at: Generated<Timestamp>;
    answer: string | null;
    answered_by: string | null;
    answered_at: Timestamp | null;
    reason: Generated<string>;
    look_id: number | null;
  };
  match_shares: {
    city: Generated<string>;
    mark: number;
    share: unknown;
  };
  met_cells: {
    city: string;
    dim: string;
    approach: string;
    age_class: string;
    month: string;
    place: string;
    code: string;
    encounters: Generated<number>;
    children: Generated<number>;
    new_children: Generated<number>;
    returned: Generated<number>;
    year_children: Generated<number>;
    year_new: Generated<number>;
    year_returned: Generated<number>;
  };
  met_facts: {
    city: string;
    head_id: string;
    month: string;
    area_code: string;
    approach: string;
    activity: string;
    activity_group: string;
    age_class: string;
    encounters: number;
    first_at: Timestamp;
    returns: number;
  };
  met_now: {
    city: string;
    dim: string;
    approach: string;
    age_class: string;
    month: string;
    place: string;
    code: string;
    encounters: number;
    children: number;
    new_children: number;
    returned: number;
    year_children: number;
    year_new: number;
    year_returned: number;
  };
  operation_agencies: {
    city: Generated<string>;
    operation_id: string;
    agency_code: string;
  };
  operation_legal_bases: {
    city: Generated<string>;
    operation_id: string;
    legal_basis_id: string;
  };
  operation_reports: {
    city: Generated<string>;
    operation_id: string;
    external_id: string;
    source: string;
    path: Generated<string[]>;
    reported: Json;
    original: Json;
    flags: Generated<string[]>;
    imported_at: Generated<Timestamp>;
  };
  operation_sites: {
    city: Generated<string>;
    operation_id: string;
    site_no: number;
    area_code: string | null;
    location_type: string;
    place: Generated<string>;
  };
  operation_team: {
    city: Generated<string>;
    operation_id: string;
    staff_id: string;
    ended_at: Timestamp | null;
  };
  operation_unaccounted: {
    city: string;
    operation_id: string;
    encounter_id: string;
    person_id: string;
    occurred_at: Timestamp;
    age_class: string;
    sex: string;
    area_code: string;
    activity: string;
    age_low: number;
    age_high: number;
  };
  operations: {
    city: Generated<string>;
    operation_id: string;
    kind: string;
    state: Generated<string>;
    title: Generated<string>;
    lead_agency: string;
    planned_from: Timestamp;
    planned_to: Timestamp;
    started_at: Timestamp | null;
    started_by: string | null;
    closed_at: Timestamp | null;
    closed_by: string | null;
    instruction: Generated<string>;
    planned_by: Generated<string | null>;
    recorded_at: Generated<Timestamp>;
    version: Generated<number>;
  };
  own_contact: {
    city: string;
    person_id: string;
    standing: string;
    encounter_id: string;
    at: Timestamp;
  };
  person_ages: {
    city: Generated<string>;
    age_id: Generated<string>;
    person_id: string;
    kind: string;
    years_low: number | null;
    years_high: number | null;
    birth_date: string | null;
    on_date: string;
    recorded_by: Generated<string | null>;
    recorded_at: Generated<Timestamp>;
    by_supervisor: Generated<boolean>;
  };
  person_alias: {
    city: string;
    person_id: string;
    same_as: string;
  };
  person_at_risk: {
    city: string;
    person_id: string;
  };
  person_counts: {
    city: Generated<string>;
    persons: number;
    counted_at: Generated<Timestamp>;
  };
  person_fact: {
    city: string;
    person_id: string;
    standing: string;
    because: string;
  };
  person_identities: {
    city: Generated<string>;
    person_id: string;
    key_slot: number;
    box: Buffer;
    changed_by: Generated<string | null>;
    changed_at: Generated<Timestamp>;
  };
  person_merges: {
    city: Generated<string>;
    person_id: string;
    stands_for: string;
    reason: Generated<string>;
    merged_by: Generated<string>;
    merged_at: Generated<Timestamp>;
  };
  person_signatures: {
    person_id: string;
    city: Generated<string>;
    marks: number[];
    sex: Generated<string>;
    birth_from: string | null;
    birth_to: string | null;
  };
  person_standing: {
    city: string;
    person_id: string;
    standing: string;
    because: string;
  };
  person_token_counts: {
    city: Generated<string>;
    token: number;
    n: number;
  };
  person_tokens: {
    token: number;
    person_id: string;
    field: number;
    coarse: Generated<number>;
    city: Generated<string>;
  };
  persons: {
    city: Generated<string>;
    person_id: string;
    initials: Generated<string>;
    named: Generated<boolean>;
    sex: Generated<string>;
    birth_from: string | null;
    birth_to: string | null;
    origin_area: string | null;
    residence_area: string | null;
    first_met_at: Timestamp | null;
    last_met_at: Timestamp | null;
    recorded_by: Generated<string | null>;
    recorded_at: Generated<Timestamp>;
    version: Generated<number>;
  };
  persons_in_dispute: {
    city: string;
    person_id: string;
    since: Timestamp;
  };
  plan_lines: {
    city: Generated<string>;
    plan_line_id: string;
    case_id: string;
    person_id: string;
    goal: string;
    service_code: string;
    agency_code: string;
    area_code: string | null;
    due_on: string;
    state: Generated<string>;
    result: Generated<string>;
    done_at: Timestamp | null;
    done_by: string | null;
    recorded_by: Generated<string | null>;
    recorded_at: Generated<Timestamp>;
    version: Generated<number>;
  };
  reach: {
    city: string;
    person_id: string;
    source: string;
    source_id: string;
    level: string;
    identity: Generated<boolean>;
    staff_id: string | null;
    operation_id: string | null;
    agency_code: string | null;
    role: string | null;
    until: Timestamp | null;
    grantee: GeneratedAlways<string>;
    encounter_id: string | null;
  };
  referral_answers: {
    city: Generated<string>;
    answer_id: string;
    referral_id: string;
    kind: string;
    reason_code: Generated<string>;
    text: Generated<string>;
    answered_by: Generated<string | null>;
    answered_at: Timestamp;
    recorded_at: Generated<Timestamp>;
  };
  referral_breach: {
    city: string;
    referral_id: string;
    to_agency: string;
    from_agency: string;
    duty_code: string;
    person_id: string;
    case_id: string;
    due_at: Timestamp;
    escalated: boolean;
    state: string;
    sent_at: Timestamp;
  };
  referral_contents: {
    city: Generated<string>;
    referral_id: string;
    field: string;
    body: string;
  };
  referral_pauses: {
    city: Generated<string>;
    pause_id: string;
    referral_id: string;
    from_at: Timestamp;
    to_at: Timestamp | null;
    reason_code: Generated<string>;
    reason: Generated<string>;
    paused_by: Generated<string | null>;
  };
  referrals: {
    city: Generated<string>;
    referral_id: string;
    referral_number: Generated<string>;
    case_id: string;
    person_id: string;
    from_agency: Generated<string>;
    to_agency: string;
    duty_code: string;
    discloses: Generated<string[]>;
    plan_line_id: string | null;
    sent_by: Generated<string | null>;
    sent_at: Timestamp;
    clock_days: number;
    due_at: Timestamp;
    escalates_at: Timestamp | null;
    state: Generated<string>;
    paused_since: Timestamp | null;
    first_answered_at: Timestamp | null;
    closed_at: Timestamp | null;
    recorded_at: Generated<Timestamp>;
    version: Generated<number>;
  };
  retention_runs: {
    city: Generated<string>;
    run_id: string;
    rule: string;
    ran_at: Timestamp;
    after_months: number;
    done: number;
    held: number;
    due_soon: number;
  };
  sealed_fields: {
    city: Generated<string>;
    sealed_id: string;
    case_id: string;
    person_id: string;
    kind: string;
    key_slot: number;
    box: Buffer;
    written_by: Generated<string | null>;
    written_at: Generated<Timestamp>;
  };
  sealed_openings: {
    city: Generated<string>;
    opening_id: string;
    case_id: string;
    person_id: string;
    kind: string;
    reason: string;
    opened_by: Generated<string>;
    opened_at: Generated<Timestamp>;
  };
  setting_terms: {
    city: Generated<string>;
    setting: string;
    valid_from: string;
    value: number;
    basis: string;
    set_by: Generated<string>;
    set_at: Generated<Timestamp>;
    part: Generated<string>;
  };
  settings: {
    city: Generated<string>;
    key: string;
    value: Json;
    unit: Generated<string>;
    set_by: string | null;
    set_at: Generated<Timestamp>;
  };
  settings_today: {
    city: string;
    key: string;
    value: Json;
    by_city: boolean;
  };
  staff: {
    city: Generated<string>;
    staff_id: string;
    username: string;
    name: string;
    agency_code: string;
    role: string;
    area_code: string | null;
    state: Generated<string>;
    locale: Generated<string>;
    does: Generated<Json>;
    invited_at: Generated<Timestamp>;
    state_since: Generated<Timestamp>;
    version: Generated<number>;
    desk_since: Generated<Timestamp>;
  };
}
