export interface Today {
  sales: {
    todayFen: number;
    yesterdayFen: number;
    series: { date: string; amountFen: number; purchases: number }[];
  };
  members: { total: number; newToday: number; series: { date: string; newMembers: number }[] };
  secondPurchaseSharePercent: number;
  pointsOutstanding: number;
  todo: { kind: string; title: string; count: number; link: string }[];
}
