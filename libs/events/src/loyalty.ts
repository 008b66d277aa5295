/** What a rule hands out beside points; the context that owns it makes it real. */
export type GrantedReward =
  | { kind: 'coupon'; templateId: string; count: number }
  | { kind: 'tag'; tagCode: string }
  | { kind: 'message'; title: string; text: string };

export interface LoyaltyEvents {
  'loyalty.points-earned.v1': { memberId: string; points: number; at: string; reference: string };
  'loyalty.points-clawed-back.v1': { memberId: string; points: number; debt: number; at: string; reference: string };
  'loyalty.points-expired.v1': { memberId: string; points: number; at: string };
  /** Pending points that became spendable. */
  'loyalty.points-activated.v1': { memberId: string; points: number; at: string };
  /** `points` die at `expiresAt`, which is `daysLeft` days away. */
  'loyalty.points-expiring.v1': { memberId: string; points: number; expiresAt: string; daysLeft: number; at: string };
  'loyalty.points-transferred.v1': {
    fromMemberId: string;
    toMemberId: string;
    points: number;
    at: string;
    transferId: string;
  };
  'loyalty.tier-changed.v1': { memberId: string; from: string | null; to: string; at: string; cause: string };
  /** A window ended below what keeps the tier: it is lost after the day `until` unless `missing` comes (in the unit of the brand's basis). */
  'loyalty.tier-at-risk.v1': { memberId: string; tier: string; until: string; missing: number; at: string };
  /** A benefit of the tier that is due once; `reference` names it. Points are credited already, coupons are for their context. */
  'loyalty.benefit-due.v1':
    | {
        memberId: string;
        kind: 'coupon';
        templateId: string;
        count: number;
        reference: string;
        reason: string;
        at: string;
      }
    | { memberId: string; kind: 'points'; points: number; reference: string; reason: string; at: string };
  /** `reference` and `ruleId` together name the grant: whoever hands it out does so once. */
  'loyalty.reward-granted.v1': {
    memberId: string;
    ruleId: string;
    ruleVersion: number;
    ruleName: string;
    reference: string;
    storeId: string | null;
    reward: GrantedReward;
    at: string;
  };
  /** The purchase behind the grants of `reference` was refunded as a whole. */
  'loyalty.reward-withdrawn.v1': {
    memberId: string;
    ruleId: string;
    reference: string;
    reward: GrantedReward;
    at: string;
  };
  /** The member who invited became known after the account had been used: purchases before count for him too. */
  'loyalty.inviter-known.v1': { memberId: string; inviterMemberId: string; at: string };
  'loyalty.checked-in.v1': { memberId: string; day: string; streak: number; at: string };
}
