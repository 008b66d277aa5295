import { useCallback, useEffect, useState } from 'react';
import type { Draft } from '../draft';

/** The draft on the screen, and whether it differs from what was loaded. */
export const useDraft = (initial: Draft) => {
  const [draft, setDraft] = useState(initial);
  const change = useCallback((patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch })), []);
  return { draft, change, isEdited: JSON.stringify(draft) !== JSON.stringify(initial) };
};

/** A value that has stood still for a while: so that a server is not asked at every key. */
export const useSettled = <Value>(value: Value, delayMs = 400): Value => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs]);
  return settled;
};
