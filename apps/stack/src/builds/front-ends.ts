import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildPlan } from '../process/child';
import { sourceHash } from './source-hash';

export type FrontEnd = 'h5' | 'weapp' | 'console';

interface Recipe {
  readonly title: string;
  /** Its npm script at the root. */
  readonly script: string;
  /** A file without which its source is not there at all. */
  readonly needs: string;
  /** The folder that it fills, and a file that proves the build. */
  readonly output: string;
  readonly proof: string;
  readonly sources: readonly string[];
}

const SHARED = ['libs/kernel', 'libs/api-client', 'package-lock.json'];

const RECIPES: Record<FrontEnd, Recipe> = {
  h5: {
    title: 'mini-program build (h5)',
    script: 'build:h5',
    needs: 'apps/miniapp/src/app.config.ts',
    output: 'apps/miniapp/dist/h5',
    proof: 'index.html',
    sources: ['apps/miniapp', ...SHARED],
  },
  weapp: {
    title: 'mini-program build (weapp)',
    script: 'build:weapp',
    needs: 'apps/miniapp/src/app.config.ts',
    output: 'apps/miniapp/dist/weapp',
    proof: 'app.json',
    sources: ['apps/miniapp', ...SHARED],
  },
  console: {
    title: 'console build',
    script: 'build:console',
    needs: 'apps/console/index.html',
    output: 'apps/console/dist',
    proof: 'index.html',
    sources: ['apps/console', ...SHARED],
  },
};

const STAMP = '.stamp';

/** What is known about one front end's build. */
export interface BuildState {
  readonly title: string;
  readonly folder: string;
  readonly there: boolean;
  readonly fresh: boolean;
  readonly hasSource: boolean;
}

export const buildState = (root: string, which: FrontEnd): BuildState => {
  const recipe = RECIPES[which];
  const folder = join(root, recipe.output);
  const there = existsSync(join(folder, recipe.proof));
  const stamp = join(folder, STAMP);
  const fresh = there && existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceHash(root, recipe.sources);
  return { title: recipe.title, folder, there, fresh, hasSource: existsSync(join(root, recipe.needs)) };
};

/** The child that builds it. */
export const buildChild = (root: string, which: FrontEnd, logFile: string): ChildPlan => ({
  name: RECIPES[which].title,
  ...npm(['run', '--silent', RECIPES[which].script]),
  cwd: root,
  env: { ...process.env, NODE_ENV: 'production' },
  logFile,
});

/** The hash of the sources as they are now: taken before a build, so that an edit meanwhile makes the build stale. */
export const sourcesNow = (root: string, which: FrontEnd): string => sourceHash(root, RECIPES[which].sources);

/** Marks a build that came to its end as made from these sources. */
export const markBuilt = (root: string, which: FrontEnd, sources: string): void =>
  writeFileSync(join(root, RECIPES[which].output, STAMP), sources);

/** The npm that runs us, by its own path where npm tells it: PATH may hold another one. */
const npm = (args: string[]): { file: string; args: string[] } => {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js') ? { file: process.execPath, args: [script, ...args] } : { file: 'npm', args };
};
