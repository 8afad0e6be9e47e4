import type { ReactNode } from 'react';
import { messages } from '#today/messages/life.ts';
import type { Lifeline } from '#today/schema/lifeline.ts';
import { dateTime, shortDate } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { aheadOf, pinsOf, type Segment } from '#web/today/life/model.ts';
import {
  aheadTime,
  aheadWho,
  aheadWords,
  gapWhy,
  handsWords,
  type LifeWords,
  markWords,
  metWords,
  segmentTime,
  segmentWords,
} from '#web/today/life/words.ts';
import { classes } from '#web/ui/css-values.ts';
import { type CustodianKind, custodianClass, custodianCode } from '#web/ui/custodian-tag.tsx';

type Line = {
  key: string;
  at: number;
  /** Things of one moment keep this order, newest first: a stretch stands above the encounter it began with. */
  order: number;
  look: CustodianKind;
  code: boolean;
  pin?: ReactNode;
  square?: boolean;
  what: ReactNode;
  more: string;
  long?: boolean;
  ahead?: boolean;
};

/** The lifeline on a phone: downwards, newest first. */
export function DownLife(props: { life: Lifeline; segments: readonly Segment[]; words: LifeWords }) {
  const lines = linesOf(props.life, props.segments, props.words);
  return (
    <ol className="lifeline__down" aria-label={t(messages.down)}>
      {lines.map((line) => (
        <li key={line.key} className={classes(line.long && 'life__long', line.ahead && 'life__ahead')}>
          <span className={classes('band', custodianClass(line.look))} aria-hidden="true">
            {line.code && line.look !== 'gap' && line.look !== 'none' ? custodianCode(line.look) : ''}
          </span>
          {line.pin ? (
            <span className={classes('pin', line.square && 'pin--square')} aria-hidden="true">
              {line.pin}
            </span>
          ) : null}
          <div>
            <b>{line.what}</b>
            <div className="meta">{line.more}</div>
          </div>
        </li>
      ))}
    </ol>
  );
}

function linesOf(life: Lifeline, segments: readonly Segment[], words: LifeWords): Line[] {
  const lookAt = (moment: number): CustodianKind =>
    segments.find((it) => it.from <= moment && moment < it.to)?.look ?? 'none';
  const lines: Line[] = segments.map((it) => ({
    key: it.key,
    at: it.from,
    order: 0,
    look: it.look,
    code: true,
    what:
      it.look === 'gap' ? (
        <span className="life__gap">{segmentWords(it, words)}</span>
      ) : (
        segmentWords(it, words)
      ),
    more: [segmentTime(it), it.look === 'gap' ? gapWhy(it) : handsWords(it.care?.began ?? null)]
      .filter(Boolean)
      .join(' · '),
    long: it.to - it.from > 7 * 86_400_000,
  }));
  for (const pin of pinsOf(life)) {
    const place = pin.met.areaCode ? words.area(pin.met.areaCode) : '';
    lines.push({
      key: pin.met.encounterId,
      at: pin.at,
      order: 2,
      look: lookAt(pin.at),
      code: false,
      pin: pin.number,
      square: pin.square,
      what: place ? t(messages.met, { place }) : t(messages.metNoPlace),
      more: `${dateTime(pin.at)} · ${metWords(pin.met, words)}`,
    });
  }
  for (const mark of life.marks) {
    const at = Date.parse(mark.at);
    lines.push({
      key: `${mark.caseId} ${mark.at} ${mark.mark} ${mark.stage ?? ''}`,
      at,
      order: 1,
      look: lookAt(at),
      code: false,
      what: markWords(mark, words),
      more: shortDate(at),
    });
  }
  for (const visit of life.visits.filter((it) => it.doneAt)) {
    const at = Date.parse(visit.doneAt ?? visit.dueOn);
    lines.push({
      key: visit.visitId,
      at,
      order: 1,
      look: lookAt(at),
      code: false,
      what: t(messages.visit, { count: visit.month }),
      more: [shortDate(at), words.label('aftercare_result', visit.result)].filter(Boolean).join(' · '),
    });
  }
  for (const it of aheadOf(life))
    lines.push({
      key: `ahead ${it.key}`,
      at: it.at,
      order: 0,
      look: 'none',
      code: false,
      what: aheadWords(it, words),
      more: [aheadTime(it), it.kind === 'service' ? '' : aheadWho(it, words)].filter(Boolean).join(' · '),
      ahead: true,
    });
  return lines.sort((a, b) => b.at - a.at || a.order - b.order);
}
