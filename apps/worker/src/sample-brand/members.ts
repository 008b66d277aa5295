import { addDays } from '@fanloop/kernel';
import type { Chance } from './chance';
import { nickname, phone } from './names';
import { type SampleStore, sampleStores } from './stores';

/** How a shopper behaves: who comes daily before work, who at weekends, who once a season. */
export interface Habit {
  readonly kind: 'commuter' | 'weekend' | 'student' | 'occasional' | 'gift';
  /** Days between visits while the shopper stays. */
  readonly everyDays: number;
  /** Chance that a visit was the last one. */
  readonly leaves: number;
  readonly share: number;
}

export const habits: readonly Habit[] = [
  { kind: 'commuter', everyDays: 6, leaves: 0.012, share: 14 },
  { kind: 'weekend', everyDays: 15, leaves: 0.03, share: 26 },
  { kind: 'student', everyDays: 10, leaves: 0.05, share: 18 },
  { kind: 'occasional', everyDays: 45, leaves: 0.12, share: 34 },
  { kind: 'gift', everyDays: 120, leaves: 0.25, share: 8 },
];

export interface SampleMember {
  readonly externalKey: string;
  readonly nickname: string;
  readonly phone: string;
  readonly birthday: string | null;
  readonly joinedAt: Date;
  readonly home: SampleStore;
  readonly habit: Habit;
}

const DAYS = 730;

/** The first member is there from the beginning and never leaves: the WeChat person who is shown first owns this phone. */
const LOYAL_PHONE = '19900000001';
const LOYAL: Habit = { kind: 'commuter', everyDays: 9, leaves: 0, share: 0 };

/** Members who joined over two years before `until`, more of them lately: a brand that grows. */
export const sampleMembers = (chance: Chance, count: number, until: Date): SampleMember[] =>
  Array.from({ length: count }, (_, index) => {
    const daysAgo = 1 + DAYS * chance.unit() ** 1.35;
    const hour = chance.whole(9, 21);
    const joined = addDays(until, -daysAgo);
    joined.setUTCHours(hour - 8, chance.whole(0, 59), chance.whole(0, 59), 0);
    return {
      externalKey: `HY${String(index + 1).padStart(6, '0')}`,
      nickname: nickname(chance),
      phone: index === 0 ? LOYAL_PHONE : phone(index),
      birthday: chance.happens(0.62)
        ? `${chance.whole(1968, 2008)}-${two(chance.whole(1, 12))}-${two(chance.whole(1, 28))}`
        : null,
      joinedAt: index === 0 ? addDays(until, -DAYS + 9) : joined,
      home: chance.weighted(sampleStores, (store) => store.weight),
      habit: index === 0 ? LOYAL : chance.weighted(habits, (habit) => habit.share),
    };
  });

const two = (value: number): string => String(value).padStart(2, '0');
