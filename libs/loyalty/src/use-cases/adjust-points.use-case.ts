import type { Actor, MemberId, Points } from '@fanloop/kernel';
import { Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Entry } from '../rules/ledger/account';
import { earn, spend } from '../rules/ledger/ledger';
import { refuse } from '../rules/refusals';
import { keepClock } from './inactivity';
import { settledEvents } from './ledger-events';
import { LedgerMovements } from './ledger-movement';

export interface AdjustCommand {
  readonly memberId: MemberId;
  /** Positive gives, negative takes. Adjustments never count for tiers. */
  readonly points: Points;
  readonly reason: string;
  readonly reference: string;
  readonly at: Date;
  readonly actor: Actor;
  /** What the journal keeps beside the reason. */
  readonly trace?: object | null;
}

/** Gives or takes points by a person's decision, in the caller's transaction. The same reference takes effect once. */
@Injectable()
export class AdjustPoints {
  constructor(
    private readonly movements: LedgerMovements,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, command: AdjustCommand): Promise<Entry> {
    const { memberId, points, reference, at } = command;
    if (!Number.isSafeInteger(points) || points === 0) throw refuse('AdjustmentNotAllowed');
    if (command.reason.trim() === '') throw refuse('ReasonMissing');
    const known = await this.movements.known(tx, memberId, 'adjust', reference);
    if (known) {
      if (known.memberId !== memberId || known.points !== points) throw refuse('ReferenceReused');
      return known;
    }
    const { batch, account, lots, programme } = await this.movements.open(tx, memberId, at);
    const { time, ledger } = this.movements;
    const { expiry } = programme.settings;
    const credit = {
      points,
      activateAt: null,
      activateOn: null,
      expiresAt: time.expiryOf(time.day(at), expiry),
      byInactivity: expiry.kind === 'inactivity',
      expireAfterDays: null,
      source: `adjust:${reference}`,
      storeId: null,
    };
    if (points > 0) keepClock(batch, { memberId, at, day: time.day(at), active: false }, { expiry, time });
    const posting = points > 0 ? earn(account, [credit], 'adjust') : spend(account, lots, -points, 'adjust');
    const entry = batch.post(memberId, posting, command);
    await ledger.writer.write(tx, batch);
    await this.outbox.append(tx, settledEvents(batch.entries));
    return entry;
  }
}
