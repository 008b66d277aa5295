import { addDays } from '@fanloop/kernel';
import type { Chance } from './chance';
import type { Habit, SampleMember } from './members';
import { type SampleProduct, sampleMenu } from './menu';
import { sampleStores } from './stores';

export interface SamplePurchase {
  readonly externalKey: string;
  readonly member: SampleMember;
  readonly storeCode: string;
  readonly occurredAt: Date;
  readonly lines: readonly { readonly product: SampleProduct; readonly quantity: number }[];
}

/** Local hour of a visit: before work, after lunch, tea time, evening. */
const HOURS: Record<Habit['kind'], readonly (readonly [hour: number, weight: number])[]> = {
  commuter: [
    [8, 5],
    [9, 6],
    [12, 3],
    [13, 4],
    [15, 5],
    [18, 2],
  ],
  weekend: [
    [11, 2],
    [13, 4],
    [14, 6],
    [15, 7],
    [16, 5],
    [19, 3],
  ],
  student: [
    [11, 2],
    [12, 4],
    [16, 4],
    [17, 4],
    [19, 5],
    [20, 6],
    [21, 3],
  ],
  occasional: [
    [10, 2],
    [12, 3],
    [14, 5],
    [15, 5],
    [18, 3],
    [20, 2],
  ],
  gift: [
    [10, 4],
    [11, 4],
    [14, 4],
    [16, 4],
  ],
};

/** Every visit of every member until `until`, in order of time. */
export const samplePurchases = (chance: Chance, members: readonly SampleMember[], until: Date): SamplePurchase[] => {
  const visits = members.flatMap((member) => visitsOf(chance, member, until));
  visits.sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
  return visits.map((visit, index) => ({ ...visit, externalKey: `POS-${String(index + 1).padStart(7, '0')}` }));
};

type Visit = Omit<SamplePurchase, 'externalKey'>;

const visitsOf = (chance: Chance, member: SampleMember, until: Date): Visit[] => {
  const visits: Visit[] = [];
  let day = member.joinedAt;
  while (visits.length < 400) {
    const at = visits.length === 0 ? member.joinedAt : timeOfVisit(chance, day, member.habit);
    if (at >= until) break;
    const month = at.getUTCMonth();
    visits.push({
      member,
      storeCode: chance.happens(0.86) ? member.home.code : chance.pick(sampleStores).code,
      occurredAt: at,
      lines: basket(chance, member.habit, month),
    });
    if (chance.happens(member.habit.leaves)) break;
    day = addDays(at, Math.max(0.8, chance.waiting(member.habit.everyDays) / monthMood(month)));
  }
  return visits;
};

/** Tea sells best in early summer and around the October holidays, least in deep winter. */
const MOOD = [0.8, 0.75, 0.95, 1.05, 1.15, 1.2, 1.2, 1.15, 1.05, 1.1, 0.9, 0.85];
const monthMood = (month: number): number => MOOD[month] ?? 1;

const timeOfVisit = (chance: Chance, day: Date, habit: Habit): Date => {
  const at = new Date(day);
  const weekday = new Date(at.getTime() + 8 * 3_600_000).getUTCDay();
  if (habit.kind === 'weekend' && weekday !== 0 && weekday !== 6 && chance.happens(0.7))
    at.setUTCDate(at.getUTCDate() + (6 - weekday));
  if (habit.kind === 'commuter' && weekday === 0) at.setUTCDate(at.getUTCDate() + 1);
  const [hour] = chance.weighted(HOURS[habit.kind], ([, weight]) => weight);
  at.setUTCHours(hour - 8, chance.whole(0, 59), chance.whole(0, 59), 0);
  return at <= day ? addDays(at, 1) : at;
};

const basket = (chance: Chance, habit: Habit, month: number): SamplePurchase['lines'] => {
  const warm = month >= 4 && month <= 8 ? 1 : month <= 1 || month >= 10 ? -1 : 0;
  const size = chance.weighted([1, 2, 3, 4], (n) => [0, 62, 25, 9, 4][n]!);
  const products = new Map<SampleProduct, number>();
  for (let i = 0; i < size; i += 1) {
    const product = chance.weighted(sampleMenu, (candidate) => appeal(candidate, habit, warm));
    products.set(product, (products.get(product) ?? 0) + (chance.happens(0.06) ? 2 : 1));
  }
  return [...products].map(([product, quantity]) => ({ product, quantity }));
};

const appeal = (product: SampleProduct, habit: Habit, warm: number): number => {
  const season = product.season === 0 || warm === 0 ? 1 : product.season === warm ? 1.8 : 0.5;
  const gift = product.category === '茶礼' ? (habit.kind === 'gift' ? 22 : 1) : 1;
  return product.weight * season * gift;
};
