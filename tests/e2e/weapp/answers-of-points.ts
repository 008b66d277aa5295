import type { Answer, paths } from '@fanloop/api-client';

// The answers of points and tiers; typed by the OpenAPI document as the others are.

type Get<P extends keyof paths> = Answer<P, 'get'>;

const AT = '2026-11-20T06:30:00.000Z';
const soon = (ms: number): string => new Date(Date.now() + ms).toISOString();

export const tier: Get<'/api/member/points'>['tier'] = {
  code: 'gold',
  name: '金叶',
  colour: '#C9A24B',
  multiplierPercent: 120,
  basis: 'tier-points',
  qualifying: 3120,
  qualifyingText: '3,120 成长值',
  windowFrom: '2025-06-16',
  windowTo: '2026-06-15',
  next: { code: 'rock', name: '岩茶', enterAt: 5000, missing: 1880, hint: '再得 1,880 成长值升级岩茶' },
  progressPercent: 53,
  keep: {
    code: 'gold',
    name: '金叶',
    keepAt: 800,
    counted: 500,
    countedText: '500 成长值',
    missing: 300,
    from: '2026-01-01',
    until: '2026-12-31',
    graceUntil: null,
    keptUntil: '2027-12-31',
    progressPercent: 62,
    hint: '再得 300 成长值可保级至 2027年12月31日',
  },
  grantUntil: null,
  benefits: ['积分 ×1.2'],
  tiers: [
    {
      code: 'gold',
      name: '金叶',
      colour: '#C9A24B',
      enterAt: 1000,
      enterText: '1,000 成长值',
      benefits: ['积分 ×1.2'],
    },
  ],
};
const points: Get<'/api/member/points'> = {
  available: 1280,
  pending: 0,
  debt: 0,
  lotsExpiring: [{ points: 120, expiresAt: soon(864_000_000) }],
  lotsPending: [{ points: 20, activateAt: soon(259_200_000), activateOn: null }],
  transfersEnabled: true,
  tier,
  waysToEarn: ['每消费 ¥1 得 1 积分'],
};
const transferTerms: Get<'/api/member/points/transfers/terms'> = {
  enabled: true,
  leastPoints: 10,
  dailyPoints: 1000,
  dailyTimes: 3,
  pointsLeftToday: 970,
  timesLeftToday: 2,
  available: 1280,
};
const transfers: Get<'/api/member/points/transfers'> = {
  items: [{ transferId: 'a', direction: 'out', name: '小*', points: 30, at: soon(-86_400_000) }],
  nextCursor: null,
};
const tierHistory: Get<'/api/member/tier/history'> = {
  items: [{ at: AT, kind: 'rise', from: '银叶', to: '金叶', why: '消费 ¥38.00 后达到 1,000 成长值，升为金叶' }],
};
const entries: Get<'/api/member/points/entries'> = {
  items: [
    {
      entryId: '1',
      kind: 'earn',
      points: 57,
      pending: 0,
      balanceAfter: 1280,
      at: AT,
      title: '消费得积分',
      why: ['¥38.00 → 38 分'],
      purchaseNo: 'P1',
      storeName: '静安寺店',
    },
  ],
  nextCursor: null,
};

export const answersOfPoints: readonly (readonly [method: string, path: string, answer: unknown])[] = [
  ['GET', '/member/points', points],
  ['GET', '/member/points/entries', entries],
  ['GET', '/member/points/transfers/terms', transferTerms],
  ['GET', '/member/points/transfers', transfers],
  ['GET', '/member/tier/history', tierHistory],
];
