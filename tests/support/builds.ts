import { join } from 'node:path';
import { buildWhenStale } from '../../apps/stack/src/builds/build-when-stale';
import type { FrontEnd } from '../../apps/stack/src/builds/front-ends';
import { Supervisor } from '../../apps/stack/src/process/supervisor';
import { Steps } from '../../apps/stack/src/terminal/steps';
import { oncePerRun, runFolder } from './once-per-run';

const ROOT = join(__dirname, '../..');
const BUILD_MS = 600_000;

/** The folder of a front end, built first when its sources changed (the mini-program takes about a minute). */
export const builtFrontEnd = (which: FrontEnd): Promise<string> =>
  oncePerRun(`build-${which}`, BUILD_MS, async () => {
    const steps = new Steps(process.stderr);
    const supervisor = new Supervisor({ say: (line) => steps.say(line), onLost: () => undefined });
    const task = supervisor.task.bind(supervisor);
    const folder = await buildWhenStale(which, { root: ROOT, logs: runFolder(), steps, task });
    if (!folder) throw new Error(`The source of ${which} is not there.`);
    return folder;
  });
