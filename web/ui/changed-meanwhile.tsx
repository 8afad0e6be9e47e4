import { t } from '#web/platform/i18n.ts';
import { Button } from '#web/ui/button.tsx';
import { Facts, Row } from '#web/ui/layout.tsx';
import { messages } from '#web/ui/messages.ts';
import { Notice } from '#web/ui/notice.tsx';

/** One part of a record that differs from what stands in the form; `stored` in words. */
export type ChangedPart<Name extends string> = { name: Name; label: string; stored: string };

/** What somebody else stored meanwhile, beside what was typed: only what differs, and each part can be taken as it is stored. */
export function ChangedMeanwhile<Name extends string>(props: {
  parts: readonly ChangedPart<Name>[];
  /** Puts the stored value into the form. */
  onTake: (name: Name) => void;
  idOf: (name: Name) => string;
}) {
  if (props.parts.length === 0) return null;
  // The button goes with the difference; who pressed it goes on at the field.
  const take = (name: Name) => {
    props.onTake(name);
    setTimeout(() => document.getElementById(props.idOf(name))?.focus());
  };
  return (
    <Notice tone="warning" title={t(messages.changedTitle)} urgent>
      <p>{t(messages.changedMore)}</p>
      <Facts
        facts={props.parts.map(({ name, label, stored }) => [
          label,
          <Row key={name} apart>
            <span>{stored || t(messages.storedNothing)}</span>
            <Button kind="quiet" onClick={() => take(name)}>
              {t(messages.takeStored)} <span className="sr">{label}</span>
            </Button>
          </Row>,
        ])}
      />
    </Notice>
  );
}
