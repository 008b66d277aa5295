import type { Actor, Points } from '@fanloop/kernel';
import { json, Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { plusDays } from '../rules/calendar/days';
import type { Entry, LotTouch } from '../rules/ledger/account';
import { comesBack, giveBack } from '../rules/ledger/ledger';
import { refuse } from '../rules/refusals';
import { earliest } from '../store/ledger-batch';
import { settledEvents } from './ledger-events';
import { LedgerMovements } from './ledger-movement';
import type { MovementResult } from './spend-points.use-case';

export interface ReturnCommand {
  /** The reference of the spending that is undone. */
  readonly reference: string;
  /** A part of it, named by the caller and done once. Absent: all that has not come back yet. */
  readonly part?: { readonly returnId: string; readonly points: Points };
  readonly reason: string;
  readonly at: Date;
  readonly actor: Actor;
}

/** Undoes a spending, whole or in parts: its points go back into the lots they came from. Once, however often it is asked for. */
@Injectable()
export class ReturnPoints {
  constructor(
    private readonly movements: LedgerMovements,
    private readonly outbox: Outbox,
  ) {}

  async execute(tx: Tx, command: ReturnCommand): Promise<MovementResult> {
    const { ledger } = this.movements;
    const spent = (await ledger.journal.byReference(tx, 'spend', [command.reference])).get(command.reference);
    if (!spent) throw refuse('SpendMissing');
    // What came back before is read under the account's lock: two undoings of one spending cannot both pass.
    await ledger.accounts.lock(tx, [spent.memberId]);
    const earlier = await this.earlier(tx, command.reference);
    const reference = command.part ? `${command.reference}#${command.part.returnId}` : command.reference;
    const known = earlier.find((entry) => entry.reference === reference);
    if (known) {
      if (command.part && known.points !== command.part.points) throw refuse('ReferenceReused');
      return { points: known.points, balanceAfter: known.balanceAfter, duplicate: true };
    }
    const returned = earlier.reduce((sum, entry) => sum + entry.points, 0);
    const points = command.part?.points ?? -spent.points - returned;
    if (!command.part && points === 0) return this.allCameBack(earlier);
    const entry = await this.post(tx, spent, { ...command, reference }, { returned, points });
    return { points: entry.points, balanceAfter: entry.balanceAfter, duplicate: false };
  }

  private async post(
    tx: Tx,
    spent: Entry,
    command: ReturnCommand,
    part: { readonly returned: Points; readonly points: Points },
  ): Promise<Entry> {
    const { memberId } = spent;
    const { at } = command;
    const { ledger, time } = this.movements;
    const { batch, account, lots, programme } = await this.movements.open(tx, memberId, at);
    const touches = json<LotTouch[]>(spent.lots);
    const settled = new Map(lots.map((lot) => [lot.lotNo, lot]));
    const stored = await ledger.accounts.lotsByNumber(
      tx,
      memberId,
      touches.map((touch) => touch.lot),
    );
    const keepUntil = time.startOf(plusDays(time.day(at), programme.settings.returnWindowDays + 1));
    const posting = giveBack(
      account,
      stored.map((lot) => settled.get(lot.lotNo) ?? lot),
      touches,
      { ...part, keepUntil },
    );
    const entry = batch.post(memberId, posting, {
      ...command,
      storeId: spent.storeId,
      trace: { spendReference: spent.reference, parts: comesBack(touches, part) },
    });
    const backTo = new Set(posting.touches.map((touch) => touch.lot));
    const ends = stored
      .filter((lot) => backTo.has(lot.lotNo))
      .flatMap((lot) =>
        lot.expiresAt === null ? [] : [new Date(Math.max(lot.expiresAt.getTime(), keepUntil.getTime()))],
      );
    batch.note(memberId, { nextExpiryAt: earliest([batch.account(memberId)!.nextExpiryAt, ...ends]) });
    await ledger.writer.write(tx, batch);
    await this.outbox.append(tx, settledEvents(batch.entries));
    return entry;
  }

  private async earlier(tx: Tx, reference: string): Promise<Entry[]> {
    const whole = await this.movements.ledger.journal.byReference(tx, 'return', [reference]);
    return [...whole.values(), ...(await this.movements.ledger.journal.byPrefix(tx, 'return', `${reference}#`))];
  }

  private allCameBack(earlier: readonly Entry[]): MovementResult {
    const last = earlier.at(-1)!;
    return { points: last.points, balanceAfter: last.balanceAfter, duplicate: true };
  }
}
