import type { Clock, MemberId } from '@fanloop/kernel';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Lot } from '../rules/ledger/account';
import { LedgerStore } from '../store/ledger-store';

export type LotState = 'usable' | 'pending' | 'over' | 'empty';
export type LotView = Lot & { readonly state: LotState };

/** A member's lots, newest first, with what became of each: for the console. */
@Injectable()
export class LotsRead {
  constructor(
    private readonly reader: Reader,
    private readonly ledger: LedgerStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(memberId: MemberId): Promise<LotView[]> {
    const now = this.clock.now();
    const lots = (await this.ledger.accounts.allLots(this.reader, [memberId])).get(memberId) ?? [];
    return lots.map((lot) => ({ ...lot, state: stateOf(lot, now) })).reverse();
  }
}

const stateOf = ({ remaining, pending, expiresAt }: Lot, now: Date): LotState => {
  if (pending > 0) return 'pending';
  if (remaining === 0) return 'empty';
  return expiresAt !== null && expiresAt <= now ? 'over' : 'usable';
};
