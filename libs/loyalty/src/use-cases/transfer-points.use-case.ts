import { domainEvent } from '@fanloop/events';
import type { Clock, MemberId, Points } from '@fanloop/kernel';
import { CLOCK, Outbox, randomId, type Tx } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { assertTransferAllowed, transfer } from '../rules/ledger/transfer';
import { refuse } from '../rules/refusals';
import { TransferRepository } from '../store/transfer.repository';
import { settledEvents } from './ledger-events';
import { LedgerMovements } from './ledger-movement';
import { OncePerKey } from './once-per-key';
import { receivedWhy, sentWhy } from './transfer-why';

export interface TransferCommand {
  readonly fromMemberId: MemberId;
  /** An open account of somebody else; that its member is active is for the caller to know. */
  readonly toMemberId: MemberId;
  readonly points: Points;
  readonly idempotencyKey: string;
}

export interface TransferResult {
  readonly transferId: string;
  readonly points: Points;
  /** Of the giver, available − debt. */
  readonly balanceAfter: Points;
}

/**
 * A member gives points to another, within the brand's limits per business day. Once per key. Throws TransfersOff,
 * TransferToOneself, TransferRecipientMissing, TransferTooSmall, TransferTooOften, TransferTooMuch, PointsNotEnough.
 */
@Injectable()
export class TransferPoints {
  constructor(
    private readonly once: OncePerKey,
    private readonly movements: LedgerMovements,
    private readonly transfers: TransferRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: TransferCommand): Promise<TransferResult> {
    const { fromMemberId, toMemberId, points, idempotencyKey: key } = command;
    if (fromMemberId === toMemberId) throw refuse('TransferToOneself');
    const scope = `loyalty.transfer-points:member:${fromMemberId}`;
    return this.once.run({ scope, key, input: { toMemberId, points } }, (tx) => this.give(tx, command));
  }

  private async give(tx: Tx, { fromMemberId, toMemberId, points }: TransferCommand): Promise<TransferResult> {
    const at = this.clock.now();
    const { ledger, time } = this.movements;
    const day = time.day(at);
    const accounts = await ledger.accounts.lock(tx, [fromMemberId, toMemberId]);
    const receiver = accounts.get(toMemberId);
    if (!accounts.has(fromMemberId)) throw refuse('AccountMissing');
    if (accounts.get(fromMemberId)!.closedAt) throw refuse('AccountClosed');
    if (!receiver || receiver.closedAt) throw refuse('TransferRecipientMissing');
    const { batch, lots, programme } = await this.movements.settleAll(tx, accounts, [fromMemberId, toMemberId], at);
    assertTransferAllowed(programme.settings.transfers, points, await this.transfers.givenOn(tx, fromMemberId, day));
    const transferId = randomId();
    const reference = `transfer:${transferId}`;
    const giver = { account: batch.account(fromMemberId)!, lots: lots.get(fromMemberId)! };
    const { out, into } = transfer(giver, batch.account(toMemberId)!, points, reference);
    const about = { reference, actor: { kind: 'member', id: fromMemberId } as const, at };
    const sent = batch.post(fromMemberId, out, { ...about, trace: { transferId, why: sentWhy(points) } });
    batch.post(toMemberId, into, { ...about, trace: { transferId, why: receivedWhy(into) } });
    await ledger.writer.write(tx, batch);
    await this.transfers.insert(tx, { transferId, fromMemberId, toMemberId, day, points, at });
    const told = { fromMemberId, toMemberId, points, at: at.toISOString(), transferId };
    await this.outbox.append(tx, [
      ...settledEvents(batch.entries),
      domainEvent('loyalty.points-transferred.v1', told, at),
    ]);
    return { transferId, points, balanceAfter: sent.balanceAfter };
  }
}
