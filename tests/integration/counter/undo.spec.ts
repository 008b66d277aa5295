import {
  ChangeUndoSettings,
  type Clerk,
  DecideUndo,
  PreviewRefund,
  PreviewUndo,
  type Receipt,
  ReceiptsRead,
  RefundSale,
  UndoSale,
  UndosRead,
} from '@fanloop/counter';
import { CouponsDoor } from '@fanloop/coupons';
import { systemActor } from '@fanloop/kernel';
import { LoyaltyDoor } from '@fanloop/loyalty';
import { AuditLog, CLOCK, Idempotency, type Tx, UnitOfWork } from '@fanloop/platform';
import type { Type } from '@nestjs/common';
import type { Undo } from '../../../libs/counter/src/rules/undo';
import { TillSettingsRepository } from '../../../libs/counter/src/store/till-settings.repository';
import { type NewUndo, UndoRepository } from '../../../libs/counter/src/store/undo.repository';
import { UndoDesk } from '../../../libs/counter/src/use-cases/undo-sale.use-case';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { aTemplate, claimFor } from './a-coupon';
import { refundStepsOf, seenIn, type Twins } from './refunding';
import { aSale, codesOf, newKey, openShop, openVisit, record, type Shop } from './till';
import { type TillProcess, useTillProcesses } from './till-process';
import { unlockedSales } from './unlocked-sales';

/** The twin remembers nothing of the undos that were made, as a till does that only sends money back. */
class Forgetful extends UndoRepository {
  override async find(): Promise<Map<string, Undo>> {
    return new Map();
  }
  override async insert(tx: Tx, undo: NewUndo): Promise<boolean> {
    await tx.execute('DELETE FROM counter_undo WHERE purchase_id = ?', [undo.purchaseId]);
    return super.insert(tx, undo);
  }
}

/** And asks of a coupon only that it is there now, not that it was this undo that brought it back; nor does it lock its use. */
const alwaysBack = (process: TillProcess): CouponsDoor =>
  Object.assign(Object.create(process.get(CouponsDoor)) as CouponsDoor, {
    keepBack: async () => ({ deductedFen: 0, why: [] }),
    returnRedeemed: async (...args: Parameters<CouponsDoor['returnRedeemed']>) => {
      await process.get(CouponsDoor).returnRedeemed(...args);
      return true;
    },
  });

describe('undo of a record at the till', () => {
  const database = usePrivateDatabase();
  const processes = useTillProcesses(database, 2);
  const [api] = processes as [TillProcess, TillProcess];
  let shop: Shop;
  let sale: Receipt;
  let couponId: string;
  const open = async (): Promise<void> => {
    api.clock.set('2026-06-15T04:00:00.000Z');
    shop = await openShop(api);
  };
  const sell = async (memberId = shop.members[0]!, couponIds: string[] = [], clerk = shop.clerk): Promise<Receipt> =>
    record(api, aSale(clerk, await openVisit(api, clerk, memberId), { couponIds }));
  beforeEach(async () => {
    await open();
    [couponId] = (await claimFor(api, await aTemplate(api), [shop.members[0]!])) as [string];
    sale = await sell(shop.members[0]!, [couponId]);
  });
  const look = (clerk: Clerk = shop.clerk, no = sale.purchaseNo) => api.get(PreviewUndo).execute(clerk, no);
  const undo = async (clerk: Clerk = shop.clerk, no = sale.purchaseNo, idempotencyKey = newKey()) =>
    api
      .get(UndoSale)
      .execute({ clerk, purchaseNo: no, idempotencyKey, reason: '用错券', seen: seenIn(await look(clerk, no)) });
  const confirm = async (clerk: Clerk, no = sale.purchaseNo) =>
    api
      .get(DecideUndo)
      .confirm({ clerk, purchaseNo: no, idempotencyKey: newKey(), seen: seenIn(await look(clerk, no)) });
  const settings = (minutes: number, secondAboveFen: number | null) =>
    api.get(ChangeUndoSettings).execute({ minutes, secondAboveFen }, systemActor('test'));
  const coupon = async () =>
    (
      await database.query<{ state: string; graced: number; valid_until: Date }>(
        'SELECT state, graced, valid_until FROM coupons_coupon WHERE id = ?',
        [couponId],
      )
    )[0]!;
  const count = async (table: string): Promise<number> =>
    Number((await database.query<{ n: string }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]!.n);

  it('gives money, points and the SAME coupon back as it was, and every list says so', async () => {
    const preview = await look();
    expect(preview).toMatchObject({
      amountFen: 2700,
      paidBackFen: 2700,
      pointsClawedBack: 77,
      couponReturned: true,
      full: true,
      needsSecond: false,
      until: new Date('2026-06-15T04:30:00.000Z'),
    });
    const key = newKey();
    const answer = await undo(shop.clerk, sale.purchaseNo, key);
    expect(answer).toMatchObject({
      state: 'done',
      refund: { amountFen: 2700, paidBackFen: 2700, couponReturned: true },
    });
    // 30 whole days after the day of the claim, and the grace of a real return still to come.
    expect(await coupon()).toEqual({ state: 'claimed', graced: 0, valid_until: new Date('2026-07-15T16:00:00.000Z') });
    expect((await api.get(LoyaltyDoor).accounts([shop.members[0]!])).get(shop.members[0]!)).toMatchObject({
      available: 0,
    });
    expect(await api.get(ReceiptsRead).byNo(sale.purchaseNo)).toMatchObject({
      refunded: true,
      undoableUntil: null,
      undo: { state: 'done', reason: '用错券', askedBy: '店员甲', decidedBy: '' },
    });
    const audit = await database.query<{ action: string }>(
      "SELECT action FROM platform_audit WHERE subject = ? AND action LIKE 'counter.%'",
      [`purchase:${sale.purchaseNo}`],
    );
    expect(audit).toEqual([{ action: 'counter.purchase-undone' }]);
    expect(await codesOf([undo()])).toEqual(['AlreadyUndone']);
    expect((await sell(shop.members[0]!, [couponId])).discountFen).toBe(500);
    expect(await api.get(LoyaltyDoor).prove()).toMatchObject({ ok: true });
  });

  it('holds for 30 minutes, or as the brand sets it; then only a refund is left', async () => {
    api.clock.set('2026-06-15T04:29:59.999Z');
    expect(await codesOf([look()])).toEqual(['ok']);
    api.clock.set('2026-06-15T04:30:00.000Z');
    expect(await codesOf([look(), look(shop.manager)])).toEqual(['UndoTooLate', 'UndoTooLate']);
    expect(await api.get(ReceiptsRead).byNo(sale.purchaseNo)).toMatchObject({
      undoableUntil: '2026-06-15T04:30:00.000Z',
    });
    await settings(31, null);
    expect(await codesOf([look()])).toEqual(['ok']);
    await settings(0, null);
    expect(await codesOf([look()])).toEqual(['UndoTooLate']);
    expect(await codesOf([settings(-1, null), settings(1441, null), settings(30, -1), settings(0.5, null)])).toEqual(
      Array.from({ length: 4 }, () => 'UndoSettingsInvalid'),
    );
  });

  it('S2 is for who recorded it and for who may refund in that store', async () => {
    const colleague = { ...shop.clerk, staffId: shop.otherClerk.staffId };
    const otherManager = { ...shop.manager, storeIds: [shop.stores[1]] };
    expect(
      await codesOf([
        look(colleague),
        look(shop.otherClerk),
        look(otherManager),
        look(shop.clerk, 'NO-SUCH'),
        look(shop.manager),
      ]),
    ).toEqual(['UndoOthersRecord', 'OtherStore', 'OtherStore', 'PurchaseNotFound', 'ok']);
  });

  it('is no way round a refund: what was refunded in part is not undone, and figures that were not seen are refused', async () => {
    const seen = seenIn(await look());
    const wish = { amountFen: 100 };
    const part = seenIn(
      await api.get(PreviewRefund).execute({ clerk: shop.manager, purchaseNo: sale.purchaseNo, ...wish }),
    );
    const bad = { clerk: shop.clerk, purchaseNo: sale.purchaseNo, idempotencyKey: newKey(), reason: '错单' };
    expect(await codesOf([api.get(UndoSale).execute({ ...bad, seen: { ...seen, amountFen: 2800 } })])).toEqual([
      'RefundChanged',
    ]);
    await api.get(RefundSale).execute({ ...bad, clerk: shop.manager, seen: part, ...wish });
    expect(await codesOf([look(), api.get(UndoSale).execute({ ...bad, seen })])).toEqual([
      'UndoAfterRefund',
      'UndoAfterRefund',
    ]);
    expect(await count('counter_undo')).toBe(0);
  });

  it('waits above the limit for a second person, in a session of his own', async () => {
    // The limit is held against the sum before discounts: ¥32, of which ¥27 were paid.
    await settings(30, 3199);
    expect(await undo()).toEqual({ state: 'waiting', until: '2026-06-15T04:30:00.000Z' });
    expect(await coupon()).toMatchObject({ state: 'redeemed' });
    expect(await count('sales_refund')).toBe(0);
    expect(await api.get(UndosRead).waiting(shop.stores[0])).toMatchObject([
      {
        purchaseNo: sale.purchaseNo,
        grossFen: 3200,
        paidFen: 2700,
        askedBy: '店员甲',
        reason: '用错券',
        state: 'waiting',
      },
    ]);
    expect(await api.get(UndosRead).waiting(shop.stores[1])).toEqual([]);
    const seen = seenIn(await look(shop.manager));
    const by = (clerk: Clerk) =>
      api.get(DecideUndo).confirm({ clerk, purchaseNo: sale.purchaseNo, idempotencyKey: newKey(), seen });
    const otherManager = { ...shop.manager, storeIds: [shop.stores[1]] };
    const self = { ...shop.manager, staffId: shop.clerk.staffId };
    expect(await codesOf([undo(), by(shop.clerk), by(otherManager), by(self)])).toEqual([
      'UndoWaiting',
      'PermissionMissing',
      'OtherStore',
      'UndoNeedsAnother',
    ]);
    expect(await by(shop.manager)).toMatchObject({ amountFen: 2700, couponReturned: true, full: true });
    expect(await coupon()).toMatchObject({ state: 'claimed', graced: 0 });
    expect(await api.get(ReceiptsRead).byNo(sale.purchaseNo)).toMatchObject({
      undo: { state: 'done', askedBy: '店员甲', decidedBy: '店长' },
    });
    expect(await codesOf([by(shop.manager)])).toEqual(['AlreadyUndone']);
    expect(await api.get(UndosRead).waiting(shop.stores[0])).toEqual([]);
  });

  it('a second person may say no, and waits no longer than the time again', async () => {
    await settings(30, 0);
    await undo();
    await api.get(DecideUndo).decline(shop.manager, sale.purchaseNo);
    expect(await codesOf([undo(), confirm(shop.manager)])).toEqual(['UndoDeclined', 'UndoDeclined']);
    const second = await sell();
    await undo(shop.clerk, second.purchaseNo);
    api.clock.advance({ minutes: 30 });
    expect(await codesOf([confirm(shop.manager, second.purchaseNo)])).toEqual(['UndoTooLate']);
    expect(await api.get(ReceiptsRead).byNo(second.purchaseNo)).toMatchObject({ undo: { state: 'lapsed' } });
    expect(await api.get(UndosRead).waiting(shop.stores[0])).toEqual([]);
    expect(await count('sales_refund')).toBe(0);
  });

  it('C12 forty undos of four purchases, with keys of their own, over two processes: each gives money and coupon once', async () => {
    const deskOf = (process: TillProcess, undos: UndoRepository, twins: Twins = {}) =>
      new UndoSale(
        process.get(UnitOfWork),
        process.get(Idempotency),
        new UndoDesk(
          refundStepsOf(process, twins),
          undos,
          process.get(TillSettingsRepository),
          process.get(AuditLog),
          process.get(CLOCK as unknown as Type<TillProcess['clock']>),
        ),
      );
    await provesAbsent<readonly UndoSale[]>({
      reset: async () => {
        await database.truncateAll();
        await open();
      },
      sound: () => processes.map((process) => deskOf(process, process.get(UndoRepository))),
      broken: () =>
        processes.map((process) =>
          deskOf(process, new Forgetful(), { sales: unlockedSales(process), coupons: alwaysBack(process) }),
        ),
      scenario: async (desks) => {
        const members = shop.members.slice(0, 4);
        // No first purchases and no points, so that nothing but the undo itself is raced for.
        await Promise.all(members.map((id) => sell(id)));
        const coupons = await claimFor(api, await aTemplate(api, { amountFen: 50, thresholdFen: 0 }), members);
        const sales = await Promise.all(
          members.map(async (id, i) => {
            const visit = await openVisit(api, shop.clerk, id);
            return record(api, aSale(shop.clerk, visit, { lines: [], amountFen: 90, couponIds: [coupons[i]!] }));
          }),
        );
        const seen = seenIn(await look(shop.clerk, sales[0]!.purchaseNo));
        const { clerk } = shop;
        const order = { clerk, reason: '错单', seen };
        await Promise.allSettled(
          Array.from({ length: 40 }, (_, i) =>
            desks[i % 2]!.execute({ ...order, purchaseNo: sales[i % 4]!.purchaseNo, idempotencyKey: newKey() }),
          ),
        );
        const rows = await database.query<{ n: string; fen: string; back: string }>(
          `SELECT COUNT(*) AS n, SUM(r.amount_fen) AS fen,
                  (SELECT COUNT(*) FROM coupons_redemption c WHERE c.purchase_id = p.id AND c.open IS NULL) AS back
             FROM sales_refund r JOIN sales_purchase p ON p.id = r.purchase_id GROUP BY p.id`,
        );
        const right = rows.filter(({ n, fen, back }) => n === '1' && fen === '40' && back === '1');
        return right.length === 4 ? [] : rows.map(({ n, fen }) => `${n} undos of ¥0.40 paid back ${fen} fen`);
      },
    });
  });
});
