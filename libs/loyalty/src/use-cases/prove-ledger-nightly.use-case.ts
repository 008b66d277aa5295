import { Injectable, Logger } from '@nestjs/common';
import { type LedgerProof, ProveLedger } from './prove-ledger.use-case';

/** The nightly proof: a bad row is an error that operators see, with its place. */
@Injectable()
export class ProveLedgerNightly {
  private readonly logger = new Logger(ProveLedgerNightly.name);

  constructor(private readonly prove: ProveLedger) {}

  async execute(): Promise<LedgerProof> {
    const proof = await this.prove.execute();
    const { ok, badRow, accounts, entries, traces, olderTraces } = proof;
    if (ok) this.logger.log({ accounts, entries, traces, olderTraces }, 'the ledger is proven');
    else this.logger.error({ badRow }, 'the ledger does NOT add up');
    return proof;
  }
}
