import type { Actor, MemberId, Points, StoreId } from '@fanloop/kernel';
import { Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { spend } from '../rules/ledger';
import { refuse } from '../rules/refusals';
import { LedgerBatch } from '../store/ledger-batch';
import { LedgerStore } from '../store/ledger-store';
import { expiredEvents } from './ledger-events';
import { settleExpiry } from './settle-expiry';

export interface SpendCommand {
  readonly memberId: MemberId;
  readonly points: Points;
  /** Unique among spendings; the same reference with the same points is the same spending. */
  readonly reference: string;
  readonly reason: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly storeId?: StoreId | null;
}

export interface MovementResult {
  /** Signed, as in the journal. */
  readonly points: Points;
  readonly balanceAfter: Points;
  /** True when it had been done before: the stored answer. */
  readonly duplicate: boolean;
}

/** Takes points out in the caller's transaction, first from the lot that expires first. Refuses what is not there. */
@Injectable()
export class SpendPoints {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, command: SpendCommand): Promise<MovementResult> {
    const { memberId, points, reference, at } = command;
    const accounts = await this.ledger.accounts.lock(tx, [memberId]);
    const account = accounts.get(memberId);
    if (!account) throw refuse('AccountMissing');
    const known = (await this.ledger.journal.byReference(tx, 'spend', [reference])).get(reference);
    if (known) {
      if (known.memberId !== memberId || known.points !== -points) throw refuse('ReferenceReused');
      return { points: known.points, balanceAfter: known.balanceAfter, duplicate: true };
    }
    if (account.closedAt) throw refuse('AccountClosed');
    const batch = new LedgerBatch(accounts);
    const stored = (await this.ledger.accounts.lots(tx, [memberId])).get(memberId) ?? [];
    const lots = settleExpiry(batch, memberId, stored, at);
    const entry = batch.post(memberId, spend(batch.account(memberId)!, lots, points), command);
    await this.ledger.writer.write(tx, batch);
    await this.outbox.append(tx, expiredEvents(batch.entries));
    return { points: entry.points, balanceAfter: entry.balanceAfter, duplicate: false };
  }
}
