import { spawn } from 'node:child_process';

/** Signals by number, for the usual exit code of a killed program. */
const NUMBERS: Readonly<Record<string, number>> = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/**
 * Runs a program with our own terminal (input, output, Ctrl-C) and answers its exit code; 128 + the signal when it was
 * killed, as shells do.
 */
export const passOn = (file: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, { env, stdio: 'inherit' });
    const hand = (signal: NodeJS.Signals): void => {
      child.kill(signal);
    };
    process.on('SIGTERM', hand);
    // A terminal's Ctrl-C reaches the program by itself; we only must not end before it.
    const wait = (): void => undefined;
    process.on('SIGINT', wait);
    const quiet = (): void => {
      process.off('SIGTERM', hand);
      process.off('SIGINT', wait);
    };
    child.once('error', (error) => {
      quiet();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      quiet();
      resolve(code ?? 128 + (NUMBERS[signal ?? ''] ?? 1));
    });
  });
