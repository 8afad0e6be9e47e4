const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

// npm passes on a signal that the terminal already sent to the whole group, so one Ctrl-C may arrive twice.
const sameWish = 1000;

/** Turns the first signal to stop into an abort; another one, more than a second later, ends the process at once. */
export function listenForStop(): AbortSignal {
  const stop = new AbortController();
  let first = 0;
  const onSignal = () => {
    if (!first) {
      first = Date.now();
      stop.abort();
      return;
    }
    // The database stops by itself: its watcher sees our end.
    if (Date.now() - first > sameWish) process.exit(130);
  };
  for (const signal of signals) process.on(signal, onSignal);
  return stop.signal;
}
