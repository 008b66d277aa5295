import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import type { ProofOptions } from '@fanloop/loyalty';
import { readEnv } from '../../../../config/env';
import { withProver } from './prover';

/** A thread that proves the accounts of one range and tells what it found. */
withProver(readEnv(), async (prover) => {
  parentPort!.postMessage(await prover.execute(workerData as ProofOptions));
}).catch((error: unknown) => {
  // An uncaught error ends the thread and reaches whoever waits for it.
  setImmediate(() => {
    throw error;
  });
});
