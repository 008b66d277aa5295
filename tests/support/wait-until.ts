import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until `look` answers something true and hands it on. For effects that another process brings about (a relay, a
 * sweep, a browser): never a fixed sleep. Fails after `withinMs` and tells what was waited for and what was last seen.
 */
export const waitUntil = async <T>(
  what: string,
  look: () => T | Promise<T>,
  { withinMs = 10_000, everyMs = 25 }: { withinMs?: number; everyMs?: number } = {},
): Promise<NonNullable<T>> => {
  const until = performance.now() + withinMs;
  let seen: unknown;
  do {
    try {
      const answer = await look();
      if (answer) return answer;
      seen = answer;
    } catch (error) {
      seen = error;
    }
    await sleep(everyMs);
  } while (performance.now() < until);
  throw new Error(`Waited ${withinMs} ms in vain until ${what}; last seen: ${describe(seen)}`);
};

const describe = (seen: unknown): string =>
  seen instanceof Error ? seen.message : (JSON.stringify(seen) ?? 'nothing');
