import { Reader, UnitOfWork } from '@fanloop/platform';
import { DailySalesRead, MemberSpendingRead, PurchasesRead, type RefundPlan, RefundsRead } from '@fanloop/sales';
import type { StandingPurchase } from '../../../libs/sales/src/rules/purchase';
import { RefundByLineAndAmount1760000300003 } from '../../../libs/sales/src/store/migrations/1760000300003-refund-by-line-and-amount';
import { PurchaseRepository } from '../../../libs/sales/src/store/purchase.repository';
import { RefundRepository } from '../../../libs/sales/src/store/refund.repository';
import type { RefundCommand } from '../../../libs/sales/src/use-cases/refund-purchase.use-case';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { aDraft, aLine, salesOn } from './sales-on';

const database = usePrivateDatabase();
const clock = new FixedClock();
const actor = { kind: 'staff', id: '21' } as const;
type Tx = Parameters<RefundRepository['moveOn']>[0];

/** The twin that trusts its look: it writes what it computed, under no condition. */
class AbsoluteRefunds extends RefundRepository {
  override async moveOn(tx: Tx, purchase: StandingPurchase, plan: RefundPlan): Promise<boolean> {
    await new Promise((resolve) => setTimeout(resolve, 30));
    await tx.execute('UPDATE sales_purchase SET refunded_fen = ?, refund_state = ? WHERE id = ?', [
      purchase.refundedFen + plan.amountFen,
      plan.full ? 'full' : 'partial',
      purchase.purchaseId,
    ]);
    for (const line of plan.lines)
      await tx.execute(
        'UPDATE sales_purchase_line SET refunded_fen = ?, refunded_quantity = ? WHERE purchase_id = ? AND line_no = ?',
        [line.refundedAfter.amountFen, line.refundedAfter.quantity, purchase.purchaseId, line.lineNo],
      );
    return true;
  }
}
class UnlockedPurchases extends PurchaseRepository {
  override lockById(tx: Tx, id: string) {
    return super.lockById({ ...tx, query: (sql, params) => tx.query(sql.replace('FOR UPDATE', ''), params) }, id);
  }
}

// ¥32.00 for two, ¥10.00 for three, a gift.
const BASKET = [
  aLine({ quantity: 2, grossFen: 3200, amountFen: 3200 }),
  aLine({ sku: 'MLK', category: '奶茶', quantity: 3, grossFen: 1000, amountFen: 1000 }),
  aLine({ sku: 'GIFT', category: null, quantity: 1, grossFen: 0, amountFen: 0 }),
];

describe('refunding a purchase', () => {
  const sales = () => salesOn(database.dataSource, clock);
  const bought = async (lines = BASKET, memberId = '7001') => {
    const { unitOfWork, record } = sales();
    const [purchase] = await unitOfWork.run((tx) => record.execute(tx, [aDraft({ lines, memberId })]));
    return purchase!;
  };
  const back = (purchaseId: string, wish: Partial<RefundCommand> = {}) => {
    const { unitOfWork, refund } = sales();
    return unitOfWork.run((tx) => refund.execute(tx, { purchaseId, reason: '洒了', actor, ...wish }));
  };
  const standing = async (purchaseId: string) => {
    const [purchase] = await database.query(
      'SELECT net_fen, refund_state, refunded_fen FROM sales_purchase WHERE id = ?',
      [purchaseId],
    );
    const lines = await database.query<{ refunded_fen: string; refunded_quantity: number }>(
      'SELECT refunded_fen, refunded_quantity FROM sales_purchase_line WHERE purchase_id = ? ORDER BY line_no',
      [purchaseId],
    );
    return { ...purchase, lines: lines.map((line) => `${line.refunded_quantity}/${line.refunded_fen}`) };
  };
  const eventsOf = async () =>
    (
      await database.query<{ payload: string }>(
        "SELECT payload FROM platform_outbox WHERE name = 'sales.purchase-refunded.v1' ORDER BY id",
      )
    ).map(({ payload }) => (typeof payload === 'string' ? JSON.parse(payload) : payload));

  it('keeps a refund of the whole as a fact of its own, once, and leaves the purchase’s own figures as they were', async () => {
    const purchase = await bought([aLine(), aLine()]);
    const done = await back(purchase.purchaseId);
    expect(done).toMatchObject({ amountFen: 7600, full: true, memberId: '7001', purchaseNo: purchase.purchaseNo });
    expect(await database.query('SELECT line_no, amount_fen FROM sales_refund_line ORDER BY line_no')).toEqual([
      { line_no: 1, amount_fen: '3800' },
      { line_no: 2, amount_fen: '3800' },
    ]);
    expect(await standing(purchase.purchaseId)).toMatchObject({ net_fen: '7600', refund_state: 'full' });
    await expect(back(purchase.purchaseId)).rejects.toMatchObject({ code: 'AlreadyRefunded' });
    await expect(back(purchase.purchaseId, { amountFen: 1 })).rejects.toMatchObject({ code: 'AlreadyRefunded' });
    await expect(back('1')).rejects.toMatchObject({ code: 'PurchaseNotFound' });
  });

  it('L6 refunds by line and by amount in turn take exactly what is left, and the last one ends the whole', async () => {
    const { purchaseId } = await bought();
    const steps: [Partial<RefundCommand>, string, number, string[]][] = [
      [{ lines: [{ lineNo: 1, quantity: 1 }] }, 'partial', 1600, ['1/1600', '0/0', '0/0']],
      [{ lines: [{ lineNo: 2, quantity: 2 }] }, 'partial', 2267, ['1/1600', '2/667', '0/0']],
      [{ amountFen: 100 }, 'partial', 2367, ['1/1683', '2/684', '0/0']],
      [{ lines: [{ lineNo: 2, quantity: 0, amountFen: 16 }] }, 'partial', 2383, ['1/1683', '2/700', '0/0']],
      [{ lines: [{ lineNo: 2, quantity: 1, amountFen: 300 }] }, 'partial', 2683, ['1/1683', '3/1000', '0/0']],
      [{ lines: null }, 'full', 4200, ['2/3200', '3/1000', '1/0']],
    ];
    for (const [wish, refund_state, refundedFen, lines] of steps) {
      clock.advance({ minutes: 1 });
      const done = await back(purchaseId, wish);
      expect(done.full).toBe(refund_state === 'full');
      expect(done.lines.map((line) => `${line.refundedAfter.quantity}/${line.refundedAfter.amountFen}`)).toEqual(lines);
      const now = { net_fen: '4200', refund_state, refunded_fen: String(refundedFen), lines };
      expect(await standing(purchaseId)).toEqual(now);
    }
    const sums = 'SELECT line_no, SUM(quantity) AS n, SUM(amount_fen) AS fen FROM sales_refund_line GROUP BY line_no';
    expect(await database.query(`${sums} ORDER BY line_no`)).toEqual([
      { line_no: 1, n: '2', fen: '3200' },
      { line_no: 2, n: '3', fen: '1000' },
      { line_no: 3, n: '1', fen: '0' },
    ]);
    expect(await database.query('SELECT amount_fen, full FROM sales_refund ORDER BY id')).toEqual(
      [1600, 667, 100, 16, 300, 1517].map((fen, i) => ({ amount_fen: String(fen), full: i === 5 ? 1 : 0 })),
    );
  });

  it('tells in its event what each line lost, and what was kept back of the money', async () => {
    const { purchaseId } = await bought();
    await back(purchaseId, { lines: [{ lineNo: 2, quantity: 1 }], deductedFen: 34 });
    await back(purchaseId);
    expect(await eventsOf()).toMatchObject([
      {
        amountFen: 334,
        deductedFen: 34,
        full: false,
        lines: [{ lineNo: 2, sku: 'MLK', category: '奶茶', quantity: 1, amountFen: 334 }],
      },
      {
        amountFen: 3866,
        deductedFen: 0,
        full: true,
        lines: [
          { lineNo: 1, sku: 'tea-1', quantity: 2, amountFen: 3200 },
          { lineNo: 2, sku: 'MLK', quantity: 2, amountFen: 666 },
          { lineNo: 3, sku: 'GIFT', quantity: 1, amountFen: 0 },
        ],
      },
    ]);
  });

  it.each<[Partial<RefundCommand>, string]>([
    [{ lines: [] }, 'RefundEmpty'],
    [{ lines: [{ lineNo: 4, quantity: 1 }] }, 'RefundLineUnknown'],
    [{ lines: [{ lineNo: 1, quantity: -1 }] }, 'RefundQuantityNotAllowed'],
    [{ lines: [{ lineNo: 1, quantity: 1, amountFen: -3200 }] }, 'RefundAmountNotAllowed'],
    [{ lines: [{ lineNo: 1, quantity: 1, amountFen: 1e18 }] }, 'RefundAmountNotAllowed'],
    [{ amountFen: -100 }, 'RefundAmountNotAllowed'],
    [{ amountFen: Number.NaN }, 'RefundAmountNotAllowed'],
    [{ amountFen: 4201 }, 'RefundAmountTooHigh'],
    [{ amountFen: 100, deductedFen: 101 }, 'DeductionNotAllowed'],
    [{ amountFen: 100, deductedFen: -1 }, 'DeductionNotAllowed'],
  ])('L16 refuses %j with %s and writes nothing', async (wish, code) => {
    const { purchaseId } = await bought();
    await expect(back(purchaseId, wish)).rejects.toMatchObject({ code });
    expect(await standing(purchaseId)).toMatchObject({ refund_state: 'none', refunded_fen: '0' });
    expect(await database.query('SELECT id FROM sales_refund')).toEqual([]);
    expect(await eventsOf()).toEqual([]);
  });

  it('takes a history’s purchase of more lines than one statement moves', async () => {
    const lines = Array.from({ length: 1201 }, () => aLine({ quantity: 1, grossFen: 100, amountFen: 100 }));
    const { unitOfWork, record } = sales();
    const [purchase] = await unitOfWork.run((tx) => record.execute(tx, [aDraft({ lines, channel: 'import' })]));
    await back(purchase!.purchaseId, { amountFen: 60_050 });
    expect(await back(purchase!.purchaseId)).toMatchObject({ amountFen: 60_050, full: true });
    const [sum] = await database.query('SELECT SUM(amount_fen) AS fen, SUM(quantity) AS n FROM sales_refund_line');
    expect(sum).toEqual({ fen: '120100', n: '1201' });
  });

  it('reads see what is left: a day’s sales, a member’s spending, the purchase and its refunds', async () => {
    const reader = new Reader(database.dataSource);
    const kept = await bought();
    const gone = await bought();
    await back(kept.purchaseId, { lines: [{ lineNo: 1, quantity: 1 }], deductedFen: 100, reason: '🍵 洒了' });
    await back(gone.purchaseId);
    expect(await new DailySalesRead(reader).between('2026-06-15', '2026-06-15')).toEqual([
      { date: '2026-06-15', netFen: 2600, purchases: 1 },
    ]);
    const spending = await new MemberSpendingRead(reader).since(['7001'], new Date('2026-01-01T00:00:00Z'));
    expect(spending.get('7001')).toMatchObject({ netFen: 2600, lastPurchaseAt: expect.any(Date) });
    const views = await new PurchasesRead(reader).byIds([kept.purchaseId, gone.purchaseId]);
    expect(views.get(kept.purchaseId)).toMatchObject({ netFen: 4200, refundedFen: 1600, refundState: 'partial' });
    expect(views.get(gone.purchaseId)).toMatchObject({ refundedFen: 4200, refundState: 'full' });
    expect((await new RefundsRead(reader).ofPurchases([kept.purchaseId])).get(kept.purchaseId)).toEqual([
      expect.objectContaining({
        amountFen: 1600,
        deductedFen: 100,
        full: false,
        reason: '🍵 洒了',
        actor: 'staff:21',
        lines: [{ lineNo: 1, name: '茉莉奶绿', quantity: 1, amountFen: 1600 }],
      }),
    ]);
  });

  it('brings purchases that were refunded before up to the running sums, and goes back', async () => {
    const { purchaseId } = await bought();
    const migration = new RefundByLineAndAmount1760000300003();
    const runner = database.dataSource.createQueryRunner();
    try {
      await migration.down(runner);
      await runner.query("UPDATE sales_purchase SET refund_state = 'full' WHERE id = ?", [purchaseId]);
      await migration.up(runner);
    } finally {
      await runner.release();
    }
    expect(await standing(purchaseId)).toEqual({
      net_fen: '4200',
      refund_state: 'full',
      refunded_fen: '4200',
      lines: ['2/3200', '3/1000', '1/0'],
    });
  });

  it('L17 forty refunds of parts of four purchases at once never take more than was paid', async () => {
    await provesAbsent({
      reset: () => database.truncateAll(),
      sound: () => ({ purchases: new PurchaseRepository(), refunds: new RefundRepository() }),
      broken: () => ({ purchases: new UnlockedPurchases(), refunds: new AbsoluteRefunds() }),
      scenario: async (twins) => {
        const { unitOfWork, record } = sales();
        const drafts = [1, 2, 3, 4].map((n) => aDraft({ memberId: `710${n}`, lines: BASKET }));
        const purchases = await unitOfWork.run((tx) => record.execute(tx, drafts));
        const sources = await Promise.all([database.another(8), database.another(8)]);
        // Ten parts of ¥6 or of one thing each: seven of them are all that ¥42.00 holds.
        await Promise.allSettled(
          Array.from({ length: 40 }, (_, i) => {
            const source = salesOn(sources[i % 2]!, clock, twins);
            const wish = i < 20 ? { amountFen: 600 } : { lines: [{ lineNo: 1, quantity: 1, amountFen: 600 }] };
            const command = { purchaseId: purchases[i % 4]!.purchaseId, reason: 'r', actor, ...wish };
            return source.unitOfWork.run((tx) => source.refund.execute(tx, command));
          }),
        );
        const wrong = await database.query<{ problem: string }>(
          `SELECT CONCAT('paid ', net_fen, ', said ', refunded_fen, ', refunds of ', taken) AS problem
             FROM (SELECT p.net_fen, p.refunded_fen,
                          (SELECT COALESCE(SUM(r.amount_fen), 0) FROM sales_refund r WHERE r.purchase_id = p.id) AS taken
                     FROM sales_purchase p) sums
            WHERE taken > net_fen OR taken <> refunded_fen`,
        );
        const lines = await database.query<{ line_no: number }>(
          `SELECT l.line_no FROM sales_purchase_line l
            WHERE l.refunded_fen > l.amount_fen OR l.refunded_quantity > l.quantity
               OR l.refunded_fen <> (SELECT COALESCE(SUM(d.amount_fen), 0)
                    FROM sales_refund r JOIN sales_refund_line d ON d.refund_id = r.id
                   WHERE r.purchase_id = l.purchase_id AND d.line_no = l.line_no)`,
        );
        return [...wrong.map((row) => row.problem), ...lines.map((row) => `line ${row.line_no} does not add up`)];
      },
    });
  });

  it('L17 ten refunds of the whole of each of four purchases at once give one refund each', async () => {
    const { unitOfWork, record } = sales();
    const drafts = [1, 2, 3, 4].map((n) => aDraft({ memberId: `710${n}` }));
    const purchases = await unitOfWork.run((tx) => record.execute(tx, drafts));
    const sources = await Promise.all([database.another(8), database.another(8)]);
    const settled = await Promise.allSettled(
      Array.from({ length: 40 }, (_, i) => {
        const { refund } = salesOn(sources[i % 2]!, clock);
        const command = { purchaseId: purchases[i % 4]!.purchaseId, reason: 'r', actor };
        return new UnitOfWork(sources[i % 2]!).run((tx) => refund.execute(tx, command));
      }),
    );
    expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(4);
    const refused = settled.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { code: string }).code] : [],
    );
    expect(new Set(refused)).toEqual(new Set(['AlreadyRefunded']));
    expect(await database.query('SELECT id FROM sales_refund')).toHaveLength(4);
  });
});
