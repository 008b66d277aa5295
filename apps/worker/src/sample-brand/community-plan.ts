export interface SampleCoupon {
  readonly name: string;
  readonly amountFen: number;
  readonly thresholdFen: number;
  readonly stockTotal: number;
  /** Days after the claim. */
  readonly days: number;
  readonly categories: readonly string[] | null;
  /** Share of the active members who claim it. */
  readonly share: number;
}

export const sampleCoupons: readonly SampleCoupon[] = [
  { name: '满 40 减 8', amountFen: 800, thresholdFen: 4000, stockTotal: 2000, days: 30, categories: null, share: 0.45 },
  {
    name: '果茶立减 5 元',
    amountFen: 500,
    thresholdFen: 2000,
    stockTotal: 500,
    days: 14,
    categories: ['果茶'],
    share: 0.3,
  },
  {
    name: '茶礼满 150 减 30',
    amountFen: 3000,
    thresholdFen: 15000,
    stockTotal: 120,
    days: 45,
    categories: ['茶礼'],
    share: 0.12,
  },
];

export interface SampleActivity {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly storeCode: string;
  readonly inDays: number;
  /** Local hour of the beginning. */
  readonly hour: number;
  readonly seats: number;
  readonly share: number;
  readonly picture: string;
}

export const sampleActivities: readonly SampleActivity[] = [
  {
    title: '周末手冲茶会',
    summary: '茶师带你冲一壶龙井，慢慢喝完一个下午',
    body: '从温杯、投茶到三道水，茶师会一步步示范。每位客人都有自己的茶席，结束时带走一小罐当季新茶。\n请提前 10 分钟到店，找店员签到。',
    storeCode: 'HZ01',
    inDays: 5,
    hour: 14,
    seats: 12,
    share: 0.12,
    picture: 'poster-class.svg',
  },
  {
    title: '桂花季新品试饮',
    summary: '三款桂花茶抢先喝，说出你最喜欢的一杯',
    body: '桂花乌龙、桂花酒酿奶茶、桂花糕，一次尝齐。你的评价会印在新品菜单上。',
    storeCode: 'SH01',
    inDays: 9,
    hour: 15,
    seats: 30,
    share: 0.16,
    picture: 'poster-autumn.svg',
  },
  {
    title: '走进茶山 · 一日游',
    summary: '去龙井村看茶树，中午吃一顿农家饭',
    body: '早上 9 点在西溪店集合，大巴往返。适合带孩子一起来。雨天顺延，会提前一天通知。',
    storeCode: 'HZ04',
    inDays: 13,
    hour: 9,
    seats: 40,
    share: 0.1,
    picture: 'poster-spring.svg',
  },
];

export interface SamplePost {
  readonly title: string;
  readonly text: string;
  readonly pictures: readonly string[];
  readonly inDays: number;
  readonly time: string;
  readonly link: 'coupon' | 'activity' | null;
}

/** Published in the last days, and planned for the next ones. */
export const samplePosts: readonly SamplePost[] = [
  {
    title: '霜降之后，喝岩茶',
    text: '天凉了，来一杯武夷岩茶。焙火香，回甘长，配一块绿豆酥刚刚好。',
    pictures: ['menu-tea-ys.svg', 'menu-snk-ldg.svg'],
    inDays: -9,
    time: '10:00',
    link: null,
  },
  {
    title: '会员周：满 40 减 8',
    text: '本周是会员周，券已经放进「优惠券」，人人可领，30 天内有效。',
    pictures: ['menu-frt-pt.svg'],
    inDays: -7,
    time: '09:30',
    link: 'coupon',
  },
  {
    title: '你的那一杯，是什么味道？',
    text: '有人说桂花乌龙像秋天的下午，有人说手打柠檬绿像刚下班。你呢？在评论里告诉我们，点赞最多的一句会写上下个月的杯套。',
    pictures: ['menu-tea-gh.svg', 'menu-frt-nm.svg', 'menu-mlk-hy.svg'],
    inDays: -5,
    time: '15:00',
    link: null,
  },
  {
    title: '周末手冲茶会开放报名',
    text: '12 席，先到先得；满了可以候补，有人取消会自动补上，并第一时间告诉你。',
    pictures: ['poster-class.svg'],
    inDays: -3,
    time: '11:00',
    link: 'activity',
  },
  {
    title: '绍兴仓桥店开门了',
    text: '老街里的新店，临河有六张小桌。开业三天，所有会员双倍积分。',
    pictures: ['store-sx01.svg'],
    inDays: -1,
    time: '09:00',
    link: null,
  },
  {
    title: '今日茶点：桂花糕',
    text: '清早蒸的，中午前卖完。想吃的朋友可以先打电话给门店留一份。',
    pictures: ['menu-snk-ghg.svg'],
    inDays: 1,
    time: '10:30',
    link: null,
  },
  {
    title: '小雪：一杯热的陈年老白茶',
    text: '煮着喝，枣香更浓。',
    pictures: ['menu-tea-lb.svg'],
    inDays: 2,
    time: '09:30',
    link: null,
  },
  {
    title: '茶会前一天提醒',
    text: '明天 14:00 湖滨店见，记得带上会员码签到。',
    pictures: ['poster-class.svg'],
    inDays: 4,
    time: '18:00',
    link: 'activity',
  },
  {
    title: '周末果茶券',
    text: '果茶立减 5 元，周末专属，领完为止。',
    pictures: ['menu-frt-xg.svg'],
    inDays: 6,
    time: '10:00',
    link: 'coupon',
  },
];
