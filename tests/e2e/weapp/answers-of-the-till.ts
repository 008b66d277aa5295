import type { Answer, paths } from '@fanloop/api-client';
import { coupon } from './answers-of-coupons';

// The answers of the clerk's till; typed by the OpenAPI document as the others are.

type Get<P extends keyof paths> = Answer<P, 'get'>;
type Made<P extends keyof paths> = Answer<P, 'post'>;

const AT = '2026-11-20T06:30:00.000Z';

export const line = { lineNo: 1, name: '陈皮老白', quantity: 1, amountFen: 6800, refundedQuantity: 0, refundedFen: 0 };
const receipt: Get<'/api/clerk/purchases/{purchaseNo}'> = {
  purchaseNo: 'P100',
  at: AT,
  storeName: '静安寺店',
  clerkName: '林掌柜',
  grossFen: 6800,
  discountFen: 1000,
  paidFen: 5800,
  points: 69,
  balanceAfter: 1349,
  why: ['¥58.00 → 58 分'],
  lines: [line],
  couponName: '会员日立减券',
  refunded: false,
  refundState: 'none',
  refundedFen: 0,
  refunds: [],
  undo: null,
  undoableUntil: null,
};
const customer: Made<'/api/clerk/customers/scan'> = {
  visitToken: 'visit-token-1',
  member: { nickname: '小满', avatarUrl: null, memberNoMasked: '8620****0935', joinedAt: AT },
  tier: { code: 'gold', name: '金叶', colour: '#C9A24B' },
  points: { available: 1280 },
  coupons: [coupon],
  lastPurchases: [{ at: AT, storeName: '静安寺店', amountFen: 5600, summary: '陈皮老白' }],
  tastes: ['爱喝岩茶'],
  suggestion: { text: '周末茶会还有 3 席', reason: '参加过一次茶会' },
};
const preview: Made<'/api/clerk/purchases/preview'> = {
  grossFen: 6800,
  discountFen: 0,
  payableFen: 6800,
  points: 81,
  why: ['¥68.00 → 68 分'],
  hint: { missingFen: 1200, morePoints: 20, text: '再买 ¥12.00 可多得 20 分' },
  coupons: [{ couponId: '21', usable: true, reason: null, discountFen: 1000 }],
  best: { couponIds: ['21'], discountFen: 1000, why: '选了 1 张，省 ¥10.00' },
  couponProblem: null,
  gifts: [],
  tierAfter: null,
};
const product: Get<'/api/clerk/products'>['items'][number] = {
  sku: 'T01',
  name: '陈皮老白',
  category: '煮茶',
  priceFen: 3800,
  pictureUrl: null,
};

const undo: Get<'/api/clerk/undos'>['items'][number] = {
  purchaseNo: 'P100',
  state: 'waiting',
  reason: '记错会员',
  askedBy: '林掌柜',
  askedAt: AT,
  decidedBy: '',
  decidedAt: null,
  grossFen: 6800,
  paidFen: 5800,
};

export const answersOfTheTill: readonly (readonly [method: string, path: string, answer: unknown])[] = [
  ['POST', '/clerk/customers/scan', customer],
  ['GET', '/clerk/products', { items: [product] }],
  ['POST', '/clerk/purchases/preview', preview],
  ['POST', '/clerk/purchases', receipt],
  ['GET', '/clerk/purchases', { items: [receipt] }],
  ['GET', '/clerk/purchases/P100', receipt],
  ['GET', '/clerk/undos', { items: [undo] }],
];
