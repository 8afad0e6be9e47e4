import { useState } from 'react';
import type { CustodyRecord } from '#custody/schema/reads.ts';
import { messages } from '#persons/messages/age.ts';
import { AgeForm } from '#web/persons/age-form.tsx';
import { t } from '#web/platform/i18n.ts';
import type { Lists } from '#web/platform/lists.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Card } from '#web/ui/layout.tsx';
import { useToast } from '#web/ui/toast.tsx';

type Props = { record: CustodyRecord; words: Lists; onDone: () => void };

/** An age that was stated differently, and the way to state it again: a supervisor's word settles it. */
export function ContestedAge({ record, words, onDone }: Props) {
  const [saying, setSaying] = useState(false);
  const toast = useToast();
  const { held, over } = record;
  if (!held.ageContested || over) return null;
  return (
    <Card title={t(messages.ageTitle)}>
      <p>{t(messages.ageContested)}</p>
      {held.mayHandOver ? <Button onClick={() => setSaying(true)}>{t(messages.ageSay)}</Button> : null}
      <Dialog open={saying} onClose={() => setSaying(false)} title={t(messages.ageSay)}>
        <AgeForm
          person={record.held.person}
          words={words}
          onDone={() => {
            setSaying(false);
            toast({ text: t(messages.ageRecorded), icon: 'check' });
            onDone();
          }}
        />
      </Dialog>
    </Card>
  );
}
