import type { Answer } from '@fanloop/api-client';

// The answers of paid membership; typed by the OpenAPI document as the others are.

type Page = Answer<'/api/member/membership', 'get'>;

const plan: Page['plans'][number] = {
  id: '1',
  version: 1,
  name: '年卡',
  summary: '全年金叶礼遇',
  terms: '',
  priceFen: 19_900,
  duration: { unit: 'month', count: 12 },
  tier: { code: 'gold-leaf', name: '金叶', colour: '#C9A227', benefits: ['1.5 倍积分'] },
  coupons: [{ name: '满 30 减 5', count: 2, worthFen: 500 }],
  usedCoupons: 'deduct',
  saleUntil: null,
  stockLeft: null,
  isRenewal: true,
  isTierHeld: false,
  startsOn: '2026-12-21',
  lastOn: '2027-12-20',
  why: null,
};
const card: Page['cards'][number] = {
  cardNo: '23456789ABCD',
  planId: '1',
  name: '年卡',
  priceFen: 19_900,
  tierCode: 'gold-leaf',
  tierName: '金叶',
  colour: '#C9A227',
  state: 'active',
  isRenewal: false,
  orderedAt: '2025-12-20T06:30:00.000Z',
  paidAt: '2025-12-20T06:30:10.000Z',
  startsOn: '2025-12-20',
  lastOn: '2026-12-20',
  daysLeft: 28,
  endedAt: null,
  refundFen: null,
  refundCause: null,
  refundNote: null,
  couponsMissed: 0,
  paymentNo: null,
  payUntil: null,
};

/** Of the paths below `/api/member`. */
export const answersOfMembership: readonly (readonly [method: string, path: string, answer: unknown])[] = [
  ['GET', '/member/membership', { plans: [plan], cards: [card] } satisfies Page],
];
