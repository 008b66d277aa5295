import type { Answer, paths } from '@fanloop/api-client';

// The answers of the points mall; typed by the OpenAPI document as the others are.

type Get<P extends keyof paths> = Answer<P, 'get'>;

const AT = '2026-11-20T06:30:00.000Z';
const cake: Get<'/api/member/mall/items'>['items'][number] = {
  id: '3',
  kind: 'goods',
  title: '桂花糕一份',
  summary: '清早蒸的',
  pictureUrl: null,
  pricePoints: 60,
  priceFen: 0,
  worthFen: 1200,
  stockLeft: 48,
  perMemberLimit: 2,
  held: 0,
  minTierName: null,
  availableFrom: null,
  availableUntil: null,
  why: null,
};
const cup: typeof cake = {
  ...cake,
  id: '4',
  title: '青瓷随行杯',
  pricePoints: 2000,
  why: { code: 'PointsShort', text: '还差 720 积分' },
};
const reward: Get<'/api/member/rewards/{rewardNo}'> = {
  rewardNo: 'R23456789ABC',
  kind: 'goods',
  title: '桂花糕一份',
  terms: '凭取货码到店领取。',
  pictureUrl: null,
  pricePoints: 60,
  priceFen: 0,
  state: 'ready',
  payment: null,
  refund: null,
  redeemedAt: AT,
  expiresAt: '2026-12-20T16:00:00.000Z',
  endedAt: null,
  cancelCause: null,
  cancelNote: null,
  pickUpCode: '23456789ABCD',
  code: null,
  storeNames: null,
  storeName: null,
};
const pot: typeof cake = { ...cake, id: '5', title: '手冲壶', pricePoints: 300, priceFen: 3990 };
const reserved: typeof reward = {
  ...reward,
  rewardNo: 'R23456789ABD',
  title: '手冲壶',
  pricePoints: 300,
  priceFen: 3990,
  state: 'reserved',
  pickUpCode: null,
  payment: {
    paymentNo: 'P23456789ABCDEFGHJKMNPQR',
    amountFen: 3990,
    expiresAt: '2036-11-20T06:45:00.000Z',
    isPaid: false,
  },
};
/** As the server signs them. */
export const payParameters: Answer<'/api/member/payments/{paymentNo}/parameters', 'post'> = {
  appId: 'wx-shop',
  timeStamp: '1763620200',
  nonceStr: 'n0nce',
  package: 'prepay_id=wx1',
  signType: 'RSA',
  paySign: 'c2lnbmVk',
};
const paid: Answer<'/api/member/payments/{paymentNo}/confirmation', 'post'> = {
  ...{ paymentNo: reserved.payment!.paymentNo, description: '手冲壶', amountFen: 3990, state: 'paid' },
  ...{ expiresAt: AT, paidAt: AT, reservedFen: 0, refundedFen: 0 },
};
const item: Get<'/api/member/mall/items/{id}'> = {
  available: 1280,
  item: { ...cake, terms: '凭取货码到店领取。', pickUpDays: 30, storeNames: null },
};

/** Of the paths below `/api/member`. */
export const answersOfTheMall: readonly (readonly [method: string, path: string, answer: unknown])[] = [
  ['GET', '/member/mall/items', { available: 1280, items: [cake, cup, pot] } satisfies Get<'/api/member/mall/items'>],
  ['GET', '/member/mall/items/3', item],
  ['GET', '/member/rewards', { items: [reserved, reward], nextBefore: null } satisfies Get<'/api/member/rewards'>],
  ['GET', '/member/rewards/R23456789ABC', reward],
  ['GET', '/member/rewards/R23456789ABD', reserved],
  ['POST', '/member/payments/P23456789ABCDEFGHJKMNPQR/parameters', payParameters],
  ['POST', '/member/payments/P23456789ABCDEFGHJKMNPQR/confirmation', paid],
];
