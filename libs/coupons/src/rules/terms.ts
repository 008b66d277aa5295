import type { Fen, StoreId } from '@fanloop/kernel';

/** Something of another context, with the name that it had when it was promised. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/** Where, on what and for whom a coupon counts; `null` means everywhere, everything, everybody. */
export interface Scope {
  readonly stores: readonly StoreId[] | null;
  readonly channels: readonly string[] | null;
  /** A line is eligible when its category or its SKU is named. */
  readonly categories: readonly string[] | null;
  readonly skus: readonly Named[] | null;
  /** Tiers, of which the shopper has one. */
  readonly tiers: readonly Named[] | null;
  /** Tags, of which the shopper has at least one. */
  readonly tags: readonly Named[] | null;
  readonly firstPurchaseOnly: boolean;
}

export const EVERYTHING: Scope = {
  stores: null,
  channels: null,
  categories: null,
  skus: null,
  tiers: null,
  tags: null,
  firstPurchaseOnly: false,
};

/** When within its validity a coupon counts, by the clock on the wall of the store. */
export interface UseTimes {
  /** 1 Monday … 7 Sunday; null: every day. */
  readonly weekdays: readonly number[] | null;
  /** `HH:mm`, half-open; `24:00` is the end of the day. Null: all day. */
  readonly hours: readonly { readonly from: string; readonly until: string }[] | null;
  /** Statutory days off of the Chinese calendar. */
  readonly holidays: 'any' | 'only' | 'never';
  /** Days on which it does not count, `YYYY-MM-DD`, both ends included. */
  readonly blackouts: readonly { readonly from: string; readonly to: string }[];
}

export const ANY_TIME: UseTimes = { weekdays: null, hours: null, holidays: 'any', blackouts: [] };

/**
 * Which coupons it may be used with. `none`: alone. `other-classes`: with coupons of other classes. `all`: with its own class too.
 * Both of a pair must agree.
 */
export interface Stacking {
  /** What people call the group: 满减券, 折扣券. */
  readonly class: string;
  readonly with: 'none' | 'other-classes' | 'all';
}

/** What a coupon takes off. All of it looks at ELIGIBLE lines only. */
export type Benefit =
  /** 满减, 代金: an amount. */
  | { readonly kind: 'cash'; readonly amountFen: Fen }
  /** 折扣: `percent` is what is still paid (85 = 八五折); at most `capFen` is taken off. */
  | { readonly kind: 'percent'; readonly percent: number; readonly capFen: Fen | null }
  /** 阶梯满减: the highest step that is reached. Ascending. */
  | { readonly kind: 'steps'; readonly steps: readonly { readonly thresholdFen: Fen; readonly amountFen: Fen }[] }
  /** 第 N 件 x 折: of the N dearest pieces the cheapest is paid with `percent`. */
  | { readonly kind: 'nth-item'; readonly nth: number; readonly percent: number }
  /** 买 X 赠 Y: of the X + Y dearest pieces the Y cheapest are free. */
  | { readonly kind: 'buy-get'; readonly buy: number; readonly get: number }
  /** 兑换: the dearest eligible piece costs `payFen`. */
  | { readonly kind: 'exchange'; readonly payFen: Fen }
  /** 赠品: nothing off; the clerk hands it over. */
  | { readonly kind: 'gift'; readonly gift: string }
  /** 免运费: the delivery fee, at most `capFen` of it. */
  | { readonly kind: 'free-delivery'; readonly capFen: Fen | null };
export type BenefitKind = Benefit['kind'];

/** Whether a coupon may be given to a friend, once in its life; null: not. */
export interface Giving {
  /** How long a friend has to take it. */
  readonly hours: number;
  /** How many of this template a member may receive as gifts, beside the own claims. */
  readonly perReceiver: number;
}

/** Instants are ISO 8601 UTC text (terms are stored as JSON); `until` is the first instant that no longer counts. */
export type Validity =
  | { readonly kind: 'fixed'; readonly from: string; readonly until: string }
  | { readonly kind: 'days'; readonly days: number };

interface CommonTerms {
  readonly name: string;
  /** Compared with the sum of the ELIGIBLE lines, after the coupons that work before this one. 0: none. */
  readonly thresholdFen: Fen;
  readonly scope: Scope;
  readonly validity: Validity;
  readonly useTimes: UseTimes;
  readonly stacking: Stacking;
  /** A coupon that comes back by a refund is usable for at least so many days more, once; 0: as long as it was. */
  readonly returnGraceDays: number;
  /**
   * A refund of a part leaves less than the coupon asks for. `keep`: the rest keeps its shares of the discount. `deduct`: the discount
   * that is no longer earned is taken from the refund's money.
   */
  readonly belowThreshold: 'keep' | 'deduct';
  readonly giving: Giving | null;
}

/**
 * What a coupon promises. A template's terms are versioned and a version never changes: a coupon names the version that
 * it was claimed under, and no later edit reaches it.
 */
export type CouponTerms = CommonTerms & Benefit;

export type CouponState = 'claimed' | 'locked' | 'redeemed' | 'expired' | 'void';
export type TemplateStatus = 'active' | 'paused' | 'ended';

/** The first instant of the day that lies `days` days after the day of `at`, in the brand's zone. */
export type StartOfDayAfter = (at: Date, days: number) => Date;

/** Terms as they were kept before there were other kinds: cash, of stores and categories, used alone. */
export type KeptTerms = Benefit &
  Omit<CommonTerms, 'scope' | 'useTimes' | 'stacking' | 'belowThreshold' | 'giving'> &
  Partial<Pick<CommonTerms, 'useTimes' | 'stacking' | 'belowThreshold' | 'giving'>> & {
    readonly scope: Partial<Scope>;
  };

export const ALONE: Stacking = { class: '优惠券', with: 'none' };

/** Terms of any age in the shape of now. */
export const termsOf = (kept: KeptTerms): CouponTerms =>
  ({
    ...kept,
    scope: { ...EVERYTHING, ...kept.scope },
    useTimes: kept.useTimes ?? ANY_TIME,
    stacking: kept.stacking ?? ALONE,
    belowThreshold: kept.belowThreshold ?? 'keep',
    giving: kept.giving ?? null,
  }) as CouponTerms;
