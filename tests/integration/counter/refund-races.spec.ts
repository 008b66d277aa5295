import {
  PreviewRefund,
  type Receipt,
  RecordPurchase,
  type RecordPurchaseCommand,
  type RefundSale,
} from '@fanloop/counter';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { refundsOf, seenIn, spendPoints } from './refunding';
import { aSale, newKey, openShop, openVisit, type Shop } from './till';
import { type TillProcess, useTillProcesses } from './till-process';
import { unlockedSales } from './unlocked-sales';

describe('refunds of parts at the same moment, in two processes', () => {
  const database = usePrivateDatabase();
  const processes = useTillProcesses(database, 2);
  const [first] = processes as [TillProcess, TillProcess];
  let shop: Shop;
  const reset = async (): Promise<void> => {
    await database.truncateAll();
    shop = await openShop(first);
  };
  const salesOf = async (members: readonly string[], change: Partial<RecordPurchaseCommand> = {}) =>
    Promise.all(
      members.map(async (id) => {
        const visit = await openVisit(first, shop.clerk, id);
        return first.get(RecordPurchase).execute(aSale(shop.clerk, visit, change));
      }),
    );
  it('L17 thirty refunds of a part of three purchases, with keys of their own, take back what was paid', async () => {
    await provesAbsent<readonly RefundSale[]>({
      reset,
      sound: () => processes.map((process) => refundsOf(process).sale),
      broken: () => processes.map((process) => refundsOf(process, { sales: unlockedSales(process) }).sale),
      scenario: async (refunds) => {
        const clerk = shop.manager;
        const members = shop.members.slice(0, 3);
        await salesOf(members);
        // ¥0.90 each, and no first purchase any more: no points, so that nothing but the purchase itself is raced for.
        const sales = await salesOf(members, { lines: [], amountFen: 90 });
        const wish = { amountFen: 20 };
        const [{ purchaseNo }] = sales as [Receipt];
        const seen = seenIn(await first.get(PreviewRefund).execute({ clerk, purchaseNo, ...wish }));
        await Promise.allSettled(
          Array.from({ length: 30 }, (_, i) =>
            refunds[i % 2]!.execute({
              ...{ clerk, purchaseNo: sales[i % 3]!.purchaseNo, idempotencyKey: newKey(), reason: '退货' },
              ...{ ...wish, seen },
            }),
          ),
        );
        // Four parts of 20 fen fit into 90.
        const rows = await database.query<{ fen: string; said: string }>(
          `SELECT SUM(r.amount_fen) AS fen, MAX(p.refunded_fen) AS said
             FROM sales_refund r JOIN sales_purchase p ON p.id = r.purchase_id GROUP BY p.id`,
        );
        const right = rows.filter((row) => row.fen === '80' && row.said === '80');
        return right.length === 3 ? [] : rows.map((row) => `refunds of ${row.fen} fen, the purchase says ${row.said}`);
      },
    });
  });

  it('L1 points spent while a refund is confirmed are owed, deducted or refused, never lost', async () => {
    await reset();
    const sales = await salesOf(shop.members.slice(0, 4));
    const clerk = shop.manager;
    const looked = await Promise.all(
      sales.map((sale) => first.get(PreviewRefund).execute({ clerk, purchaseNo: sale.purchaseNo })),
    );
    const settled = await Promise.allSettled(
      sales.flatMap(({ purchaseNo }, i) => [
        spendPoints(processes[i % 2]!, shop.members[i]!, 60),
        refundsOf(processes[(i + 1) % 2]!).sale.execute({
          ...{ clerk, purchaseNo, idempotencyKey: newKey(), reason: '退货', seen: seenIn(looked[i]!) },
        }),
      ]),
    );
    // Whoever came first: the points were there to be spent, and the refund was not what had been seen; or the refund took
    // all of them, and there was nothing to spend.
    for (let i = 0; i < 4; i += 1) {
      const [spent, refunded] = [settled[2 * i]!, settled[2 * i + 1]!];
      expect([spent.status, refunded.status].sort()).toEqual(['fulfilled', 'rejected']);
      const { code } = ((spent.status === 'rejected' ? spent : refunded) as PromiseRejectedResult).reason;
      expect(code).toBe(spent.status === 'rejected' ? 'PointsNotEnough' : 'RefundChanged');
    }
    expect(await first.get(LoyaltyDoor).prove()).toMatchObject({ ok: true });
  });
});
