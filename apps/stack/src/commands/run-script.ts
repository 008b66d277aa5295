import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { passOn } from '../process/pass-on';
import { onSignals } from '../process/signals';
import { Supervisor } from '../process/supervisor';
import { childEnv } from '../settings/child-env';
import type { Ports } from '../settings/chosen-ports';
import { type Folders, foldersAt, prepareFolders } from '../settings/folders';
import { readJson } from '../settings/json-file';
import { removeRunningNote, runningStack, writeRunningNote } from '../settings/running-note';
import { loadSecrets } from '../settings/secrets';
import { openSession, runningNoteOf, type Session } from '../settings/session';
import { Steps } from '../terminal/steps';
import { Trouble } from '../trouble';
import { migrate, startDatabases } from './databases';

interface Script {
  readonly entry: string;
  /** `running`: talks to a running stack; `databases`: a running one's, or started for as long as it takes; `own`: fresh ones. */
  readonly needs: 'running' | 'databases' | 'own';
}

/** The commands that are programs of their own. */
export const SCRIPTS: Readonly<Record<string, Script>> = {
  tour: { entry: 'dist/apps/stack/src/tour/main.js', needs: 'running' },
  import: { entry: 'dist/apps/worker/src/import.js', needs: 'databases' },
  owner: { entry: 'dist/apps/worker/src/add-owner.js', needs: 'databases' },
  'ledger:prove': { entry: 'dist/apps/worker/src/ledger-prove.js', needs: 'databases' },
  // Measured on servers of its own: it writes thousands of purchases that no brand wants in its books.
  bench: { entry: 'dist/tests/bench/main.js', needs: 'own' },
};

/** Runs one of them with the environment that the product's processes get; its exit code is ours. */
export const runScript = async (name: string, words: readonly string[]): Promise<number> => {
  const script = SCRIPTS[name];
  const root = process.cwd();
  if (!script || !existsSync(join(root, script.entry)))
    throw new Trouble(`npm run ${name} is not built: ${script?.entry ?? name} is not there.`);
  const args = [join(root, script.entry), ...words];
  const folders = foldersAt(script.needs === 'own' ? join('.data', name) : process.env['FANLOOP_DATA']);
  const running = runningStack(folders);
  if (running?.ready) return passOn(process.execPath, args, envOfRunning(folders));
  if (script.needs === 'running')
    throw new Trouble(`npm run ${name} plays against a running stack, and none runs.`, ['Start it first: npm start']);
  if (running)
    throw new Trouble(`Another command (process ${running.pid}) is using ${folders.data} or is still starting.`, [
      'Try again when it has ended, or when the stack shows its addresses.',
    ]);
  return withDatabases(folders, script.needs === 'own', (session) => passOn(process.execPath, args, session.env));
};

const envOfRunning = (folders: Folders): NodeJS.ProcessEnv => {
  const { ports } = readJson(join(folders.data, 'stack.json')) as { ports: Ports };
  return childEnv(folders, ports, loadSecrets(folders));
};

/** Lines about the servers go to stderr: stdout belongs to the script (`--json`). */
const withDatabases = async (
  folders: Folders,
  fresh: boolean,
  work: (session: Session) => Promise<number>,
): Promise<number> => {
  prepareFolders(folders, { fresh });
  const steps = new Steps(process.stderr);
  const say = (line: string): void => steps.say(`  ${line}`);
  const session = await openSession(folders, say);
  const supervisor = new Supervisor({ say, onLost: (trouble) => say(trouble.message) });
  const crew = { session, steps, supervisor };
  const quiet = onSignals({ first: () => undefined, again: () => supervisor.killAll() });
  try {
    writeRunningNote(folders, runningNoteOf(session, false));
    await startDatabases(crew);
    await migrate(crew);
    return await work(session);
  } finally {
    await supervisor.stopAll();
    removeRunningNote(folders);
    quiet();
  }
};
