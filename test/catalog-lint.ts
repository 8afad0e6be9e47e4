// What must never be true of the migrated database, as queries that answer the violations (security: forgeable settings,
// leaky views, oracles by unique keys). Beside each: what is allowed and why, and a violation that proves it can fail.

export type Lint = {
  readonly rule: string;
  /** Answers one text column `found`, a row for each violation. */
  readonly query: string;
  /** Violations that are meant, each with its reason. */
  readonly allowed: Readonly<Record<string, string>>;
  /** Brings about a violation; run in a transaction that is rolled back. */
  readonly violation: string;
};

const ours = `('app', 'sec', 'jobs', 'portal')`;
const visitors = `array['rangkul_app', 'rangkul_portal']`;
const reaches = (role: string) =>
  `has_schema_privilege(${role}, c.relnamespace, 'usage') and has_any_column_privilege(${role}, c.oid, 'select, insert, update')`;

export const lints: readonly Lint[] = [
  {
    rule: 'a table that the application or the portal reaches has row security on, forced, and a policy',
    query: `select distinct c.oid::regclass::text as found from pg_class c cross join unnest(${visitors}) visitor
      where c.relnamespace::regnamespace::text in ${ours} and c.relkind in ('r', 'p') and ${reaches('visitor')}
        and (not (c.relrowsecurity and c.relforcerowsecurity) or not exists (select 1 from pg_policy p where p.polrelid = c.oid))`,
    allowed: { areas: 'codes of the interior ministry, the same for every city' },
    violation: `alter table app.persons no force row level security`,
  },
  {
    rule: 'a view that the application reads asks with the rights of who reads it, and nothing is materialised',
    query: `select c.oid::regclass::text as found from pg_class c
      where c.relnamespace::regnamespace::text in ${ours} and c.relkind in ('v', 'm')
        and (c.relkind = 'm' or not coalesce(c.reloptions @> '{security_invoker=true}', false))`,
    allowed: {},
    violation: `create view app.all_names as select * from app.person_identities`,
  },
  {
    rule: 'a function with its owner’s rights that the application or the portal may call is on this list',
    query: `select distinct p.oid::regproc::text as found from pg_proc p cross join unnest(${visitors}) visitor
      where p.pronamespace::regnamespace::text in ${ours} and p.prosecdef
        and has_schema_privilege(visitor, p.pronamespace, 'usage') and has_function_privilege(visitor, p.oid, 'execute')`,
    allowed: {
      add_tokens: 'adds what a person is found by, for who reaches the identity',
      age_words: 'what was said of an age and on which day, of a person whom the viewer reaches',
      custody_urgency:
        'whether a person is hurt, unwell or at risk since first contact, for whoever reaches its custody',
      behind_case_number: 'case number to person, for breaking the glass; social workers and supervisors',
      care_pending: 'counts only, of the session’s city',
      case_number_of: 'the number to ask a supervisor for; social workers and supervisors',
      check_in_by_link: 'to whoever holds the random secret of an invitation: that somebody came for it',
      children_met_by_district: 'figures only, to who reads the board',
      city: 'what the session is',
      code_states: 'administrators: whether a code was used',
      duty_changes: 'who gave an agency a duty or ended it, and when; no person',
      end_sessions: 'administrators',
      enter: 'the way in: who the token is',
      erasure_agency: 'the officer of data protection: whose supervisor decides, nothing of the person',
      erasure_obstacle: 'one of three words, to the supervisor who decides on the request',
      figures_begin: 'a day, of the session’s city',
      figures_pending: 'counts only, of the session’s city',
      fold_figures: 'folds counts of the session’s city; twice changes nothing',
      hand_on_work: 'administrators: cases to a colleague, none shown',
      issue_code: 'administrators: only the hash is kept',
      kept_papers: 'on which paper a thing stands that the own agency keeps, no person',
      invitation_by_link: 'to whoever holds the random secret of an invitation: that one and its meeting',
      join_records: 'supervisors who reach both records: they are one child',
      keep_audit: 'audit rows, under the names of the session',
      keep_command: 'audit rows and the outcome of a command, under the names of the session',
      leave: 'ends the own session',
      match_candidates:
        'hints by keyed hashes: which of the asked ones agree, no name or value; those who may look for a person',
      match_pairs: 'which of the asked ids are records of one person; those who may look for a person',
      match_register: 'how common the asked hashes are',
      median_hold: 'figures only',
      met_in_enforcement: 'one yes or no, to who reaches the person',
      met_pending: 'counts only, of the session’s city',
      my_codes: 'the own codes',
      next_case_number: 'gives out a number',
      not_yet_due: 'counts only, of the session’s city',
      notify: 'kind, record, day and number to colleagues who are at work; shows nothing and holds no words',
      open_case_of: 'the number of an open case, to who reaches the person',
      closed_case_of: 'number and closing time of a closed case, to who reaches the person',
      answer_by_link: 'to whoever holds the random secret of an invitation: answers it',
      answer_own_invitation: 'answers an invitation of the session’s agency',
      answer_alerts_of: 'asks app.open_case_of, which tells only who reaches the person',
      open_work: 'administrators: how many, not which',
      operation_counts: 'figures of an operation, nobody’s name',
      part_custody:
        'supervisors: puts custody back that a merge no longer there had set aside; tells only what it put back',
      outcomes_of: 'counts only, to who owns or oversees the programme',
      own_ended_custody:
        'to whom and when the own desk handed a child over, two days back; nothing of where it is since',
      own_handover_facts: 'papers of a hand-over the viewer made or received',
      own_handover_paper: 'papers of a hand-over the viewer made or received',
      own_recent_handovers: 'hand-overs the viewer made, without names',
      part_records: 'supervisors who reach the record: it is not the other',
      person_to_hold: 'the officer of data protection: an id, nothing shown',
      programme_counts: 'counts only, of places',
      record_encounter:
        'an encounter, under the names of the session; of a person on record only who reaches them',
      retention_months: 'a setting',
      risk_reason_of: 'the reason of a risk, to who reaches the whole case',
      set_my_locale: 'the own language',
      take_place: 'the next number of a programme and how many places are taken, to who may enrol',
      subscribe_push: 'the own browser; the address it had for somebody else goes',
      time_zone: 'what the session’s city has',
      held_without_case: 'custodies of the own agency, no case',
      unaccounted_of: 'times, ages and activities, to who runs the operation',
      verify_letter: 'to anybody: body and day of a letter, by the random code that stands on it',
      viewer_actions: 'ids of the follow-ups that the own agency owns or supports',
      viewer_agency: 'what the session is',
      viewer_area: 'what the session is',
      viewer_desk_since: 'since when the viewer has been at the own desk',
      viewer_decisions: 'ids of the decisions from which those follow',
      viewer_hosted_decisions: 'ids of the decisions of meetings of the own agency',
      viewer_meetings: 'ids of the meetings that are open to the session’s agency',
      viewer_open_decisions: 'ids of the decisions that are open to the session’s agency',
      viewer_operations: 'what the session is',
      viewer_role: 'what the session is',
      viewer_runs: 'whether the viewer runs an operation',
      viewer_staff: 'what the session is',
      viewer_reaches: 'whether the viewer reaches a person',
      viewer_recorded: 'whether the viewer recorded an encounter',
      who_looked: 'the log of a child, to its case team',
    },
    violation: `create function app.every_name() returns bigint language sql security definer set search_path = pg_catalog, pg_temp
      as 'select count(*) from app.person_identities'`,
  },
  {
    rule: 'a function with its owner’s rights pins its search path, and none claims to be leakproof',
    query: `select p.oid::regproc::text as found from pg_proc p
      where p.pronamespace::regnamespace::text in ${ours}
        and (p.proleakproof or p.prosecdef and not coalesce(array_to_string(p.proconfig, ' ') ~ 'search_path=pg_catalog,', false))`,
    allowed: {},
    violation: `create function sec.careless() returns int language sql security definer as 'select 1'`,
  },
  {
    rule: 'no role of ours is a superuser, makes roles, passes row security by, or belongs to another',
    query: `select r.rolname::text as found from pg_roles r
      where r.rolname like 'rangkul%' and (r.rolsuper or r.rolcreaterole or r.rolbypassrls or r.rolreplication
        or exists (select 1 from pg_auth_members m where m.member = r.oid))`,
    allowed: { rangkul_backup: 'copies every row, and only copies' },
    violation: `create role rangkul_stranger bypassrls`,
  },
  {
    rule: 'the application and the portal can make nothing in a schema',
    query: `select visitor || ' in ' || n.nspname as found from pg_namespace n cross join unnest(${visitors}) visitor
      where n.nspname !~ '^pg_' and has_schema_privilege(visitor, n.oid, 'create')`,
    allowed: {},
    violation: `grant create on schema app to rangkul_app`,
  },
  {
    rule: 'the application can not delete or change what is only ever added',
    query: `select distinct c.oid::regclass || ' ' || privilege as found
      from pg_class c cross join unnest(array['update', 'delete', 'truncate']) privilege
      where c.oid in ('app.audit_rows'::regclass, 'app.audit_seals'::regclass, 'app.command_log'::regclass, 'app.history'::regclass, 'app.custody_decisions'::regclass)
        and has_table_privilege('rangkul_app', c.oid, privilege)`,
    allowed: {},
    violation: `grant delete on app.audit_rows to rangkul_app`,
  },
  {
    rule: 'no policy lets everybody in',
    query: `select p.polrelid::regclass || ' ' || p.polname as found from pg_policy p
      where pg_get_expr(p.polqual, p.polrelid) = 'true' or pg_get_expr(p.polwithcheck, p.polrelid) = 'true'`,
    allowed: {},
    violation: `create policy open_door on app.persons for select to rangkul_app using (true)`,
  },
  {
    rule: 'a unique key beside the primary key, which tells whether a hidden row exists, is on this list',
    query: `select i.indexrelid::regclass::text as found from pg_index i join pg_class c on c.oid = i.indrelid
      where c.relnamespace::regnamespace::text in ${ours} and c.relrowsecurity and i.indisunique and not i.indisprimary`,
    allowed: {
      staff_username_taken: 'colleagues are no secret',
      case_number_taken: 'numbers are given out in order and name nobody',
      case_one_open: 'asked of app.open_case_of first; tells only who reaches the person',
      erasure_request_open: 'the officer of data protection alone asks, and sees every request',
      operation_report_once: 'operations hold no person',
      aftercare_once: 'within one case, for its team',
      referral_number_taken: 'numbers are given out in order and name nobody',
      referral_answered_once: 'within one referral, for who answers it',
      referral_first_answer_once: 'within one referral, for who answers it',
      referral_closed_once: 'within one referral, for who answers it',
      enrolment_open_once: 'within one programme, for who reaches the child',
      letter_number_once: 'numbers are given out in order and name nobody',
      letters_code: 'random codes',
      invitation_number: 'within one meeting, for its host',
      invitation_once: 'within one meeting, for its host',
      invitations_reply: 'hashes of random secrets',
      decision_number: 'within one meeting, for its host',
      action_number: 'within one decision, for its host',
      notice_once: 'everybody’s own notices; the one who tells is not told what was told before',
      push_endpoint: 'an address only its own browser knows',
      speaker_once: 'within one meeting, for its host',
    },
    violation: `create unique index names_once on app.persons (city, initials, birth_from)`,
  },
  {
    rule: 'every foreign key has an index',
    query: `select k.conrelid::regclass || ' ' || k.conname as found from pg_constraint k
      where k.contype = 'f' and k.connamespace::regnamespace::text in ${ours}
        and not exists (select 1 from pg_index i where i.indrelid = k.conrelid and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ '^\\(\\w+ IS NOT NULL\\)$')
          and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`,
    allowed: {
      'persons persons_residence_area_fkey':
        'areas are the ministry’s, never deleted; the list by area has its own',
    },
    violation: `drop index app.referrals_case`,
  },
  {
    rule: 'every table says what it holds',
    query: `select c.oid::regclass::text as found from pg_class c
      where c.relnamespace::regnamespace::text in ${ours} and c.relkind in ('r', 'p') and obj_description(c.oid, 'pg_class') is null`,
    allowed: {},
    violation: `comment on table app.reach is null`,
  },
];
