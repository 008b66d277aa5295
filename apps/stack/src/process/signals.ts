const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** npm passes a Ctrl-C on that the terminal has already delivered: the same wish, heard twice. */
const ECHO_MS = 500;

/**
 * Calls `first` at the first request to stop and `again` at a real second one. Answers how to stop listening.
 */
export const onSignals = ({ first, again }: { first: () => void; again: () => void }): (() => void) => {
  let heardAt: number | null = null;
  const hear = (): void => {
    const now = performance.now();
    if (heardAt === null) {
      heardAt = now;
      first();
    } else if (now - heardAt > ECHO_MS) again();
  };
  for (const signal of SIGNALS) process.on(signal, hear);
  return () => {
    for (const signal of SIGNALS) process.off(signal, hear);
  };
};
