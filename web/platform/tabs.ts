// The tabs of one browser share one session. Each says here when it changed whose that is; an old browser without the
// channel finds out when the tab is looked at again, and from the server at the next request.

const channel = 'BroadcastChannel' in window ? new BroadcastChannel('rangkul-session') : undefined;

/** Tells the other tabs who is signed in now; null: nobody. */
export function tellTabs(staffId: string | null) {
  channel?.postMessage(staffId);
}

/** Hears who is signed in now from the tab that changed it. */
export function whenOtherTab(listener: (staffId: string | null) => void): () => void {
  const hear = ({ data }: MessageEvent<string | null>) => listener(data);
  channel?.addEventListener('message', hear);
  return () => channel?.removeEventListener('message', hear);
}

/** Says when somebody looks at this tab again: it was hidden, behind another window, or put away by the browser. */
export function whenSeenAgain(listener: () => void): () => void {
  const look = () => document.visibilityState === 'visible' && listener();
  document.addEventListener('visibilitychange', look);
  window.addEventListener('pageshow', look);
  window.addEventListener('focus', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('pageshow', look);
    window.removeEventListener('focus', look);
  };
}
