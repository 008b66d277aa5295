import type { Server } from 'node:http';
import { onSignals } from '../process/signals';
import { Stopped, Supervisor } from '../process/supervisor';
import { whenGone } from '../process/when-gone';
import { startOptions } from '../settings/arguments';
import { addressOf } from '../settings/child-env';
import { foldersAt, prepareFolders } from '../settings/folders';
import { refuseSecondStack, removeRunningNote, writeRunningNote } from '../settings/running-note';
import { openSession, runningNoteOf } from '../settings/session';
import { Steps } from '../terminal/steps';
import type { Trouble } from '../trouble';
import { closeSite } from '../web/site';
import { type Crew, migrate, startDatabases } from './databases';
import { openFrontEnds } from './front-end-sites';
import { seedWhenNew } from './seed';
import { addressTable } from './show-addresses';
import { type Program, programName, programService } from './stack-services';

/** Starts everything, then stays until Ctrl-C. Answers the exit code. */
export const start = async (words: readonly string[]): Promise<number> => {
  const options = startOptions(words);
  const steps = new Steps();
  const folders = foldersAt(options.data);
  refuseSecondStack(folders);
  prepareFolders(folders, options);
  const session = await openSession(folders, (line) => steps.say(`  ! ${line}`));

  let lost: Trouble | null = null;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const supervisor = new Supervisor({
    say: (line) => steps.say(`  ${line}`),
    onLost: (trouble) => {
      lost = trouble;
      end();
    },
  });
  const crew: Crew = { session, steps, supervisor };
  const sites: Server[] = [];
  let stopping: Promise<void> | null = null;
  const stop = (): Promise<void> => {
    stopping ??= stopEverything(crew, sites);
    return stopping;
  };
  const first = (): void => {
    end();
    void stop();
  };
  const quiet = onSignals({ first, again: () => supervisor.killAll() });
  if (options.untilGone !== undefined) whenGone(options.untilGone, first);
  try {
    writeRunningNote(folders, runningNoteOf(session, false));
    await startAll(crew, sites, options);
    writeRunningNote(folders, runningNoteOf(session, true));
    await ended;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    await stop();
    quiet();
  }
  if (lost) throw lost;
  return 0;
};

interface Wishes {
  readonly members: number | undefined;
  readonly frontEnds: boolean;
}

const startAll = async (crew: Crew, sites: Server[], { members, frontEnds }: Wishes): Promise<void> => {
  const { session, steps } = crew;
  const since = performance.now();
  // The builds need no server and the servers need no build: both go on at the same time, and the first failure counts.
  await Promise.all([startServers(crew, members), frontEnds ? openFrontEnds(crew, sites) : undefined]);
  steps.say(`\n  Fanloop runs (${((performance.now() - since) / 1000).toFixed(1)} s)\n`);
  steps.say(addressTable(session, frontEnds));
};

const startServers = async (crew: Crew, members: number | undefined): Promise<void> => {
  await startDatabases(crew);
  const { wasEmpty } = await migrate(crew);
  await startProgram(crew, 'standIn');
  await seedWhenNew(crew, wasEmpty, members);
  await startProgram(crew, 'api');
  await startProgram(crew, 'worker');
};

const startProgram = async ({ session, steps, supervisor }: Crew, program: Program): Promise<void> => {
  const service = programService(session, program);
  if (!service) return steps.skip(programName(program), 'is not built: left out');
  await steps.run(programName(program), async () => {
    await supervisor.start(service);
    return addressOf(session.ports[program]);
  });
};

const stopEverything = async ({ session, steps, supervisor }: Crew, sites: readonly Server[]): Promise<void> => {
  const since = performance.now();
  steps.say('\n  Stopping …');
  await Promise.all(sites.map(closeSite));
  await supervisor.stopAll();
  removeRunningNote(session.folders);
  steps.say(
    `  Stopped (${((performance.now() - since) / 1000).toFixed(1)} s). The data stays in ${session.folders.data}`,
  );
};
