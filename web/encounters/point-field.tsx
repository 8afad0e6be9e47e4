import { messages } from '#encounters/messages.ts';
import type { EncounterForm } from '#web/encounters/use-encounter-form.ts';
import type { PointState } from '#web/encounters/use-point.ts';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { Icon } from '#web/ui/icons.tsx';

const said = {
  off: messages.pointHint,
  waiting: messages.pointWaiting,
  found: messages.pointFound,
  missing: messages.pointMissing,
} satisfies Record<PointState['status'], { id: string; en: string }>;

/** A point only when the officer wants one, and never where somebody sleeps. */
export function PointField({ form, lists }: { form: EncounterForm; lists: Lists }) {
  const { locationType, activity } = form.values;
  const never =
    lists.code('location_type', locationType)?.extra.point === false ||
    lists.code('street_activity', activity)?.extra.point === false;
  if (never) {
    return (
      <p className="meta">
        <Icon name="operation" /> {t(messages.pointNever)}
      </p>
    );
  }
  return (
    <div className="field">
      <label className="check">
        <input
          type="checkbox"
          checked={form.wantsPoint}
          aria-describedby="point-said"
          onChange={(event) => form.setWantsPoint(event.target.checked)}
        />
        <span>{t(messages.point)}</span>
      </label>
      <span className="field__hint" id="point-said" role="status">
        {t(said[form.point.status])}
      </span>
    </div>
  );
}
