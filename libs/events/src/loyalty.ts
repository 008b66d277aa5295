export interface LoyaltyEvents {
  'loyalty.points-earned.v1': { memberId: string; points: number; at: string; reference: string };
  'loyalty.points-clawed-back.v1': { memberId: string; points: number; debt: number; at: string; reference: string };
  'loyalty.points-expired.v1': { memberId: string; points: number; at: string };
  'loyalty.tier-changed.v1': { memberId: string; from: string | null; to: string; at: string; cause: string };
}
