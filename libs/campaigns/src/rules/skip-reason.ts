const TEXTS: Readonly<Record<string, string>> = {
  MemberClosed: '会员已注销',
  MemberFrozen: '会员已冻结',
  ClaimLimitReached: '已达到每人限领张数',
};

/** Why a member of the audience got nothing or less, as a manager reads it; null for what only the coupons can say. */
export const skipReason = (code: string): string | null => TEXTS[code] ?? null;
