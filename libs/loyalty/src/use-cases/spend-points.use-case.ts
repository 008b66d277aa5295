import type { Actor, MemberId, Points, StoreId } from '@fanloop/kernel';
import { Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { spend } from '../rules/ledger/ledger';
import { refuse } from '../rules/refusals';
import { keepClock } from './inactivity';
import { settledEvents } from './ledger-events';
import { LedgerMovements } from './ledger-movement';

export interface SpendCommand {
  readonly memberId: MemberId;
  readonly points: Points;
  /** The caller's own, for example `redemption:12`. Takes effect once. */
  readonly reference: string;
  readonly reason: string;
  readonly at: Date;
  readonly actor: Actor;
  /** Where they are used: for the settlement between stores. */
  readonly storeId?: StoreId | null;
}

export interface MovementResult {
  /** Signed. */
  readonly points: Points;
  readonly balanceAfter: Points;
  readonly duplicate: boolean;
}

/** Takes points in the caller's transaction, first those that die first. The same reference takes effect once. */
@Injectable()
export class SpendPoints {
  constructor(
    private readonly movements: LedgerMovements,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, command: SpendCommand): Promise<MovementResult> {
    const { memberId, points, reference, at } = command;
    const known = await this.movements.known(tx, memberId, 'spend', reference);
    if (known) {
      if (known.memberId !== memberId || known.points !== -points) throw refuse('ReferenceReused');
      return { points: known.points, balanceAfter: known.balanceAfter, duplicate: true };
    }
    const { batch, account, lots, programme } = await this.movements.open(tx, memberId, at);
    const entry = batch.post(memberId, spend(account, lots, points), command);
    const { time, ledger } = this.movements;
    const { expiry } = programme.settings;
    keepClock(batch, { memberId, at, day: time.day(at), active: true }, { expiry, time });
    await ledger.writer.write(tx, batch);
    await this.outbox.append(tx, settledEvents(batch.entries));
    return { points: entry.points, balanceAfter: entry.balanceAfter, duplicate: false };
  }
}
