import type { Clock } from '@fanloop/kernel';
import { BusinessCalendar, Outbox, UnitOfWork } from '@fanloop/platform';
import type { DataSource } from 'typeorm';
import type { LineDraft, PurchaseDraft } from '../../../libs/sales/src/rules/purchase';
import { MemberCounts } from '../../../libs/sales/src/store/member-counts.repository';
import { PurchaseRepository } from '../../../libs/sales/src/store/purchase.repository';
import { RefundRepository } from '../../../libs/sales/src/store/refund.repository';
import { RecordPurchases } from '../../../libs/sales/src/use-cases/record-purchases.use-case';
import { RefundPurchase } from '../../../libs/sales/src/use-cases/refund-purchase.use-case';

/** The parts of sales on one data source, any of which a test may replace by a broken twin. */
export const salesOn = (
  dataSource: DataSource,
  clock: Clock,
  twins: { purchases?: PurchaseRepository; counts?: MemberCounts; refunds?: RefundRepository } = {},
) => {
  const purchases = twins.purchases ?? new PurchaseRepository();
  const counts = twins.counts ?? new MemberCounts();
  const outbox = new Outbox();
  return {
    unitOfWork: new UnitOfWork(dataSource),
    record: new RecordPurchases(purchases, counts, new BusinessCalendar('Asia/Shanghai'), outbox, clock),
    refund: new RefundPurchase(purchases, twins.refunds ?? new RefundRepository(), outbox, clock),
  };
};

export const aLine = (change: Partial<LineDraft> = {}): LineDraft => ({
  sku: 'tea-1',
  name: '茉莉奶绿',
  category: '茶饮/奶茶',
  quantity: 2,
  grossFen: 3800,
  discountFen: 0,
  amountFen: 3800,
  ...change,
});

let next = 0;
export const aDraft = (change: Partial<PurchaseDraft> = {}): PurchaseDraft => {
  next += 1;
  return {
    source: 'till',
    externalKey: `key-${next}`,
    memberId: '7001',
    storeId: '11',
    zone: 'Asia/Shanghai',
    clerkStaffId: '21',
    channel: 'store',
    occurredAt: new Date('2026-06-15T04:00:00.000Z'),
    lines: [aLine()],
    ...change,
  };
};
