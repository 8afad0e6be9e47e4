import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { t } from '#web/platform/i18n.ts';
import { Icon, type IconName } from '#web/ui/icons.tsx';
import { messages } from '#web/ui/messages.ts';

/** A short word that something is done, with a way back where there is one. */
export type Toast = { text: string; icon?: IconName; undo?: () => void };

type Shown = Toast & { key: number };

const shownFor = 10_000;
const ToastContext = createContext<(toast: Toast) => void>(() => {});

/** Says that something is done: `toast({ text: 'Serah terima tercatat 09.41', undo })`. */
export function useToast() {
  return useContext(ToastContext);
}

/** Holds the toast of the app, one at a time: the latest says what is done, and stays while a pointer or the focus is on it. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown>();
  const made = useRef(0);
  const show = useCallback((toast: Toast) => {
    made.current += 1;
    setShown({ ...toast, key: made.current });
  }, []);
  const drop = useCallback((key: number) => setShown((last) => (last?.key === key ? undefined : last)), []);
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status">
        {shown ? <OneToast key={shown.key} toast={shown} drop={drop} /> : null}
      </div>
    </ToastContext>
  );
}

function OneToast({ toast, drop }: { toast: Shown; drop: (key: number) => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => drop(toast.key), shownFor);
    return () => clearTimeout(timer);
  }, [held, toast.key, drop]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the toast while it is looked at
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={toast.icon ?? 'check'} />
      <span>{toast.text}</span>
      {toast.undo ? (
        <button
          type="button"
          onClick={() => {
            toast.undo?.();
            drop(toast.key);
          }}
        >
          {t(messages.undo)}
        </button>
      ) : (
        <button type="button" aria-label={t(messages.close)} onClick={() => drop(toast.key)}>
          <Icon name="x" />
        </button>
      )}
    </div>
  );
}
