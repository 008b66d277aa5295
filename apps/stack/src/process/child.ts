import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, openSync, renameSync, statSync } from 'node:fs';
import { lastWords } from './last-lines';

/** What to start, and where its output goes. */
export interface ChildPlan {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Output is appended here by the child itself, so that it survives the launcher. */
  readonly logFile: string;
  /** How long it may take to stop after SIGTERM before it is killed. */
  readonly stopWithinMs?: number;
}

export interface ChildExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** A spawn that failed altogether, such as a missing program. */
  readonly error?: NodeJS.ErrnoException;
}

const MAX_LOG_BYTES = 20 * 1024 * 1024;
const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));

/** One running child process. */
export class Child {
  readonly exited: Promise<ChildExit>;
  private exit: ChildExit | null = null;

  private constructor(
    readonly plan: ChildPlan,
    private readonly handle: ChildProcess,
    /** Where its own words begin in the log. */
    private readonly logStart: number,
  ) {
    this.exited = new Promise((resolve) => {
      const settle = (exit: ChildExit): void => {
        this.exit = exit;
        resolve(exit);
      };
      handle.once('exit', (code, signal) => settle({ code, signal }));
      handle.once('error', (error) => settle({ code: null, signal: null, error }));
    });
  }

  /**
   * Starts it in a process group of its own, so that Ctrl-C reaches only the launcher, which then stops the children in
   * order. Where `setpriv` exists the kernel ends the child if the launcher is killed outright: nothing is left behind.
   */
  static start(plan: ChildPlan): Child {
    if (existsSync(plan.logFile) && statSync(plan.logFile).size > MAX_LOG_BYTES)
      renameSync(plan.logFile, `${plan.logFile}.1`);
    const log = openSync(plan.logFile, 'a', 0o600);
    const logStart = fstatSync(log).size;
    const [file, args] = SETPRIV
      ? [SETPRIV, ['--pdeathsig', 'TERM', '--', plan.file, ...plan.args]]
      : [plan.file, [...plan.args]];
    try {
      const child = spawn(file, args, {
        cwd: plan.cwd,
        env: plan.env ?? process.env,
        stdio: ['ignore', log, log],
        detached: true,
      });
      return new Child(plan, child, logStart);
    } finally {
      closeSync(log);
    }
  }

  get pid(): number {
    return this.handle.pid ?? 0;
  }

  get running(): boolean {
    return this.exit === null;
  }

  /** The last lines that it wrote: what a person wants to see when it fell over. */
  tail(lines = 15): string[] {
    return lastWords(this.plan.logFile, lines, this.logStart);
  }

  /** Reaches its own children too: a build is npm, a shell and a compiler. */
  kill(signal: NodeJS.Signals): void {
    if (!this.running || !this.handle.pid) return;
    try {
      process.kill(-this.handle.pid, signal);
    } catch {
      // The group has gone in this very moment.
    }
  }

  /** Asks it to end, waits, and kills it when it does not. Says whether it had to be killed. */
  async stop(): Promise<{ killed: boolean }> {
    if (!this.running) return { killed: false };
    this.kill('SIGTERM');
    let killed = false;
    const timer = setTimeout(() => {
      killed = true;
      this.kill('SIGKILL');
    }, this.plan.stopWithinMs ?? 10_000);
    await this.exited;
    clearTimeout(timer);
    return { killed };
  }
}

/** "ended with code 1", "was killed by SIGKILL": for a message. */
export const describeExit = (exit: ChildExit): string => {
  if (exit.error) return `could not be started (${exit.error.code ?? exit.error.message})`;
  if (exit.signal) return `was killed by ${exit.signal}`;
  return `ended with code ${exit.code}`;
};
