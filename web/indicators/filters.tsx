import { useLocation } from 'wouter';
import { messages } from '#indicators/messages.ts';
import { type BoardAsk, boardHref } from '#web/indicators/ask.ts';
import { yearsUpTo } from '#web/indicators/words.ts';
import { month, wallClock } from '#web/platform/format.ts';
import { t } from '#web/platform/i18n.ts';
import { useLists } from '#web/platform/lists.ts';
import { Button } from '#web/ui/button.tsx';
import { Segment } from '#web/ui/tabs.tsx';

const ages = ['UNDER_18', 'ADULT', 'UNKNOWN'] as const;

type Choice = { value: string; label: string };

/** Period, place, approach and age class of the board; each choice is an address. `own` is an area desk's area, `begins` the first month with a record. */
export function Filters(props: { ask: BoardAsk; own: string | null; begins: string | null | undefined }) {
  const { ask, own, begins } = props;
  const [, go] = useLocation();
  const lists = useLists().data;
  const change = (part: Partial<BoardAsk>) => go(boardHref({ ...ask, ...part }));
  const areas = lists?.areas ?? [];
  const districts = areas.filter((area) => area.kind === 'district' && area.areaCode.startsWith(own ?? ''));
  const within = ask.place.slice(0, 8);
  const villages = areas.filter(
    (area) => area.kind === 'village' && within.length === 8 && area.parentCode === within,
  );
  const all = own ? (lists?.area(own) ?? own) : t(messages.wholeCity);
  return (
    <section className="filters" aria-label={t(messages.filters)}>
      <Segment
        label={t(messages.ageClass)}
        value={ask.ageClass}
        options={ages.map((age) => ({ value: age, label: t(messages[age]) }))}
        onChange={(ageClass) => change({ ageClass })}
      />
      <PeriodPicker ask={ask} begins={begins} onChange={(period) => change({ period })} />
      {own && own.length > 8 ? null : (
        <Picker
          label={t(messages.district)}
          value={within.length === 8 ? within : ''}
          options={[{ value: '', label: all }, ...districts.map(choiceOf)]}
          onChange={(place) => change({ place })}
        />
      )}
      {villages.length > 0 ? (
        <Picker
          label={t(messages.village)}
          value={ask.place.length > 8 ? ask.place : within}
          options={[{ value: within, label: t(messages.allVillages) }, ...villages.map(choiceOf)]}
          onChange={(place) => change({ place })}
        />
      ) : null}
      <Picker
        label={t(messages.approach)}
        value={ask.approach}
        options={[{ value: '', label: t(messages.allApproaches) }, ...(lists?.options('approach') ?? [])]}
        onChange={(approach) => change({ approach })}
      />
      <Button icon="print" onClick={() => window.print()}>
        {t(messages.print)}
      </Button>
    </section>
  );
}

function choiceOf(area: { areaCode: string; name: string }): Choice {
  return { value: area.areaCode, label: area.name };
}

function PeriodPicker(props: {
  ask: BoardAsk;
  begins: string | null | undefined;
  onChange: (period: string) => void;
}) {
  const { ask, begins, onChange } = props;
  const today = wallClock(Date.now()).date;
  const year = ask.period.slice(0, 4);
  const years = yearsUpTo(today, begins);
  const shown = years.includes(year) ? years : [...years, year];
  const months = Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`);
  return (
    <Picker
      label={t(messages.period)}
      value={ask.period}
      options={shown.flatMap((one) => [
        { value: one, label: t(messages.year, { year: one }) },
        ...(one === year
          ? months
              .filter((it) => it <= today.slice(0, 7) && it >= (begins ?? '').slice(0, 7))
              .toReversed()
              .map((it) => ({ value: it, label: month(`${it}-01`) }))
          : []),
      ])}
      onChange={onChange}
    />
  );
}

function Picker(props: {
  label: string;
  value: string;
  options: readonly Choice[];
  onChange: (value: string) => void;
}) {
  return (
    <select
      className="input"
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    >
      {props.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
