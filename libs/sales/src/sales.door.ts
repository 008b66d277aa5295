import type { MemberId } from '@fanloop/kernel';
import { Reader, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { ProductsRead } from './reads/products.read';
import { PurchasesRead, PurchaseView } from './reads/purchases.read';
import type { Product } from './rules/product';
import type { PurchaseDraft, RecordedPurchase, StandingPurchase } from './rules/purchase';
import type { Refund } from './rules/refund';
import { MemberCounts } from './store/member-counts.repository';
import { ProductRepository } from './store/product.repository';
import { RecordPurchases } from './use-cases/record-purchases.use-case';
import { RefundCommand, RefundPurchase } from './use-cases/refund-purchase.use-case';

/** The parts of the door that only look something up. */
@Injectable()
export class CatalogueDoor {
  constructor(
    private readonly reader: Reader,
    private readonly read: ProductsRead,
    private readonly products: ProductRepository,
    private readonly counts: MemberCounts,
  ) {}

  search(q: string, limit?: number): Promise<Product[]> {
    return this.read.search(q, limit);
  }

  bySku(skus: readonly string[]): Promise<Map<string, Product>> {
    return this.products.bySkus(this.reader, skus);
  }

  async nextOrdinal(memberId: MemberId): Promise<number> {
    return (await this.counts.of(this.reader, memberId)) + 1;
  }
}

/** What other contexts may ask of sales. */
@Injectable()
export class SalesDoor {
  constructor(
    private readonly record: RecordPurchases,
    private readonly refunds: RefundPurchase,
    private readonly purchases: PurchasesRead,
    private readonly catalogue: CatalogueDoor,
  ) {}

  /** Answers in the order of the drafts; a key that was recorded before comes back with `duplicate: true`. */
  recordPurchases(tx: Tx, drafts: readonly PurchaseDraft[]): Promise<RecordedPurchase[]> {
    return this.record.execute(tx, drafts);
  }

  /** The purchase with its row locked. Throws PurchaseNotFound. */
  lockPurchase(tx: Tx, purchaseNo: string): Promise<StandingPurchase> {
    return this.refunds.lock(tx, purchaseNo);
  }

  /**
   * Takes lines, an amount or all that is left of a purchase back, as a fact of its own. The answer holds every line of the
   * purchase with what was refunded before and after. Throws PurchaseNotFound, AlreadyRefunded, Refund…, DeductionNotAllowed.
   */
  refund(tx: Tx, command: RefundCommand): Promise<Refund> {
    return this.refunds.execute(tx, command);
  }

  purchaseByNo(purchaseNo: string): Promise<PurchaseView | null> {
    return this.purchases.byNo(purchaseNo);
  }

  /** The newest purchases of a member of which something is left after refunds. */
  recentOf(memberId: MemberId, limit: number): Promise<PurchaseView[]> {
    return this.purchases.keptBy(memberId, limit);
  }

  purchasesOf(ids: readonly string[]): Promise<Map<string, PurchaseView>> {
    return this.purchases.byIds(ids);
  }

  products(q: string, limit?: number): Promise<Product[]> {
    return this.catalogue.search(q, limit);
  }

  productsBySku(skus: readonly string[]): Promise<Map<string, Product>> {
    return this.catalogue.bySku(skus);
  }

  /** The number that the member's next purchase would get: for previews. */
  nextOrdinalOf(memberId: MemberId): Promise<number> {
    return this.catalogue.nextOrdinal(memberId);
  }
}
