import type { Actor, MemberId, Points } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Entry } from '../rules/account';
import { earn, spend } from '../rules/ledger';
import { refuse } from '../rules/refusals';
import { BrandTime } from '../store/brand-time';
import { LedgerBatch } from '../store/ledger-batch';
import { LedgerStore } from '../store/ledger-store';
import { ProgrammeRepository } from '../store/programme.repository';
import { settleExpiry } from './settle-expiry';

export interface AdjustCommand {
  readonly memberId: MemberId;
  /** Positive gives, negative takes. Adjustments never count for tiers. */
  readonly points: Points;
  readonly reason: string;
  readonly reference: string;
  readonly at: Date;
  readonly actor: Actor;
}

/** Gives or takes points by a person's decision, in the caller's transaction. The same reference takes effect once. */
@Injectable()
export class AdjustPoints {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
  ) {}

  async execute(tx: Tx, command: AdjustCommand): Promise<Entry> {
    const { memberId, points, reference, at } = command;
    if (!Number.isSafeInteger(points) || points === 0) throw refuse('AdjustmentNotAllowed');
    if (command.reason.trim() === '') throw refuse('ReasonMissing');
    const accounts = await this.ledger.accounts.lock(tx, [memberId]);
    const account = accounts.get(memberId);
    if (!account) throw refuse('AccountMissing');
    const known = (await this.ledger.journal.byReference(tx, 'adjust', [reference])).get(reference);
    if (known) {
      if (known.memberId !== memberId || known.points !== points) throw refuse('ReferenceReused');
      return known;
    }
    if (account.closedAt) throw refuse('AccountClosed');
    const batch = new LedgerBatch(accounts);
    const stored = (await this.ledger.accounts.lots(tx, [memberId])).get(memberId) ?? [];
    const lots = settleExpiry(batch, memberId, stored, at);
    const settled = batch.account(memberId)!;
    const { settings } = await this.programmes.current(tx);
    const expiresAt = this.time.expiryOf(this.time.day(at), settings.expiryMonths);
    const posting =
      points > 0
        ? earn(settled, { points, at, expiresAt, source: `adjust:${reference}` }, 'adjust')
        : spend(settled, lots, -points, 'adjust');
    const entry = batch.post(memberId, posting, command);
    await this.ledger.writer.write(tx, batch);
    return entry;
  }
}
