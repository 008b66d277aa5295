import { type Clock, type Outcome, reject } from '@fanloop/kernel';
import { assertAllowed, type Scope } from '@fanloop/organization';
import { CLOCK, GroupCommit, Idempotency, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { TillBasket } from '../rules/basket';
import type { Receipt } from '../rules/receipt';
import { exact } from '../rules/refund';
import { refuse } from '../rules/refusals';
import { type PreparedSale, PrepareSale } from './prepare-sale';
import { RecordSales } from './record-sales';

/** Who stands at the till: as the access guard has just read it. */
export type Clerk = Scope & { readonly staffId: string };

export interface RecordPurchaseCommand extends TillBasket {
  readonly clerk: Clerk;
  readonly idempotencyKey: string;
  readonly visitToken: string;
  readonly storeId: string;
  readonly couponIds: readonly string[];
  /** When the purchase happened, if it waited in the clerk's queue. */
  readonly occurredAt?: Date | null;
}

interface Waiting {
  readonly command: RecordPurchaseCommand;
  readonly sale: Outcome<PreparedSale>;
}

/**
 * The till: one purchase with its coupon, its points and its receipt, in one transaction with its idempotency key. Tills
 * that wait at the same moment share the transaction (group commit) and are answered after COMMIT, each with its own
 * receipt or its own refusal.
 */
@Injectable()
export class RecordPurchase {
  private readonly group: GroupCommit<Waiting, Receipt>;

  constructor(
    unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly prepare: PrepareSale,
    private readonly sales: RecordSales,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.group = new GroupCommit(unitOfWork, (tx, waiting) => this.commit(tx, waiting), { maxBatch: 100 });
  }

  async execute(command: RecordPurchaseCommand): Promise<Receipt> {
    assertAllowed(command.clerk, 'purchases.record', command.storeId);
    // Looked up before the transaction, together with the other tills of this moment. A refusal found here is given only
    // to a request that is new: a repeated one gets its receipt even when the visit is long over.
    const sale = await this.prepare.execute(command, this.clock.now());
    return this.group.submit({ command, sale });
  }

  private commit(tx: Tx, waiting: readonly Waiting[]): Promise<Outcome<Receipt>[]> {
    const claims = waiting.map(({ command }) => ({
      scope: `counter.record-purchase:staff:${command.clerk.staffId}`,
      key: command.idempotencyKey,
      input: inputOf(command),
    }));
    return this.idempotency.runMany(tx, claims, async (fresh) => {
      const outcomes: Outcome<Receipt>[] = fresh.map((position) => {
        const { sale } = waiting[position]!;
        return sale.ok ? reject(refuse('AlreadyRecorded')) : sale;
      });
      const ready = fresh.flatMap((position, index) => {
        const { sale } = waiting[position]!;
        return sale.ok ? [{ index, sale: sale.value }] : [];
      });
      const done = await this.sales.execute(
        tx,
        ready.map(({ sale }) => sale),
      );
      ready.forEach(({ index }, i) => {
        outcomes[index] = done[i]!;
      });
      return outcomes;
    });
  }
}

/** What makes two requests the same purchase. */
const inputOf = (command: RecordPurchaseCommand) => ({
  visitToken: command.visitToken,
  storeId: command.storeId,
  lines: command.lines.map((line) => [
    line.sku ?? null,
    line.name ?? null,
    exact(line.quantity),
    exact(line.unitPriceFen),
  ]),
  amountFen: exact(command.amountFen ?? null),
  couponIds: [...new Set(command.couponIds)].sort(),
  occurredAt: command.occurredAt?.toISOString() ?? null,
});
