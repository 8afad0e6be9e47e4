import { sql } from 'kysely';
import { type Aged, agedColumns } from '#persons/queries/ages.ts';
import type { Standing } from '#persons/schema.ts';

/** A person as found through the viewer: only persons with a standing come out of here. */
export type FoundPerson = Aged & {
  readonly person_id: string;
  readonly initials: string;
  readonly named: boolean;
  readonly sex: 'male' | 'female' | 'unknown';
  readonly age_source: 'stated' | 'documented' | 'assessed' | null;
  readonly origin_area: string | null;
  readonly residence_area: string | null;
  readonly last_met_at: Date | null;
  readonly version: number;
  readonly standings: Standing[];
  readonly discloses: string[] | null;
  readonly case_number: string | null;
};

/** The columns of a row of `persons p` from which a found person is made, but for its standings. */
export const columns = sql`
  p.person_id, p.initials, p.named, p.sex, p.origin_area, p.residence_area, p.last_met_at, p.version, ${agedColumns},
  (select a.kind from person_ages a where a.city = p.city and a.person_id = p.person_id
    order by array_position(array['documented', 'assessed', 'stated'], a.kind), a.on_date desc limit 1) as age_source,
  (select array_agg(f.discloses_one) from (select distinct unnest(r.discloses) as discloses_one from referrals r
     where r.city = p.city and r.person_id = p.person_id and r.to_agency = (select app.viewer_agency()) and r.state in ('sent', 'accepted')) f) as discloses,
  (select c.case_number from cases c where c.city = p.city and c.person_id = p.person_id order by c.opened_at desc limit 1) as case_number`;
