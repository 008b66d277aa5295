import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LedgerProof, ProofOptions } from '@fanloop/loyalty';
import type { Env } from '../../../../config/env';
import { withProver } from './prover';

/**
 * Proves all accounts with as many threads as the machine has processors: accounts know nothing of each other, and to judge their
 * entries once more is work for processors. A small ledger is proved by one.
 */
export const proveInLanes = (
  env: Env,
  options: Pick<ProofOptions, 'rowsOnly'> = {},
  lanes = availableParallelism(),
): Promise<LedgerProof> =>
  withProver(env, async (prover) => {
    const [own, ...others] = await prover.ranges(lanes);
    const proofs = await Promise.all([
      prover.execute({ ...options, range: own! }),
      ...others.map((range) => lane(env, { ...options, range })),
    ]);
    return proofs.reduce(together);
  });

const lane = ({ DATABASE_URL }: Env, options: ProofOptions): Promise<LedgerProof> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'lane.js'), {
      workerData: options,
      env: { ...process.env, DATABASE_URL },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a thread of the proof ended with ${code}`)));
  });

/** Ranges ascend, so the first bad row of all is that of the first range which has one. */
const together = (a: LedgerProof, b: LedgerProof): LedgerProof => ({
  ok: a.ok && b.ok,
  accounts: a.accounts + b.accounts,
  entries: a.entries + b.entries,
  entriesSum: a.entriesSum + b.entriesSum,
  lotsSum: a.lotsSum + b.lotsSum,
  traces: a.traces + b.traces,
  olderTraces: a.olderTraces + b.olderTraces,
  badRow: a.badRow ?? b.badRow,
});
