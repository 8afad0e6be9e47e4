import { useLocation } from 'wouter';
import { messages } from '#indicators/messages.ts';
import type { Definition } from '#indicators/schema.ts';
import { type BoardAsk, boardHref } from '#web/indicators/ask.ts';
import { locale, t } from '#web/platform/i18n.ts';
import { useQuery } from '#web/platform/use-query.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Loaded } from '#web/ui/loading.tsx';

/** What a figure means and where it comes from: the words that stand beside its SQL. */
export function DefinitionPanel({ ask, search }: { ask: BoardAsk; search: string }) {
  const [, go] = useLocation();
  const name = new URLSearchParams(search).get('definisi');
  const query = useQuery<{ items: Definition[] }>(name ? 'indicators/definitions' : null);
  const found = query.data?.items.find((it) => it.name === name);
  return (
    <Dialog
      open={name !== null}
      onClose={() => go(boardHref(ask))}
      title={found ? found.title[locale()] : t(messages.definition)}
      sheet
    >
      <Loaded query={query} what={t(messages.definition)} lines={3}>
        {() =>
          found ? (
            <>
              <p>{found.text[locale()]}</p>
              <p className="meta">{t(messages.sourceOf, { source: found.source })}</p>
            </>
          ) : null
        }
      </Loaded>
    </Dialog>
  );
}
