import { RecordPurchase, RefundSale } from '@fanloop/counter';
import { ClaimCoupon, CouponsDoor, CreateTemplate, termsOf } from '@fanloop/coupons';
import { accept, type Clock, type Outcome, systemActor } from '@fanloop/kernel';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { CLOCK, Idempotency, Outbox, randomId, type Tx, UnitOfWork } from '@fanloop/platform';
import { newPurchaseNo, SalesDoor } from '@fanloop/sales';
import type { Type } from '@nestjs/common';
import { PrepareSale } from '../../../libs/counter/src/use-cases/prepare-sale';
import { RecordSales } from '../../../libs/counter/src/use-cases/record-sales';
import { RefundSteps } from '../../../libs/counter/src/use-cases/refund-sale.use-case';
import { RefundTrail } from '../../../libs/counter/src/use-cases/refund-trail';
import { Reward } from '../../../libs/counter/src/use-cases/reward';
import { PurchaseRepository } from '../../../libs/sales/src/store/purchase.repository';
import { RefundRepository } from '../../../libs/sales/src/store/refund.repository';
import { RefundPurchase } from '../../../libs/sales/src/use-cases/refund-purchase.use-case';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { aSale, newKey, openShop, openVisit, type Shop } from './till';
import { type TillProcess, useTillProcesses } from './till-process';

/** The twin that runs every request anew and names every purchase anew. */
class NoIdempotency extends Idempotency {
  override runMany<T>(
    _tx: Tx,
    claims: readonly unknown[],
    work: (fresh: readonly number[]) => Promise<Outcome<T>[]>,
  ): Promise<Outcome<T>[]> {
    return work(claims.map((_, i) => i));
  }
}

/** The twin that looks whether a coupon may be used, and does not take it. */
const lookingCoupons = (door: CouponsDoor): CouponsDoor =>
  Object.assign(Object.create(door) as CouponsDoor, {
    redeemMany: async (_tx: Tx, commands: Parameters<CouponsDoor['redeemMany']>[1]) =>
      Promise.all(
        commands.map(async (command) => {
          const { coupons } = await door.usableAt(command);
          const found = coupons.find(({ couponId }) => couponId === command.couponIds[0])!;
          const { discountFen, lineDiscounts } = found;
          return accept({
            coupons: [{ ...found, gift: null }],
            discountFen,
            lineDiscounts,
            firstPurchaseOnly: false,
          });
        }),
      ),
  });

/** The twin of the undo path: it looks, then writes, and nothing is locked between. */
class CheckThenRefund extends RefundRepository {
  override async moveOn(tx: Tx, purchase: { readonly purchaseId: string }): Promise<boolean> {
    await new Promise((resolve) => setTimeout(resolve, 40));
    await tx.execute("UPDATE sales_purchase SET refund_state = 'full' WHERE id = ?", [purchase.purchaseId]);
    return true;
  }
}
class UnlockedPurchases extends PurchaseRepository {
  private unlocked(tx: Tx): Tx {
    return { ...tx, query: (sql, params) => tx.query(sql.replace('FOR UPDATE', ''), params) };
  }
  override lockById(tx: Tx, id: string) {
    return super.lockById(this.unlocked(tx), id);
  }
  override lockByNo(tx: Tx, no: string) {
    return super.lockByNo(this.unlocked(tx), no);
  }
}

describe('tills at the same moment, in two processes', () => {
  const database = usePrivateDatabase();
  const processes = useTillProcesses(database, 2);
  const [first] = processes as [TillProcess, TillProcess];
  let shop: Shop;
  const reset = async (): Promise<void> => {
    await database.truncateAll();
    shop = await openShop(first);
  };
  const numberOf = async (sql: string): Promise<number> =>
    Number(Object.values((await database.query<Record<string, string>>(sql))[0]!)[0]);
  const clockOf = (process: TillProcess): Clock => process.get(CLOCK as unknown as Type<Clock>);
  /** Calls go to both processes in turn, all at once. */
  const together = (count: number, call: (process: number, i: number) => Promise<unknown>): Promise<unknown> =>
    Promise.allSettled(Array.from({ length: count }, (_, i) => call(i % 2, i)));

  it('L13 one key twenty times, for each of four purchases: four purchases, each paid once', async () => {
    const sound = () => processes.map((process) => process.get(RecordPurchase));
    const broken = () =>
      processes.map((process) => {
        const prepare = Object.assign(Object.create(process.get(PrepareSale)) as PrepareSale, {
          execute: async (...args: Parameters<PrepareSale['execute']>) => {
            const outcome = await process.get(PrepareSale).execute(...args);
            return outcome.ok
              ? accept({ ...outcome.value, externalKey: randomId(), purchaseNo: newPurchaseNo() })
              : outcome;
          },
        });
        const clock = clockOf(process);
        return new RecordPurchase(
          process.get(UnitOfWork),
          new NoIdempotency(clock),
          prepare,
          process.get(RecordSales),
          clock,
        );
      });
    await provesAbsent({
      reset,
      sound,
      broken,
      scenario: async (tills) => {
        const sales = await Promise.all(
          shop.members.slice(0, 4).map(async (id) => aSale(shop.clerk, await openVisit(first, shop.clerk, id))),
        );
        await together(80, (process, i) => tills[process]!.execute(sales[i % 4]!));
        const purchases = await numberOf('SELECT COUNT(*) FROM sales_purchase');
        const points = await numberOf('SELECT COALESCE(SUM(available), 0) FROM loyalty_points_account');
        const found: string[] = [];
        if (purchases !== 4) found.push(`${purchases} purchases for 4 keys`);
        if (points !== 4 * 82) found.push(`${points} points instead of ${4 * 82}`);
        return found;
      },
    });
  });

  it('L2 L3 separate purchases of the same members at once: every point arrives, the first-purchase bonus once', async () => {
    await reset();
    const visits = await Promise.all(shop.members.slice(0, 3).map((id) => openVisit(first, shop.clerk, id)));
    await together(60, (process, i) =>
      processes[process]!.get(RecordPurchase).execute(
        aSale(shop.clerk, visits[i % 3]!, { lines: [], amountFen: 1000 }),
      ),
    );
    expect(await numberOf('SELECT COUNT(*) FROM sales_purchase')).toBe(60);
    expect(await numberOf('SELECT SUM(available) FROM loyalty_points_account')).toBe(3 * (20 * 10 + 50));
    const ordinals = 'SELECT COUNT(DISTINCT member_id, member_ordinal) FROM sales_purchase';
    expect(await numberOf(ordinals)).toBe(60);
    expect(await first.get(LoyaltyDoor).prove()).toMatchObject({ ok: true });
  });

  it('C3 one coupon in ten purchases at once is used in one', async () => {
    const sound = () => processes.map((process) => process.get(RecordPurchase));
    const broken = () =>
      processes.map((process) => {
        const sales = new RecordSales(
          process.get(SalesDoor),
          lookingCoupons(process.get(CouponsDoor)),
          process.get(Reward),
        );
        const clock = clockOf(process);
        return new RecordPurchase(
          process.get(UnitOfWork),
          process.get(Idempotency),
          process.get(PrepareSale),
          sales,
          clock,
        );
      });
    await provesAbsent({
      reset,
      sound,
      broken,
      scenario: async (tills) => {
        const owners = shop.members.slice(0, 3);
        const coupons = await Promise.all(owners.map((id) => claimCoupon(id)));
        const visits = await Promise.all(owners.map((id) => openVisit(first, shop.clerk, id)));
        await together(30, (process, i) =>
          tills[process]!.execute(aSale(shop.clerk, visits[i % 3]!, { couponIds: [coupons[i % 3]!] })),
        );
        const used = await database.query<{ coupon_id: string; n: string }>(
          'SELECT coupon_id, COUNT(*) AS n FROM counter_receipt WHERE coupon_id IS NOT NULL GROUP BY coupon_id',
        );
        const discounted = await numberOf('SELECT COUNT(*) FROM sales_purchase WHERE discount_fen > 0');
        const found = used.filter((row) => row.n !== '1').map((row) => `coupon ${row.coupon_id} used ${row.n} times`);
        return discounted === 3 ? found : [...found, `${discounted} purchases with a discount`];
      },
    });
  });

  it('L17 C12 refunds of one purchase at once, with keys of their own, take back once', async () => {
    const sound = () => processes.map((process) => process.get(RefundSale));
    const broken = () =>
      processes.map((process) => {
        const clock = clockOf(process);
        const refunding = new RefundPurchase(
          new UnlockedPurchases(),
          new CheckThenRefund(),
          process.get(Outbox),
          clock,
        );
        const sales = Object.assign(Object.create(process.get(SalesDoor)) as SalesDoor, {
          lockPurchase: (tx: Tx, no: string) => refunding.lock(tx, no),
          refund: (tx: Tx, command: Parameters<RefundPurchase['execute']>[1]) => refunding.execute(tx, command),
        });
        const steps = new RefundSteps(
          sales,
          process.get(CouponsDoor),
          process.get(LoyaltyDoor),
          process.get(RefundTrail),
        );
        return new RefundSale(process.get(UnitOfWork), process.get(Idempotency), steps);
      });
    await provesAbsent({
      reset,
      sound,
      broken,
      scenario: async (refunds) => {
        const receipts = await Promise.all(
          shop.members.slice(0, 3).map(async (id) => {
            const visit = await openVisit(first, shop.clerk, id);
            return first.get(RecordPurchase).execute(aSale(shop.clerk, visit));
          }),
        );
        await together(30, (process, i) =>
          refunds[process]!.execute({
            clerk: shop.manager,
            idempotencyKey: newKey(),
            purchaseNo: receipts[i % 3]!.purchaseNo,
            reason: '退货',
          }),
        );
        const rows = await numberOf('SELECT COUNT(*) FROM sales_refund');
        const money = await numberOf('SELECT SUM(amount_fen) FROM sales_refund');
        return rows === 3 && money === 3 * 3200 ? [] : [`${rows} refunds of ${money} fen for 3 purchases`];
      },
    });
  });

  it('C9 a refund gives the same coupon back, and its points away', async () => {
    await reset();
    const member = shop.members[0]!;
    const couponId = await claimCoupon(member);
    const visit = await openVisit(first, shop.clerk, member);
    const receipt = await first.get(RecordPurchase).execute(aSale(shop.clerk, visit, { couponIds: [couponId] }));
    expect(receipt).toMatchObject({
      grossFen: 3200,
      discountFen: 500,
      paidFen: 2700,
      points: 77,
      couponName: '满 30 减 5',
    });
    const refund = await first.get(RefundSale).execute({
      clerk: shop.manager,
      idempotencyKey: newKey(),
      purchaseNo: receipt.purchaseNo,
      reason: '退货',
    });
    expect(refund).toMatchObject({ amountFen: 2700, pointsClawedBack: 77, couponReturned: true });
    const again = await first.get(RecordPurchase).execute(aSale(shop.clerk, visit, { couponIds: [couponId] }));
    expect(again.discountFen).toBe(500);
  });

  const claimCoupon = async (memberId: string): Promise<string> => {
    const actor = systemActor('test');
    const terms = termsOf({
      name: '满 30 减 5',
      kind: 'cash',
      amountFen: 500,
      thresholdFen: 3000,
      validity: { kind: 'days', days: 30 },
      scope: { stores: null, categories: null },
      returnGraceDays: 3,
    });
    const draft = {
      terms,
      stockTotal: 100,
      perMemberLimit: 1,
      claimFrom: null,
      claimUntil: null,
      openTo: 'everyone' as const,
      audienceId: null,
    };
    const templateId = await first.get(CreateTemplate).execute({ draft, status: 'active', actor });
    const claimed = await first.get(ClaimCoupon).execute({ templateId, memberId, idempotencyKey: newKey() });
    return claimed.couponId;
  };
});
