import type { CustodyRecord } from '#custody/schema/reads.ts';
import { messages } from '#persons/messages/age.ts';
import { SayAge } from '#web/persons/age-form.tsx';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { Card } from '#web/ui/layout.tsx';

type Props = { record: CustodyRecord; words: Lists; onDone: () => void };

/** An age that was stated differently, and the way to state it again: a supervisor's word settles it. */
export function ContestedAge({ record, words, onDone }: Props) {
  const { held, over } = record;
  if (!held.ageContested || over) return null;
  return (
    <Card title={t(messages.ageTitle)}>
      <p>{t(messages.ageContested)}</p>
      {held.mayHandOver ? <SayAge person={held.person} words={words} onDone={onDone} /> : null}
    </Card>
  );
}
