import Taro from '@tarojs/taro';

/** Every page of the mini-program, by name. */
export const routes = {
  home: '/pages/home/index',
  coupons: '/pages/coupons/index',
  code: '/pages/code/index',
  couponCode: '/packages/coupons/code',
  couponGive: '/packages/coupons/give',
  couponGift: '/packages/coupons/gift',
  couponGifts: '/packages/coupons/gifts',
  community: '/pages/community/index',
  mine: '/pages/mine/index',
  join: '/packages/join/index',
  points: '/packages/points/index',
  tier: '/packages/points/tier',
  transfer: '/packages/points/transfer',
  mall: '/packages/mall/index',
  mallItem: '/packages/mall/item',
  rewards: '/packages/mall/rewards',
  reward: '/packages/mall/reward',
  membership: '/packages/membership/index',
  activities: '/packages/activities/index',
  activity: '/packages/activities/detail',
  post: '/packages/community/post',
  profile: '/packages/me/profile',
  purchases: '/packages/me/purchases',
  notices: '/packages/me/notices',
  fanStory: '/packages/me/fan-story',
  privacy: '/packages/me/privacy',
  stores: '/packages/stores/index',
  clerk: '/packages/clerk/index',
  clerkCustomer: '/packages/clerk/customer',
  clerkReceipt: '/packages/clerk/receipt',
  clerkToday: '/packages/clerk/today',
  clerkUndos: '/packages/clerk/undos',
  clerkCheckIn: '/packages/clerk/check-in',
  clerkCoupon: '/packages/clerk/coupon',
  clerkPickUp: '/packages/clerk/pick-up',
} as const;

export type Route = (typeof routes)[keyof typeof routes];

const tabs: string[] = [routes.home, routes.coupons, routes.code, routes.community, routes.mine];
const MAX_STACK = 10;

/** Opens a page with its query; tab pages are switched to, and a full page stack is not overrun. */
export const go = (route: string, fields: Record<string, string> = {}): void => {
  const search = Object.keys(fields)
    .map((key) => `${key}=${encodeURIComponent(fields[key] ?? '')}`)
    .join('&');
  if (tabs.indexOf(route) >= 0) {
    void Taro.switchTab({ url: route });
    return;
  }
  const url = search ? `${route}?${search}` : route;
  if (Taro.getCurrentPages().length >= MAX_STACK) void Taro.redirectTo({ url });
  else void Taro.navigateTo({ url });
};

export const replace = (route: string, fields: Record<string, string> = {}): void => {
  const search = Object.keys(fields)
    .map((key) => `${key}=${encodeURIComponent(fields[key] ?? '')}`)
    .join('&');
  void Taro.redirectTo({ url: search ? `${route}?${search}` : route });
};

export const back = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: routes.home });
};

/** Where a to-do's link leads. The server names what it is about; the mini-program knows its own pages. */
export const openLink = (link: string): void => {
  const [kind, id] = link
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^\//, '')
    .split(/[/:]/);
  const byKind: Record<string, () => void> = {
    coupons: () => go(routes.coupons),
    'coupon-gifts': () => go(routes.couponGifts),
    points: () => go(routes.points),
    tier: () => go(routes.tier),
    membership: () => go(routes.membership),
    profile: () => go(routes.profile),
    mall: () => (id ? go(routes.mallItem, { id }) : go(routes.mall)),
    rewards: () => (id ? go(routes.reward, { no: id }) : go(routes.rewards)),
    activities: () => (id ? go(routes.activity, { id }) : go(routes.activities)),
    posts: () => (id ? go(routes.post, { id }) : go(routes.community)),
  };
  const known = kind ? byKind[kind] : undefined;
  if (known) known();
  else if (link.startsWith('/pages') || link.startsWith('/packages')) go(link);
};
