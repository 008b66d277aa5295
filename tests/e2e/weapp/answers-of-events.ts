import type { Answer, paths } from '@fanloop/api-client';

// The answers of check-ins, the inbox, and reading; typed by the OpenAPI document as the others are.

type Get<P extends keyof paths> = Answer<P, 'get'>;
type Made<P extends keyof paths> = Answer<P, 'post'>;

const days = ['2026-11-14', '2026-11-15', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];
const checkIns: Get<'/api/member/check-ins'> = {
  day: '2026-11-20',
  checkedIn: false,
  streak: 2,
  week: days.map((day, i) => ({ day, checkedIn: i === 4 || i === 5 })),
  offered: true,
  waysToEarn: ['每日签到时，奖励 2 分。'],
  points: 2,
  coupons: 0,
};
const checkedIn: Made<'/api/member/check-ins'> = {
  day: '2026-11-20',
  streak: 3,
  again: false,
  points: 2,
  why: ['每日签到：+2 分'],
};
const notices: Get<'/api/member/notices'> = {
  items: [
    {
      id: '5',
      title: '120 积分即将到期',
      text: '您有 120 积分将在 11月27日 结束后到期，还有 7 天，记得用掉。',
      link: 'points',
      at: '2026-11-20T06:30:00.000Z',
      readAt: null,
    },
  ],
  nextCursor: null,
  unread: 1,
};

/** Of the paths below `/api/member`. */
export const answersOfEvents: readonly (readonly [method: string, path: string, answer: unknown])[] = [
  ['GET', '/member/check-ins', checkIns],
  ['POST', '/member/check-ins', checkedIn],
  ['GET', '/member/notices', notices],
  ['POST', '/member/notices/read', { unread: 0 } satisfies Made<'/api/member/notices/read'>],
  ['POST', '/member/posts/11/read', { counted: true } satisfies Made<'/api/member/posts/{id}/read'>],
];
