import { t } from '#web/platform/i18n.ts';
import { Button } from '#web/ui/button.tsx';
import { messages } from '#web/ui/messages.ts';

/** The way through a long list: `<Pager {...list} />` of useListed. Nothing is drawn for a list of one page. */
export function Pager(props: {
  page: number;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}) {
  const { page, onPrevious, onNext } = props;
  if (!onPrevious && !onNext) return null;
  return (
    <nav className="pager" aria-label={t(messages.pages)}>
      {onPrevious ? (
        <Button icon="back" onClick={onPrevious}>
          {t(messages.previous)}
        </Button>
      ) : (
        <span />
      )}
      <span className="meta" role="status">
        {t(messages.page, { page })}
      </span>
      {onNext ? <Button onClick={onNext}>{t(messages.next)}</Button> : <span />}
    </nav>
  );
}
