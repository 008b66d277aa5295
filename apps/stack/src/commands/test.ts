import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenStale } from '../builds/build-when-stale';
import { passOn } from '../process/pass-on';
import { Supervisor } from '../process/supervisor';
import { foldersAt, prepareFolders } from '../settings/folders';
import { readJson } from '../settings/json-file';
import { Steps } from '../terminal/steps';

/** Browser stories need the machine for themselves: they come last, one after the other. */
const PASSES = [
  { projects: ['unit', 'architecture', 'contract', 'integration', 'acceptance'], words: [] },
  { projects: ['e2e'], words: ['--runInBand'] },
] as const;

interface Totals {
  readonly passed: number;
  readonly failed: number;
}

/** `npm test -- [words for jest]`: all projects, or what the words choose. Ends with the line "N passed, M failed". */
export const test = async (words: readonly string[]): Promise<number> => {
  const chosen = words.some((word) => word.startsWith('--selectProjects') || word.startsWith('--projects'));
  const results = join(foldersAt().data, 'tests');
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  if (words.length === 0) await buildFrontEnds();
  const passes = chosen
    ? [[...words]]
    : // Our own words come first: --selectProjects swallows what follows it, until the next option.
      PASSES.map((pass) => ['--selectProjects', ...pass.projects, '--passWithNoTests', ...pass.words, ...words]);
  let code = 0;
  let totals: Totals = { passed: 0, failed: 0 };
  for (const [index, pass] of passes.entries()) {
    const file = join(results, `pass-${index + 1}.json`);
    const ended = await passOn(process.execPath, jestWords(pass, file));
    code = code || ended;
    totals = add(totals, totalsOf(file, ended));
  }
  // .ci/run prints the line itself, after everything else.
  if (!process.env['NO_SUMMARY']) process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`);
  return code;
};

const jestWords = (words: readonly string[], file: string): string[] => [
  'node_modules/jest/bin/jest.js',
  ...['--config', 'config/jest.cjs', '--json', `--outputFile=${file}`],
  ...words,
];

const add = (a: Totals, b: Totals): Totals => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });

/** jest's own count; a file that could not even be loaded is a failure too, and so is a jest that left no count. */
const totalsOf = (file: string, code: number): Totals => {
  const counted = readJson(file) as {
    numPassedTests: number;
    numFailedTests: number;
    numRuntimeErrorTestSuites: number;
  } | null;
  if (!counted) return { passed: 0, failed: code === 0 ? 0 : 1 };
  const failed = counted.numFailedTests + counted.numRuntimeErrorTestSuites;
  return { passed: counted.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
};

/** The stories would build them as well, but silently; here one sees what takes the time. */
const buildFrontEnds = async (): Promise<void> => {
  const folders = foldersAt();
  if (!hasStories(folders.root)) return;
  prepareFolders(folders);
  const steps = new Steps();
  const supervisor = new Supervisor({ say: (line) => steps.say(line), onLost: () => undefined });
  const build = { root: folders.root, logs: folders.logs, steps, task: supervisor.task.bind(supervisor) };
  for (const which of ['console', 'h5', 'weapp'] as const) await buildWhenStale(which, build);
};

const hasStories = (root: string): boolean => {
  try {
    return readdirSync(join(root, 'tests/e2e'), { recursive: true }).some((name) => String(name).endsWith('.spec.ts'));
  } catch {
    return false;
  }
};
