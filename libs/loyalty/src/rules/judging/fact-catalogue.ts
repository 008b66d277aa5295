import { type RuleTrigger } from './rule';

/** How a fact is compared, typed and spoken of. `money` is in fen. */
export type FactType = 'number' | 'money' | 'text' | 'yes-no' | 'list' | 'day' | 'month-day';

export interface FactInfo {
  /** The name in a condition: `{"var": "eligible.amountFen"}`. */
  readonly name: string;
  readonly label: string;
  readonly type: FactType;
  /** What its numbers count (件, 次, 天); null: nothing is said. */
  readonly unit: string | null;
  /** Whole numbers from … to …; null ends are open. For the linter: nothing outside is ever seen. */
  readonly range: readonly [number | null, number | null] | null;
  /** Fixed choices with their words; null: free, or the choices of `from`. */
  readonly choices: readonly (readonly [string, string])[] | null;
  /** What the screens offer as choices. */
  readonly from: 'stores' | 'tiers' | 'tags' | 'categories' | null;
  /** Events that know it; null: all. */
  readonly triggers: readonly RuleTrigger[] | null;
}

const BASKET: readonly RuleTrigger[] = ['purchase'];
const AMOUNT: readonly RuleTrigger[] = ['purchase', 'refund', 'referral-purchased', 'custom'];

const fact = (name: string, label: string, type: FactType, more: Partial<FactInfo> = {}): FactInfo => ({
  name,
  label,
  type,
  unit: null,
  range: type === 'money' || type === 'number' ? [0, null] : null,
  choices: null,
  from: null,
  triggers: null,
  ...more,
});

const WINDOWS: readonly (readonly [string, string])[] = [
  ['d7', '近 7 天'],
  ['d30', '近 30 天'],
  ['d90', '近 90 天'],
  ['d365', '近 365 天'],
];

/** Every fact that a condition may ask, with its words: the documentation of conditions. */
export const FACT_CATALOGUE: readonly FactInfo[] = [
  fact('amountFen', '实付金额', 'money', { triggers: AMOUNT }),
  fact('quantity', '件数', 'number', { triggers: BASKET, unit: '件' }),
  fact('eligible.amountFen', '适用商品金额', 'money', { triggers: BASKET }),
  fact('eligible.quantity', '适用商品件数', 'number', { triggers: BASKET, unit: '件' }),
  fact('eligible.lines', '适用商品种数', 'number', { triggers: BASKET, unit: '种' }),
  fact('categories', '包含品类', 'list', { triggers: BASKET, from: 'categories' }),
  fact('lines', '商品明细', 'list', { triggers: BASKET }),
  fact('ordinal', '第几次消费', 'number', { triggers: BASKET, range: [1, null] }),
  fact('channel', '渠道', 'text', {
    choices: [
      ['store', '门店'],
      ['mini-program', '小程序'],
      ['e-commerce', '电商'],
      ['import', '导入'],
      ['console', '后台'],
      ['open', '开放接口'],
    ],
  }),
  fact('storeId', '门店', 'text', { from: 'stores' }),
  fact('day', '日期', 'day'),
  fact('monthDay', '月日', 'month-day'),
  fact('month', '月份', 'number', { range: [1, 12] }),
  fact('dayOfMonth', '几号', 'number', { range: [1, 31] }),
  fact('weekday', '星期', 'number', {
    range: [1, 7],
    choices: ['一', '二', '三', '四', '五', '六', '日'].map((name, i) => [String(i + 1), `周${name}`] as const),
  }),
  fact('hour', '小时', 'number', { range: [0, 23] }),
  fact('isHoliday', '法定节假日', 'yes-no'),
  fact('holiday', '节日名称', 'text'),
  fact('isWorkday', '工作日（含调休）', 'yes-no'),
  fact('lunarMonthDay', '农历月日', 'month-day'),
  fact('tier', '等级', 'text', { from: 'tiers' }),
  fact('tags', '标签', 'list', { from: 'tags' }),
  fact('daysAsMember', '入会天数', 'number', { unit: '天' }),
  fact('isBirthday', '生日当天', 'yes-no'),
  fact('isBirthdayMonth', '生日当月', 'yes-no'),
  fact('event.streak', '连续签到天数', 'number', { triggers: ['check-in'], range: [1, null] }),
  fact('event.friendOrdinal', '好友第几次消费', 'number', { triggers: ['referral-purchased'], range: [1, null] }),
  fact('event.full', '全额退款', 'yes-no', { triggers: ['refund'] }),
  fact('event.templateId', '核销的券', 'text', { triggers: ['coupon-redeemed'] }),
  fact('event.discountFen', '券抵扣金额', 'money', { triggers: ['coupon-redeemed'] }),
  fact('event.activityId', '活动', 'text', { triggers: ['activity-joined', 'activity-attended', 'survey-answered'] }),
  fact('event.answers', '回答的题数', 'number', { triggers: ['survey-answered'] }),
  fact('event.postId', '内容', 'text', {
    triggers: ['content-read', 'content-liked', 'content-commented', 'content-shared'],
  }),
  fact('event.tier', '进入的等级', 'text', { triggers: ['tier-entered'], from: 'tiers' }),
  fact('event.tagCode', '获得的标签', 'text', { triggers: ['tag-entered'], from: 'tags' }),
  ...WINDOWS.map(([key, words]) => fact(`history.purchases.${key}`, `${words}消费次数`, 'number', { unit: '次' })),
  ...WINDOWS.map(([key, words]) => fact(`history.amountFen.${key}`, `${words}消费金额`, 'money')),
];

/** What is known of one line of the basket, inside `some`, `all` and `none` over `lines`. */
export const LINE_FACTS: ReadonlyMap<string, FactInfo> = new Map(
  [
    fact('sku', '商品', 'text'),
    fact('category', '品类', 'text', { from: 'categories' }),
    fact('quantity', '件数', 'number', { unit: '件' }),
    fact('amountFen', '金额', 'money'),
  ].map((info) => [info.name, info]),
);

const BY_NAME = new Map(FACT_CATALOGUE.map((info) => [info.name, info]));

/** What is known of a fact; names below `event.` belong to the event and are free. */
export const factInfo = (name: string): FactInfo | null =>
  BY_NAME.get(name) ?? (isEventFact(name) ? fact(name, name.slice(6), 'text') : null);

const isEventFact = (name: string): boolean => /^event\.[A-Za-z][A-Za-z0-9_]{0,39}$/.test(name);

/** What a trigger is called in sentences. */
export const TRIGGER_NAMES: Readonly<Record<RuleTrigger, string>> = {
  purchase: '消费',
  refund: '退款',
  'sign-up': '入会',
  'profile-completed': '完善资料',
  birthday: '生日',
  'check-in': '每日签到',
  'coupon-redeemed': '核销优惠券',
  'activity-joined': '报名活动',
  'activity-attended': '到场参加活动',
  'content-read': '阅读内容',
  'content-liked': '点赞内容',
  'content-commented': '评论内容',
  'content-shared': '分享内容',
  'referral-purchased': '邀请的好友消费',
  'survey-answered': '回答问卷',
  'tier-entered': '进入等级',
  'tag-entered': '获得标签',
  custom: '自定义事件',
  schedule: '定期',
};
