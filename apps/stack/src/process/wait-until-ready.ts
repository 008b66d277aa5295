import { setTimeout as sleep } from 'node:timers/promises';
import { Trouble } from '../trouble';
import { type Child, describeExit } from './child';

/** One question to a server that is starting: resolves when it answers, rejects while it does not. */
export type Probe = () => Promise<unknown>;

/** Asks again and again until the child answers; fails early, with its last words, when it has ended instead. */
export const waitUntilReady = async (child: Child, probe: Probe, withinMs: number): Promise<void> => {
  const until = performance.now() + withinMs;
  let last: unknown;
  while (performance.now() < until) {
    if (!child.running) throw endedEarly(child.plan.name, describeExit(await child.exited), child.tail());
    try {
      await probe();
      return;
    } catch (error) {
      last = error;
    }
    await sleep(40);
  }
  const why = last instanceof Error ? last.message : String(last);
  throw new Trouble(`${child.plan.name} did not answer within ${Math.round(withinMs / 1000)} s (${why}).`, [
    `Its log: ${child.plan.logFile}`,
    ...child.tail(8),
  ]);
};

const endedEarly = (name: string, how: string, tail: readonly string[]): Trouble => {
  const text = tail.join('\n');
  if (/No space left|Errcode: 28|ENOSPC|disk full/i.test(text))
    return new Trouble(`${name} ${how}: the disk is full.`, ['Free some space and start again.', ...tail]);
  if (/address already in use|EADDRINUSE/i.test(text))
    return new Trouble(`${name} ${how}: its port is taken.`, ['Start again: another port will be chosen.', ...tail]);
  if (/lock.*(ibdata1|aria)|(ibdata1|aria).*lock/i.test(text))
    return new Trouble(`${name} ${how}: another server already uses this data folder.`, [...tail]);
  return new Trouble(`${name} ${how} while it was starting.`, [...tail]);
};
