import type { Actor } from '@fanloop/kernel';
import { json, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { LotTouch } from '../rules/account';
import { plusDays } from '../rules/days';
import { giveBack } from '../rules/ledger';
import { refuse } from '../rules/refusals';
import { BrandTime } from '../store/brand-time';
import { LedgerBatch } from '../store/ledger-batch';
import { LedgerStore } from '../store/ledger-store';
import { ProgrammeRepository } from '../store/programme.repository';
import type { MovementResult } from './spend-points.use-case';

export interface ReturnCommand {
  /** The reference of the spending that is undone. */
  readonly reference: string;
  readonly reason: string;
  readonly at: Date;
  readonly actor: Actor;
}

/** Undoes one spending: its points go back into the lots they came from. Once, however often it is asked for. */
@Injectable()
export class ReturnPoints {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
  ) {}

  async execute(tx: Tx, command: ReturnCommand): Promise<MovementResult> {
    const { reference, at } = command;
    const spent = (await this.ledger.journal.byReference(tx, 'spend', [reference])).get(reference);
    if (!spent) throw refuse('SpendMissing');
    const { memberId } = spent;
    const accounts = await this.ledger.accounts.lock(tx, [memberId]);
    const known = (await this.ledger.journal.byReference(tx, 'return', [reference])).get(reference);
    if (known) return { points: known.points, balanceAfter: known.balanceAfter, duplicate: true };
    const touches = json<LotTouch[]>(spent.lots);
    const lots = await this.ledger.accounts.lotsByNumber(
      tx,
      memberId,
      touches.map((touch) => touch.lot),
    );
    const { settings } = await this.programmes.current(tx);
    const keepUntil = this.time.startOf(plusDays(this.time.day(at), settings.returnWindowDays + 1));
    const batch = new LedgerBatch(accounts);
    const account = batch.account(memberId)!;
    const posting = giveBack(account, lots, touches, keepUntil);
    const entry = batch.post(memberId, posting, { ...command, storeId: spent.storeId });
    const ends = lots.map((lot) => (lot.expiresAt && lot.expiresAt < keepUntil ? keepUntil : lot.expiresAt));
    const first = [account.nextExpiryAt, ...ends].reduce((a, b) => (!a || (b && b < a) ? b : a), null);
    batch.note(memberId, { nextExpiryAt: first });
    await this.ledger.writer.write(tx, batch);
    return { points: entry.points, balanceAfter: entry.balanceAfter, duplicate: false };
  }
}
