export interface PurchaseLineFact {
  sku: string | null;
  category: string | null;
  quantity: number;
  /** Paid after discounts. */
  amountFen: number;
}

export interface SalesEvents {
  'sales.purchase-recorded.v1': {
    purchaseId: string;
    purchaseNo: string;
    memberId: string | null;
    storeId: string;
    channel: string;
    source: string;
    at: string;
    /** `YYYY-MM-DD` in the store's zone. */
    businessDate: string;
    netFen: number;
    lines: PurchaseLineFact[];
    /** 1 = the member's first purchase; absent in events from before it was told. */
    ordinalOfMember?: number | null;
  };
  'sales.purchase-refunded.v1': {
    refundId: string;
    purchaseId: string;
    memberId: string | null;
    storeId: string;
    at: string;
    /** Taken off the sale. The money paid back is less by `deductedFen`. */
    amountFen: number;
    /** True when nothing of the purchase is left after this refund. */
    full: boolean;
    /** What this refund took of each line it touched; absent in events from before refunds by line. */
    lines?: (PurchaseLineFact & { lineNo: number })[];
    /** Kept back from the money for points that were spent already. */
    deductedFen?: number;
  };
}
