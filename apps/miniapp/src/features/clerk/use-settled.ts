import { useEffect, useState } from 'react';

const SETTLED_AFTER_MS = 250;

/** A value once it has not changed for a quarter of a second: what a server is asked about while somebody types. */
export const useSettled = <T>(value: T): T => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};
