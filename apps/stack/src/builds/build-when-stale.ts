import { join } from 'node:path';
import { type ChildExit, type ChildPlan, describeExit } from '../process/child';
import type { Steps } from '../terminal/steps';
import { Trouble } from '../trouble';
import { buildChild, buildState, type FrontEnd, markBuilt, sourcesNow } from './front-ends';

export type RunTask = (plan: ChildPlan) => Promise<{ exit: ChildExit; tail: string[] }>;

/** Builds a front end when its sources changed since the last build; answers its folder, or null without sources. */
export const buildWhenStale = async (
  which: FrontEnd,
  { root, logs, steps, task }: { root: string; logs: string; steps: Steps; task: RunTask },
): Promise<string | null> => {
  const state = buildState(root, which);
  if (!state.hasSource) {
    steps.skip(state.title, 'its source is not there');
    return null;
  }
  await steps.run(state.title, async () => {
    if (state.fresh) return 'up to date';
    const logFile = join(logs, `build-${which}.log`);
    const sources = sourcesNow(root, which);
    const { exit, tail } = await task(buildChild(root, which, logFile));
    if (exit.code !== 0 || !buildState(root, which).there)
      throw new Trouble(`The ${state.title} ${describeExit(exit)}.`, [`Its log: ${logFile}`, ...tail]);
    markBuilt(root, which, sources);
    return 'built';
  });
  return state.folder;
};
