/** What the shopper gets told, as plain JSON: it is stored with the idempotency key. */
export interface Receipt {
  readonly purchaseNo: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly storeName: string;
  readonly clerkName: string;
  readonly grossFen: number;
  readonly discountFen: number;
  readonly paidFen: number;
  readonly points: number;
  readonly balanceAfter: number;
  readonly why: readonly string[];
  readonly lines: readonly { readonly name: string; readonly quantity: number; readonly amountFen: number }[];
  readonly couponName: string | null;
  readonly refunded: boolean;
}
