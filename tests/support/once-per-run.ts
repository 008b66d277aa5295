import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from './wait-until';

/** The folder of this jest run; gone when the run ends. */
export const runFolder = (): string => {
  const folder = process.env['FANLOOP_TEST_FOLDER'];
  if (!folder) throw new Error('FANLOOP_TEST_FOLDER is not set: run tests through config/jest.cjs.');
  return folder;
};

/**
 * Does something costly once for all jest workers of the run and hands its (JSON) result to all: the first one works, the
 * others wait for it. `mkdir` is the lock, because it is atomic.
 */
export const oncePerRun = async <T>(name: string, withinMs: number, work: () => Promise<T>): Promise<T> => {
  const note = join(runFolder(), 'notes', `${name}.json`);
  try {
    mkdirSync(`${note}.lock`);
  } catch {
    await waitUntil(`another worker has done "${name}"`, () => existsSync(note), { withinMs, everyMs: 100 });
    return resultOf<T>(note);
  }
  try {
    writeFileSync(note, JSON.stringify({ value: await work() }));
  } catch (error) {
    writeFileSync(note, JSON.stringify({ failed: error instanceof Error ? error.message : String(error) }));
  }
  return resultOf<T>(note);
};

const resultOf = <T>(note: string): T => {
  const result = JSON.parse(readFileSync(note, 'utf8')) as { value: T; failed?: string };
  if (result.failed) throw new Error(result.failed);
  return result.value;
};
