import { messageOf } from '@fanloop/kernel';
import 'reflect-metadata';
import type { LedgerProof } from '@fanloop/loyalty';
import { readEnv } from '../../../config/env';
import { proveInLanes } from './ledger-proof/prove-in-lanes';

/**
 * `node dist/apps/worker/src/ledger-prove.js [--json] [--rows]`: proves every points account; ends with 1 when a row is bad. `--rows`:
 * balances, lots and hash chains, without judging the decisions once more.
 */
const prove = async (): Promise<number> => {
  const started = performance.now();
  const proof = await proveInLanes(readEnv(), { rowsOnly: process.argv.includes('--rows') });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(proof)}\n` : report(proof, seconds));
  return proof.ok ? 0 : 1;
};

const report = (proof: LedgerProof, seconds: string): string => {
  const { badRow, accounts, entries, entriesSum, lotsSum, traces, olderTraces } = proof;
  const older = olderTraces > 0 ? ` (${olderTraces} older ones are not recomputable)` : '';
  const looked = `${accounts} accounts, ${entries} entries, ${lotsSum} points in lots, entries add up to ${entriesSum}, traces checked: ${traces}${older} (${seconds} s)`;
  if (!badRow) return `The ledger is proven: ${looked}.\n`;
  const number = badRow.number === null ? '' : `, number ${badRow.number}`;
  return `The ledger does NOT add up.\nFirst bad row: ${badRow.table}, member ${badRow.memberId}${number}: ${badRow.problem}\nLooked at ${looked}.\n`;
};

prove().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`ledger-prove: ${messageOf(error)}\n`);
    process.exit(2);
  },
);
