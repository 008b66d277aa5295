import { and, coupon, has, is, not, points, rule, type Specimen, times } from '../specimen';

/** What members are and do: tiers, tags, joining, taking part. */
export const MEMBERS: readonly Specimen[] = [
  { draft: rule('入会礼', points(20), { trigger: 'sign-up', condition: is('channel', '==', 'mini-program') }) },
  { draft: rule('完善资料礼', points(30), { trigger: 'profile-completed' }) },
  { draft: rule('生日送券', coupon('31'), { trigger: 'birthday', condition: not(is('tier', '==', 'silver-leaf')) }) },
  { draft: rule('每日签到', points(2), { trigger: 'check-in', caps: { perDay: 2, perMonth: 40 } }) },
  { draft: rule('点赞有礼', points(1), { trigger: 'content-liked', caps: { perDay: 3 } }) },
  { draft: rule('评论有礼', points(5), { trigger: 'content-commented', caps: { perDay: 10, perWeek: 30 } }) },
  { draft: rule('分享有礼', points(3), { trigger: 'content-shared', caps: { perDay: 6 } }) },
  {
    draft: rule('活动到场', points(50), { trigger: 'activity-attended', caps: { perMonth: 200 } }),
  },
  { draft: rule('问卷有礼', points(20), { trigger: 'survey-answered' }) },
  {
    draft: rule('好友首单', points(50), {
      trigger: 'referral-purchased',
      condition: is('amountFen', '>=', 2000),
      caps: { perMonth: 500 },
    }),
  },
  { draft: rule('升级礼', coupon('40', 2), { trigger: 'tier-entered', condition: is('tier', '==', 'rock-tea') }) },
  {
    draft: rule('扫码品茶', points(5), {
      trigger: 'custom',
      customEvent: 'tea.tasted',
      condition: is('event.score', '>=', 4),
      caps: { perDay: 5 },
    }),
  },
  { draft: rule('岩茶专享加倍', times(120), { condition: is('tier', '==', 'rock-tea') }) },
  {
    draft: rule('老饕尝新', points(10), {
      condition: and(has('tags', '老饕'), not(has('tags', '沉睡')), is('amountFen', '>=', 4000)),
    }),
  },
  {
    draft: rule('入会百日', points(100), {
      condition: and({ '<=': [100, { var: 'daysAsMember' }, 130] }, is('amountFen', '>=', 2000)),
      caps: { perValidity: 100 },
    }),
  },
  {
    draft: rule(
      '成长加速',
      { kind: 'tier-points', points: 1, perFen: 1000 },
      { condition: is('tier', '==', 'gold-leaf') },
    ),
  },
  {
    draft: rule(
      '大客户标签',
      { kind: 'tag', tagCode: '老饕' },
      { condition: is('history.amountFen.d365', '>=', 500_000) },
    ),
  },
];
