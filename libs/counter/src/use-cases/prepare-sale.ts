import { accept, type MemberId, type Outcome, Refusal, reject, unwrap } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import { OrganizationDoor, type Store } from '@fanloop/organization';
import { Reader, SharedLookUp } from '@fanloop/platform';
import { checkAmount, checkQuantity, newPurchaseNo, SalesDoor, TILL_LIMITS } from '@fanloop/sales';
import { Injectable } from '@nestjs/common';
import { type BasketLine, type ListedProduct, linesOf, type PriceCheck, type TillBasket } from '../rules/basket';
import { refuse } from '../rules/refusals';
import { purchaseTimeOf, type Visit } from '../rules/visit';
import { VisitRepository } from '../store/visit.repository';
import { type KnownShopper, ShopperFacts } from './shopper-facts';

export interface SaleQuery extends TillBasket {
  readonly clerk: { readonly staffId: string };
  readonly idempotencyKey?: string;
  readonly visitToken: string;
  readonly storeId: string;
  readonly couponIds: readonly string[];
  readonly occurredAt?: Date | null;
}

/** A sale of which everything is known but what the coupon and the rules make of it. */
export interface PreparedSale {
  readonly purchaseNo: string;
  readonly externalKey: string;
  readonly memberId: MemberId;
  readonly store: Store;
  readonly staffId: string;
  readonly clerkName: string;
  readonly at: Date;
  readonly lines: readonly BasketLine[];
  /** Each once. */
  readonly couponIds: readonly string[];
  /** Known only where coupons are used. */
  readonly shopper: KnownShopper | null;
}

const CHECKS = {
  quantity: (quantity: number, line: number): void => checkQuantity(quantity, line, TILL_LIMITS),
  amount: (fen: number, line: number): void => checkAmount(fen, line, TILL_LIMITS),
};

/**
 * Everything that a sale needs to know, looked up outside the till's transaction. Tills of the same moment share one query
 * for each kind of thing; nothing is cached, so a changed price or a closed member is seen at once.
 */
@Injectable()
export class PrepareSale {
  private readonly visits: SharedLookUp<string, Visit | null>;
  private readonly stores: SharedLookUp<string, Store | null>;
  private readonly active: SharedLookUp<MemberId, boolean>;
  private readonly products: SharedLookUp<string, ListedProduct | null>;
  private readonly clerks: SharedLookUp<string, string>;

  constructor(
    reader: Reader,
    visits: VisitRepository,
    organization: OrganizationDoor,
    members: MembersDoor,
    sales: SalesDoor,
    private readonly shoppers: ShopperFacts,
  ) {
    this.visits = new SharedLookUp((tokens) => visits.find(reader, tokens));
    this.stores = new SharedLookUp(async (ids) => {
      const found = await organization.storesByIds(ids);
      return ids.map((id) => found.get(id) ?? null);
    });
    this.active = new SharedLookUp(async (ids) => {
      const found = await members.summaries([...new Set(ids)]);
      return ids.map((id) => found.get(id)?.status === 'active');
    });
    this.products = new SharedLookUp<string, ListedProduct | null>(async (skus) => {
      const found = await sales.productsBySku([...new Set(skus)]);
      return skus.map((sku) => found.get(sku) ?? null);
    });
    this.clerks = new SharedLookUp(async (ids) => {
      const names = await organization.staffNames(ids);
      return ids.map((id) => names.get(id) ?? '');
    });
  }

  async execute(query: SaleQuery, now: Date): Promise<Outcome<PreparedSale>> {
    const skus = query.lines.flatMap((line) => line.sku ?? []);
    const [visit, store, clerkName, listed] = await Promise.all([
      this.visits.load(query.visitToken),
      this.stores.load(query.storeId),
      this.clerks.load(query.clerk.staffId),
      Promise.all([...new Set(skus)].map((sku) => this.products.load(sku))),
    ]);
    try {
      const use = { staffId: query.clerk.staffId, storeId: query.storeId, now, occurredAt: query.occurredAt ?? null };
      const served = unwrap(purchaseTimeOf(visit, use));
      if (!store) throw refuse('VisitInvalid');
      if (!(await this.active.load(served.visit.memberId))) throw refuse('MemberNotActive');
      return accept({
        purchaseNo: newPurchaseNo(),
        externalKey: `${query.clerk.staffId}:${query.idempotencyKey ?? ''}`,
        memberId: served.visit.memberId,
        store,
        staffId: query.clerk.staffId,
        clerkName,
        at: served.at,
        lines: this.lines(query, listed),
        couponIds: [...new Set(query.couponIds)],
        shopper: query.couponIds.length > 0 ? await this.shoppers.of(served.visit.memberId) : null,
      });
    } catch (error) {
      if (error instanceof Refusal) return reject(error);
      throw error;
    }
  }

  private lines(query: SaleQuery, listed: readonly (ListedProduct | null)[]): BasketLine[] {
    const products = new Map(listed.flatMap((product) => (product ? [[product.sku, product] as const] : [])));
    const prices: PriceCheck = query.occurredAt ? 'stated' : 'list';
    return linesOf(query, products, CHECKS, prices);
  }
}
