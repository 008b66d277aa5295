import { UnitOfWork } from '@fanloop/platform';
import { MemberCounts } from '../../../libs/sales/src/store/member-counts.repository';
import { PurchaseRepository } from '../../../libs/sales/src/store/purchase.repository';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { aDraft, aLine, salesOn } from './sales-on';

const database = usePrivateDatabase();
const clock = new FixedClock();

/** The twin without the members' row locks: it reads the counts and hopes. */
class UnlockedCounts extends MemberCounts {
  override async lock(tx: Parameters<MemberCounts['lock']>[0], memberIds: readonly string[]) {
    const rows = await tx.query<{ member_id: string; purchases: number }>(
      'SELECT member_id, purchases FROM sales_member_count WHERE member_id IN (?)',
      [memberIds],
    );
    return new Map(rows.map((row) => [row.member_id, row.purchases]));
  }
}

/** The twin that never looks whether a key is there, and writes under a key of its own making. */
class ForgetfulPurchases extends PurchaseRepository {
  override byKeys(): ReturnType<PurchaseRepository['byKeys']> {
    return Promise.resolve(new Map());
  }
  override insert(...[tx, purchases, at]: Parameters<PurchaseRepository['insert']>) {
    return super.insert(
      tx,
      purchases.map((purchase) => ({ ...purchase, externalKey: purchase.purchaseNo })),
      at,
    );
  }
}

describe('recording purchases', () => {
  it('records a batch in order, with lines, business date in the store’s zone and the member’s ordinal', async () => {
    const { unitOfWork, record } = salesOn(database.dataSource, clock);
    const late = new Date('2026-06-14T16:30:00.000Z'); // 00:30 of the 15th in Shanghai
    const result = await unitOfWork.run((tx) =>
      record.execute(tx, [
        aDraft({ memberId: '7002', occurredAt: late }),
        aDraft({ memberId: null, zone: 'America/New_York', occurredAt: late, lines: [aLine(), aLine({ sku: null })] }),
        aDraft({ memberId: '7002', lines: [aLine({ discountFen: 500, amountFen: 3300, couponDiscountFen: 500 })] }),
      ]),
    );
    expect(result.map((p) => [p.memberId, p.ordinalOfMember, p.businessDate, p.netFen, p.lines.length])).toEqual([
      ['7002', 1, '2026-06-15', 3800, 1],
      [null, null, '2026-06-14', 7600, 2],
      ['7002', 2, '2026-06-15', 3300, 1],
    ]);
    expect(result.every((p) => /^[2-9A-Z]{16}$/.test(p.purchaseNo) && !p.duplicate)).toBe(true);
    const [stored] = await database.query<Record<string, string>>(
      'SELECT COUNT(*) AS lines_, SUM(amount_fen) AS paid, SUM(coupon_discount_fen) AS coupon FROM sales_purchase_line',
    );
    expect(stored).toEqual({ lines_: '4', paid: '14700', coupon: '500' });
    const events = await database.query("SELECT name FROM platform_outbox WHERE name = 'sales.purchase-recorded.v1'");
    expect(events).toHaveLength(3);
  });

  it('answers a key that was recorded before, or comes twice, as a duplicate and writes nothing', async () => {
    const { unitOfWork, record } = salesOn(database.dataSource, clock);
    const draft = aDraft();
    const first = await unitOfWork.run((tx) => record.execute(tx, [draft, draft]));
    expect(first.map((p) => p.duplicate)).toEqual([false, true]);
    const again = await unitOfWork.run((tx) => record.execute(tx, [draft, aDraft()]));
    expect(again.map((p) => p.duplicate)).toEqual([true, false]);
    expect(again[0]).toMatchObject({
      purchaseId: first[0]!.purchaseId,
      purchaseNo: first[0]!.purchaseNo,
      netFen: 3800,
    });
    expect(again[1]!.ordinalOfMember).toBe(2);
    expect(await database.query('SELECT id FROM sales_purchase')).toHaveLength(2);
    expect(await database.query('SELECT event_id FROM platform_outbox')).toHaveLength(2);
  });

  it('L13 one purchase that twenty callers record at once is one purchase', async () => {
    await provesAbsent({
      reset: () => database.truncateAll(),
      sound: () => salesOn(database.dataSource, clock),
      broken: () => salesOn(database.dataSource, clock, { purchases: new ForgetfulPurchases() }),
      scenario: async ({ record }) => {
        for (const memberId of ['7003', null]) {
          const draft = aDraft({ memberId });
          const sources = await Promise.all([database.another(5), database.another(5)]);
          const calls = Array.from({ length: 20 }, (_, i) =>
            new UnitOfWork(sources[i % 2]!).run((tx) => record.execute(tx, [draft])),
          );
          await Promise.allSettled(calls);
        }
        const [row] = await database.query<{ n: string; lines_: string; events: string }>(
          `SELECT COUNT(*) AS n, (SELECT COUNT(*) FROM sales_purchase_line) AS lines_,
                  (SELECT COUNT(*) FROM platform_outbox) AS events FROM sales_purchase`,
        );
        return row!.n === '2' && row!.lines_ === '2' && row!.events === '2' ? [] : [JSON.stringify(row)];
      },
    });
  });

  it('L2 purchases of one member recorded at the same moment get different ordinals', async () => {
    await provesAbsent({
      reset: () => database.truncateAll(),
      sound: () => salesOn(database.dataSource, clock),
      broken: () => salesOn(database.dataSource, clock, { counts: new UnlockedCounts() }),
      scenario: async ({ record }) => {
        const sources = await Promise.all([database.another(5), database.another(5)]);
        await Promise.allSettled(
          Array.from({ length: 20 }, (_, i) =>
            new UnitOfWork(sources[i % 2]!).run((tx) => record.execute(tx, [aDraft({ memberId: '7004' })])),
          ),
        );
        const rows = await database.query<{ member_ordinal: number; n: string }>(
          'SELECT member_ordinal, COUNT(*) AS n FROM sales_purchase GROUP BY member_ordinal',
        );
        const double = rows.filter((row) => row.n !== '1').map((row) => `ordinal ${row.member_ordinal} × ${row.n}`);
        return rows.length === 20 ? double : [...double, `${rows.length} ordinals for 20 purchases`];
      },
    });
  });
});
