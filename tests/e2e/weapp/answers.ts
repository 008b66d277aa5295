import type { Answer, paths } from '@fanloop/api-client';
import { answersOfGifts, coupon, template } from './answers-of-coupons';
import { answersOfEvents } from './answers-of-events';
import { answersOfMembership } from './answers-of-membership';
import { answersOfPoints, tier } from './answers-of-points';
import { answersOfTheMall } from './answers-of-the-mall';
import { answersOfTheTill, line } from './answers-of-the-till';
import type { ApiRequest } from './fake-api';

// One answer per route, typed by the OpenAPI document: a route that changes its shape fails to compile here.

export interface Scene {
  enrolled: boolean;
  staff: boolean;
  claimed: boolean;
}
type Get<P extends keyof paths> = Answer<P, 'get'>;
type Made<P extends keyof paths> = Answer<P, 'post'>;

const AT = '2026-11-20T06:30:00.000Z';
const soon = (ms: number): string => new Date(Date.now() + ms).toISOString();

const staff: NonNullable<Made<'/api/member/session'>['staff']> = {
  staffId: '9',
  name: '林掌柜',
  role: 'store-manager',
  permissions: [
    'purchases.record',
    'purchases.refund',
    'coupons.verify',
    'coupons.give',
    'activities.check-in',
    'rewards.hand-over',
  ],
  stores: [{ id: '1', name: '静安寺店' }],
};
const tokens: Answer<'/api/member/session/refresh', 'post'> = {
  accessToken: 'access',
  accessExpiresAt: soon(900_000),
  refreshToken: 'refresh',
  refreshExpiresAt: soon(86_400_000),
};
const me: Get<'/api/member/me'> = {
  memberNo: '862044170935',
  nickname: '小满',
  avatarUrl: null,
  phoneMasked: '138****2049',
  birthday: null,
  gender: 'undisclosed',
  joinedAt: AT,
  status: 'active',
  consents: [{ purpose: 'membership', version: 1, granted: true, at: AT }],
};
const consentTexts: Get<'/api/member/consent-texts'> = {
  items: [
    { purpose: 'membership', version: 1, title: '会员服务条款', text: '用来识别会员身份。', required: true },
    { purpose: 'marketing', version: 1, title: '优惠与活动通知', text: '每周不超过两次。', required: false },
  ],
};
const activity: Get<'/api/member/activities'>['items'][number] = {
  id: '1',
  kind: 'event',
  title: '周末茶会',
  summary: '五款岩茶，一个安静的下午。',
  coverUrl: null,
  startsAt: soon(86_400_000),
  endsAt: soon(90_000_000),
  place: '静安寺店二楼',
  seatsTotal: 16,
  seatsLeft: 3,
  waiting: 0,
  status: 'open',
  myState: 'none',
};
const activityDetail: Get<'/api/member/activities/{id}'> = {
  ...activity,
  myState: 'joined',
  body: '请提前十分钟到场。',
  storeId: '1',
  storeName: '静安寺店',
  signUpUntil: soon(80_000_000),
  myEntryNo: 'E83920',
  waitingPosition: null,
  couponName: '满 30 减 5',
  checkInCode: { code: '558201', validUntil: soon(25_000), stepSeconds: 30 },
  attendees: [{ nickname: '阿岩', avatarUrl: null }],
};
const post: Get<'/api/member/posts/{id}'> = {
  id: '11',
  author: { name: '禾叶茶铺', avatarUrl: null, official: true },
  title: '立冬，煮一壶老白茶',
  text: '小火慢煮，枣香里带一点药香。',
  pictureUrls: ['/api/open/media/a.svg'],
  publishedAt: AT,
  likes: 86,
  comments: 1,
  likedByMe: false,
  pinned: true,
  link: { kind: 'activity', id: '1', title: '周末茶会' },
};
const store: Get<'/api/member/stores'>['items'][number] = {
  id: '1',
  code: 'S01',
  name: '静安寺店',
  address: '南京西路 1618 号',
  phone: '021-62001000',
  lat: 31.2,
  lng: 121.4,
  openHours: '09:30–22:00',
  distanceMeters: 850,
  photoUrl: null,
};
const home: Get<'/api/member/home'> = {
  greetingName: '小满',
  tier,
  points: { available: 1280, pending: 0, debt: 0, expiringSoon: null },
  usableCoupons: 1,
  todos: [{ kind: 'complete-profile', title: '填写生日得 100 积分', subtitle: '生日月还有双倍积分', link: '/profile' }],
  activities: [activity],
  posts: [post],
  nearestStore: store,
};
const memberCode = (): Get<'/api/member/me/code'> => ({
  code: '281234567890123456',
  validUntil: soon(20_000),
  stepSeconds: 30,
  serverTime: soon(0),
  upcoming: [{ code: '289999999999999999', validUntil: soon(50_000) }],
});
const couponsIn = (scene: Scene, url: string): { items: unknown[] } => {
  if (url.includes('state=claimable')) return { items: [template(scene.claimed)] };
  if (url.includes('state=usable')) return { items: scene.claimed ? [coupon] : [] };
  return { items: [{ ...coupon, state: 'redeemed', redeemedAt: AT }] };
};
const purchases: Get<'/api/member/purchases'> = {
  items: [
    {
      purchaseNo: 'P1',
      storeName: '静安寺店',
      at: AT,
      amountFen: 5600,
      discountFen: 0,
      points: 57,
      why: ['¥56.00 → 57 分'],
      couponName: null,
      lines: [line],
      refundState: 'none',
      refundedFen: 0,
      refunds: [],
    },
  ],
  nextCursor: null,
};
const story: Get<'/api/member/me/fan-story'> = {
  tier: { code: 'regular', name: '熟客' },
  since: '2026-08-01',
  score: 68,
  parts: [{ name: '常来坐坐', score: 28, most: 40, why: '最近 90 天来了 11 次' }],
  next: { name: '知己', missing: 12 },
};
const comment: Get<'/api/member/posts/{id}/comments'>['items'][number] = {
  id: '1',
  author: { name: '青团', avatarUrl: null },
  text: '枣香很足',
  at: AT,
  mine: false,
};

type Row = [method: string, pattern: RegExp, answer: (scene: Scene, request: ApiRequest) => unknown];
const row = (method: string, path: string, answer: Row[2]): Row => [method, new RegExp(`^/api${path}$`), answer];

export const answers: readonly Row[] = [
  ...[
    ...answersOfEvents,
    ...answersOfGifts,
    ...answersOfPoints,
    ...answersOfTheMall,
    ...answersOfMembership,
    ...answersOfTheTill,
  ].map(([method, path, answer]) => row(method, path, () => answer)),
  row('POST', '/member/session', (scene) => ({ tokens, enrolled: scene.enrolled, staff: scene.staff ? staff : null })),
  row('POST', '/member/session/refresh', () => tokens),
  row('GET', '/member/consent-texts', () => consentTexts),
  row('POST', '/member/enrolment', (scene) => {
    scene.enrolled = true;
    return { member: me, tokens };
  }),
  row('GET', '/member/me', () => me),
  row('GET', '/member/me/code', memberCode),
  row('GET', '/member/me/fan-story', () => story),
  row('GET', '/member/home', () => home),
  row('GET', '/member/stores', () => ({ items: [store] })),
  row('GET', '/member/coupons', (scene, request) => couponsIn(scene, request.url)),
  row('POST', '/member/coupons/templates/1/claims', (scene) => {
    scene.claimed = true;
    return coupon;
  }),
  row('GET', '/member/activities', () => ({ items: [activity] })),
  row('GET', '/member/activities/1', () => activityDetail),
  row('GET', '/member/posts', () => ({ items: [post], nextCursor: null })),
  row('GET', '/member/posts/11', () => post),
  row('GET', '/member/posts/11/comments', () => ({ items: [comment], nextCursor: null })),
  row('GET', '/member/purchases', () => purchases),
  row('GET', '/clerk/me', () => staff),
  row('GET', '/clerk/activities', () => ({ items: [activity] })),
  row('POST', '/clerk/coupons/lookup', () => ({ ...coupon, usableHere: true, reason: null })),
];
