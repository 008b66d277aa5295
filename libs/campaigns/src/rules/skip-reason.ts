const TEXTS: Readonly<Record<string, string>> = {
  // What lies with a member.
  MemberClosed: '会员已注销',
  MemberFrozen: '会员已冻结',
  ClaimLimitReached: '已达到每人限领张数',
  // What holds an issue, in the words of a manager: the coupons' own words speak to shoppers.
  StockExhausted: '库存发完了',
  DayClaimsSpent: '今天的张数发完了',
  TemplateNotActive: '这种券已暂停或结束',
  ClaimNotStarted: '还没到这种券的领取时间',
  ClaimEnded: '这种券的领取时间已经结束',
};

/** Why a member of the audience got nothing or less, or an issue does not go on; null for what only the coupons can say. */
export const skipReason = (code: string): string | null => TEXTS[code] ?? null;
