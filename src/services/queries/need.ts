import { sql } from 'kysely';
import { addMonths, cityDate } from '#platform/calendar.ts';
import type { Tx, Viewer } from '#platform/database/transaction.ts';
import type { World } from '#platform/world.ts';
import { currentProgrammes } from '#services/queries/programmes.ts';
import { covers, missingLegs, overlapsIn } from '#services/rules.ts';
import type { Synchronisation } from '#services/schema.ts';

/** Need and offer of every kecamatan: children met in the twelve months until now, against what is current. */
export async function readSynchronisation(tx: Tx, viewer: Viewer, world: World): Promise<Synchronisation> {
  const day = cityDate(world.now(), viewer.city.timeZone);
  const to = addMonths(`${day.slice(0, 7)}-01`, 1);
  const from = addMonths(to, -12);
  const programmes = await currentProgrammes(tx, day);
  const met = await sql<{ code: string; children: number }>`
    select area_code as code, children from children_met_by_district(${from}, ${to})`.execute(tx);
  const children = new Map(met.rows.map((row) => [row.code, row.children]));
  const districts = await sql<{ code: string }>`
    select area_code as code from areas
     where kind = 'district' and area_code like (select app.city()) || '.%'
     order by area_code`.execute(tx);
  const legs = await sql<{ code: string }>`
    select code from codes
     where city = (select app.city()) and list = 'programme_leg' and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
     order by position`.execute(tx);
  const reads = (code: string) => viewer.areaCode === null || viewer.areaCode.slice(0, 8) === code;
  const areas = districts.rows.map(({ code }) => {
    const local = programmes.filter((it) => it.areas.length > 0 && covers(it, code));
    return {
      areaCode: code,
      children: reads(code) ? (children.get(code) ?? 0) : null,
      programmes: local.map((it) => it.programmeId),
      capacity: local.reduce((sum, it) => sum + (it.capacity ?? 0), 0),
      free: local.reduce((sum, it) => sum + (it.free ?? 0), 0),
      missingLegs: missingLegs(
        programmes,
        code,
        legs.rows.map((it) => it.code),
      ),
      overlaps: overlapsIn(programmes, code),
    };
  });
  return { from, to, areas, programmes };
}
