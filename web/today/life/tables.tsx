import { messages } from '#today/messages/life.ts';
import type { Lifeline } from '#today/schema/lifeline.ts';
import { dateTime, duration, shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { aheadOf, isPast, noonOf, pinsOf, type Segment } from '#web/today/life/model.ts';
import {
  aheadTime,
  aheadWho,
  aheadWords,
  gapWhy,
  handsWords,
  type LifeWords,
  markWords,
  metWords,
  segmentWords,
  serviceWords,
} from '#web/today/life/words.ts';
import { CustodianTag } from '#web/ui/custodian-tag.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { More } from '#web/ui/lists.tsx';

type Happening = { key: string; at: number; when: string; what: string; more: string };

/** The same facts as the drawing, to be read. */
export function LifeTables(props: { life: Lifeline; segments: readonly Segment[]; words: LifeWords }) {
  const { life, segments, words } = props;
  const happenings = happeningsOf(life, words);
  const ahead = aheadOf(life);
  return (
    <More table>
      <Stack>
        {segments.length > 0 ? (
          <DataTable
            caption={t(messages.tableCare)}
            rows={[...segments].reverse()}
            rowKey={(it) => it.key}
            columns={[
              {
                head: t(messages.colWho),
                lead: true,
                cell: (it) => <CustodianTag kind={it.look} label={segmentWords(it, words)} />,
              },
              { head: t(messages.colFrom), cell: (it) => dateTime(it.from) },
              { head: t(messages.colTo), cell: (it) => (it.lasts ? t(messages.untilNow) : dateTime(it.to)) },
              { head: t(messages.colTime), cell: (it) => duration(it.to - it.from) },
              {
                head: t(messages.colHands),
                cell: (it) => (it.look === 'gap' ? gapWhy(it) : handsWords(it.care?.began ?? null)),
              },
            ]}
          />
        ) : null}
        {ahead.length > 0 ? (
          <DataTable
            caption={t(messages.tableAhead)}
            rows={ahead}
            rowKey={(it) => it.key}
            columns={[
              { head: t(messages.colWhat), lead: true, cell: (it) => aheadWords(it, words) },
              { head: t(messages.colDue), cell: aheadTime },
              { head: t(messages.colWho), cell: (it) => aheadWho(it, words) },
            ]}
          />
        ) : null}
        {happenings.length > 0 ? (
          <DataTable
            caption={t(messages.tableEvents)}
            rows={happenings}
            rowKey={(it) => it.key}
            columns={[
              { head: t(messages.colWhat), lead: true, cell: (it) => it.what },
              { head: t(messages.colWhen), cell: (it) => it.when },
              { head: t(messages.colMore), cell: (it) => it.more },
            ]}
          />
        ) : null}
      </Stack>
    </More>
  );
}

function happeningsOf(life: Lifeline, words: LifeWords): Happening[] {
  const met = pinsOf(life).map((pin): Happening => {
    const place = pin.met.areaCode ? words.area(pin.met.areaCode) : '';
    return {
      key: pin.met.encounterId,
      at: pin.at,
      when: dateTime(pin.at),
      what: `${pin.number}. ${place ? t(messages.met, { place }) : t(messages.metNoPlace)}`,
      more: metWords(pin.met, words),
    };
  });
  const marks = life.marks.map(
    (mark): Happening => ({
      key: `${mark.caseId} ${mark.at} ${mark.mark} ${mark.stage ?? ''}`,
      at: Date.parse(mark.at),
      when: shortDate(mark.at),
      what: markWords(mark, words),
      more: life.cases.find((it) => it.caseId === mark.caseId)?.caseNumber ?? '',
    }),
  );
  const services = life.services.map(
    (it): Happening => ({
      key: it.id,
      at: Date.parse(it.from),
      when: it.to ? `${shortDate(it.from)}–${shortDate(it.to)}` : `${shortDate(it.from)}–`,
      what: serviceWords(it, words),
      more: it.late ? t(messages.serviceLate) : '',
    }),
  );
  const visits = life.visits
    .filter((it) => it.doneAt ?? isPast(it.dueOn, life))
    .map((it): Happening => {
      const moment = it.doneAt ? Date.parse(it.doneAt) : noonOf(it.dueOn);
      return {
        key: it.visitId,
        at: moment,
        when: shortDate(moment),
        what: t(messages.visit, { count: it.month }),
        more: it.doneAt
          ? words.label('aftercare_result', it.result)
          : t(messages.visitLate, { when: shortDate(it.dueOn) }),
      };
    });
  return [...met, ...marks, ...services, ...visits].sort((a, b) => b.at - a.at);
}
