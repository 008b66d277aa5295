import type { MemberId } from '@fanloop/kernel';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Account, Lot } from '../rules/ledger/account';
import { BrandTime } from '../store/brand-time';
import { LedgerBatch } from '../store/ledger-batch';
import { LedgerStore } from '../store/ledger-store';
import { ProgrammeRepository } from '../store/programme.repository';
import { settle } from '../use-cases/settle';

/** Accounts and lots as they are at a moment, whether or not the sweep has been there: decided in memory, never written. */
@Injectable()
export class SettledLots {
  constructor(
    private readonly reader: Reader,
    readonly ledger: LedgerStore,
    readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
  ) {}

  async of(accounts: readonly Account[], now: Date): Promise<Map<MemberId, { account: Account; lots: Lot[] }>> {
    if (accounts.length === 0) return new Map();
    const { settings } = await this.programmes.current(this.reader);
    const ids = accounts.map(({ memberId }) => memberId);
    const stored = await this.ledger.accounts.lots(this.reader, ids);
    const batch = new LedgerBatch(new Map(accounts.map((account) => [account.memberId, account])));
    return new Map(
      ids.map((id) => {
        const lots = settle(batch, id, stored.get(id) ?? [], { settings, time: this.time, now });
        return [id, { account: batch.account(id)!, lots }];
      }),
    );
  }
}
