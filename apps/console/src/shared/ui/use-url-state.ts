import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * State that lives in the address, so that a link shows the same view to the next person. Values are strings; a value
 * equal to its default leaves the address. Any change but of the page goes back to the first page.
 */
export const useUrlState = <State extends Record<string, string>>(
  defaults: State,
): [State, (patch: Partial<State>) => void, () => void] => {
  const [params, setParams] = useSearchParams();
  const names = Object.keys(defaults).join(',');
  const text = params.toString();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `text` and `names` stand for params and defaults.
  const state = useMemo(() => {
    const current = new URLSearchParams(text);
    return Object.fromEntries(
      Object.entries(defaults).map(([name, value]) => [name, current.get(name) ?? value]),
    ) as State;
  }, [text, names]);
  const patch = useCallback(
    (changes: Partial<State>) => {
      setParams(
        (previous) => {
          const next = new URLSearchParams(previous);
          if (!('page' in changes)) next.delete('page');
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined || value === defaults[name]) next.delete(name);
            else next.set(name, value as string);
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParams, defaults],
  );
  const reset = useCallback(() => setParams({}, { replace: true }), [setParams]);
  return [state, patch, reset];
};
