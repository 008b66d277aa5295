import { UnitOfWork } from '@fanloop/platform';
import { PurchaseRepository } from '../../../libs/sales/src/store/purchase.repository';
import { RefundRepository } from '../../../libs/sales/src/store/refund.repository';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { aDraft, aLine, salesOn } from './sales-on';

const database = usePrivateDatabase();
const clock = new FixedClock();
const actor = { kind: 'staff', id: '21' } as const;

/** The twin that reads the state, then writes: the look and the change are two steps. */
class CheckThenRefund extends RefundRepository {
  override async markRefunded(tx: Parameters<RefundRepository['markRefunded']>[0], purchaseId: string) {
    const [row] = await tx.query<{ refund_state: string }>('SELECT refund_state FROM sales_purchase WHERE id = ?', [
      purchaseId,
    ]);
    await new Promise((resolve) => setTimeout(resolve, 30));
    await tx.execute("UPDATE sales_purchase SET refund_state = 'full' WHERE id = ?", [purchaseId]);
    return row!.refund_state === 'none';
  }
}
class UnlockedPurchases extends PurchaseRepository {
  override lockById(tx: Parameters<PurchaseRepository['lockById']>[0], id: string) {
    return super.lockById({ ...tx, query: (sql, params) => tx.query(sql.replace('FOR UPDATE', ''), params) }, id);
  }
}

describe('refunding a purchase', () => {
  it('keeps the refund as a fact of its own, with its lines, and leaves the purchase as it was', async () => {
    const { unitOfWork, record, refund } = salesOn(database.dataSource, clock);
    const [purchase] = await unitOfWork.run((tx) => record.execute(tx, [aDraft({ lines: [aLine(), aLine()] })]));
    const done = await unitOfWork.run((tx) =>
      refund.execute(tx, { purchaseId: purchase!.purchaseId, reason: '洒了', actor }),
    );
    expect(done).toMatchObject({ amountFen: 7600, full: true, memberId: '7001', purchaseNo: purchase!.purchaseNo });
    expect(await database.query('SELECT line_no, amount_fen FROM sales_refund_line ORDER BY line_no')).toEqual([
      { line_no: 1, amount_fen: '3800' },
      { line_no: 2, amount_fen: '3800' },
    ]);
    const [row] = await database.query<{ net_fen: string }>('SELECT net_fen FROM sales_purchase');
    expect(row!.net_fen).toBe('7600');
    await expect(
      unitOfWork.run((tx) => refund.execute(tx, { purchaseId: purchase!.purchaseId, reason: '再来', actor })),
    ).rejects.toMatchObject({ code: 'AlreadyRefunded' });
    await expect(
      unitOfWork.run((tx) => refund.execute(tx, { purchaseId: '1', reason: '没有', actor })),
    ).rejects.toMatchObject({ code: 'PurchaseNotFound' });
  });

  it('L17 ten refunds of each of four purchases at once give one refund each', async () => {
    await provesAbsent({
      reset: () => database.truncateAll(),
      sound: () => salesOn(database.dataSource, clock),
      broken: () =>
        salesOn(database.dataSource, clock, { refunds: new CheckThenRefund(), purchases: new UnlockedPurchases() }),
      scenario: async ({ unitOfWork, record, refund }) => {
        const drafts = [1, 2, 3, 4].map((n) => aDraft({ memberId: `710${n}` }));
        const purchases = await unitOfWork.run((tx) => record.execute(tx, drafts));
        const sources = await Promise.all([database.another(8), database.another(8)]);
        await Promise.allSettled(
          Array.from({ length: 40 }, (_, i) =>
            new UnitOfWork(sources[i % 2]!).run((tx) =>
              refund.execute(tx, { purchaseId: purchases[i % 4]!.purchaseId, reason: 'r', actor }),
            ),
          ),
        );
        const rows = await database.query<{ purchase_id: string; n: string }>(
          'SELECT purchase_id, COUNT(*) AS n FROM sales_refund GROUP BY purchase_id',
        );
        return rows.length === 4 && rows.every((row) => row.n === '1') ? [] : rows.map((row) => JSON.stringify(row));
      },
    });
  });
});
