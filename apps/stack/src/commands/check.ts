import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Steps } from '../terminal/steps';

interface Check {
  readonly title: string;
  /** A file of a package, run by this Node, with its words. */
  readonly script: string;
  readonly args: readonly string[];
  /** Left out while this is not there. */
  readonly needs?: string;
}

const TSC = 'node_modules/typescript/bin/tsc';

const CHECKS: readonly Check[] = [
  { title: 'types: server', script: TSC, args: ['--noEmit', '-p', 'tsconfig.json'] },
  {
    title: 'format and lint',
    script: 'node_modules/@biomejs/biome/bin/biome',
    args: ['check', '--max-diagnostics=40', '.'],
  },
  {
    title: 'types: mini-program',
    script: TSC,
    args: ['--noEmit', '-p', 'apps/miniapp'],
    needs: 'apps/miniapp/tsconfig.json',
  },
  {
    title: 'types: console',
    script: TSC,
    args: ['--noEmit', '-p', 'apps/console'],
    needs: 'apps/console/tsconfig.json',
  },
  {
    title: 'floors',
    script: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', 'config/floors.cjs', 'apps', 'libs'],
  },
];

/** Two at a time: the type checkers need a gigabyte each. */
const AT_ONCE = 2;

/** Format, lint, types and floors. Runs all of them and shows the output of those that failed. */
export const check = async (): Promise<number> => {
  const steps = new Steps();
  const waiting = [...CHECKS];
  const failed: { title: string; output: string }[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const output = await runOne(steps, next);
      if (output !== null) failed.push({ title: next.title, output });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const { title, output } of failed) steps.say(`\n── ${title} ──\n${output.trimEnd()}`);
  steps.say(
    failed.length === 0 ? '\n  All checks pass.' : `\n  Failed: ${failed.map(({ title }) => title).join(', ')}.`,
  );
  return failed.length === 0 ? 0 : 1;
};

/** The output of a failed check; null when it passed. */
const runOne = async (steps: Steps, { title, script, args, needs }: Check): Promise<string | null> => {
  if (needs && !existsSync(join(process.cwd(), needs))) {
    steps.skip(title, `${needs} is not there`);
    return null;
  }
  try {
    await steps.run(title, () => runQuietly(script, args));
    return null;
  } catch (error) {
    if (error instanceof Failed) return error.message;
    throw error;
  }
};

/** A check that found something; its message is what it printed. */
class Failed extends Error {}

const runQuietly = (script: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => {
        output += data.toString('utf8');
      });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve('') : reject(new Failed(output || `ended with code ${code}`))));
  });
