import type { Named } from './common';

export interface MemberRow {
  memberId: string;
  memberNo: string;
  nickname: string;
  phoneMasked: string | null;
  tier: Named;
  points: number;
  fanTier: Named | string | null;
  joinedAt: string;
  lastPurchaseAt: string | null;
  spent12mFen: number;
  status: string;
}

export interface MemberTag {
  code: string;
  name: string;
  why: string;
  since: string;
}

export interface PointsProof {
  ok: boolean;
  checkedEntries: number;
  lotsSum: number;
  entriesSum: number;
}

export interface MemberConsent {
  purpose: string;
  version: string;
  granted: boolean;
  at: string;
}

export interface MemberDetail {
  memberId: string;
  memberNo: string;
  nickname: string;
  avatarUrl: string | null;
  phoneMasked: string | null;
  birthday: string | null;
  gender: string;
  status: string;
  joinedAt: string;
  tier: Named;
  points: { available: number; pending: number; debt: number; proof: PointsProof };
  consents: MemberConsent[];
  identities: { kind: string; valueMasked: string; at: string }[];
  tags: MemberTag[];
  fanTier: Named | string | null;
  rfm: { r: number; f: number; m: number; asOf: string } | null;
}

export type TimelineKind =
  | 'purchase'
  | 'refund'
  | 'points'
  | 'coupon'
  | 'activity'
  | 'post'
  | 'tag'
  | 'tier'
  | 'profile';

export interface TimelineItem {
  at: string;
  kind: TimelineKind;
  title: string;
  detail: string | null;
  amountFen: number | null;
  points: number | null;
  ref: string | null;
}

export interface MemberCoupon {
  couponId: string;
  couponNo: string;
  name: string;
  amountFen: number;
  thresholdFen: number;
  state: 'claimed' | 'locked' | 'redeemed' | 'expired' | 'void';
  validUntil: string;
  claimedAt: string;
  redeemedAt: string | null;
}
