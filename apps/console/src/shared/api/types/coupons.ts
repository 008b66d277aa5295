export type CouponStatus = 'draft' | 'active' | 'paused' | 'ended';
export type CouponValidity = { kind: 'fixed'; from: string; until: string } | { kind: 'days'; days: number };

export interface CouponDraft {
  name: string;
  kind: 'cash';
  amountFen: number;
  thresholdFen: number;
  stockTotal: number;
  perMemberLimit: number;
  validity: CouponValidity;
  stores: string[] | null;
  categories: string[] | null;
  claimFrom: string | null;
  claimUntil: string | null;
}

export interface CouponTemplate extends CouponDraft {
  templateId: string;
  stockLeft: number;
  status: CouponStatus;
  sentence: string;
}

export interface CouponStatistics {
  claimed: number;
  redeemed: number;
  expired: number;
  useRatePercent: number;
  salesFen: number;
  costFen: number;
}
