import { Chance } from './chance';
import { sampleMembers } from './members';
import { sampleMenu } from './menu';
import { samplePurchases } from './purchases';
import { sampleStores } from './stores';

const until = new Date('2026-11-23T00:00:00Z');
const make = (seed: number) => {
  const chance = new Chance(seed);
  const members = sampleMembers(chance, 3000, until);
  return { members, purchases: samplePurchases(chance, members, until) };
};

describe('the sample brand', () => {
  const brand = make(20261123);

  it('is the same for the same seed, and another for another', () => {
    const again = make(20261123);
    expect(again.purchases.length).toBe(brand.purchases.length);
    expect(JSON.stringify(again.purchases.slice(0, 200))).toBe(JSON.stringify(brand.purchases.slice(0, 200)));
    expect(make(7).purchases.length).not.toBe(brand.purchases.length);
  });

  it('has twelve stores, a menu, 3,000 members with their own phone numbers, and two years of visits in order', () => {
    expect(sampleStores).toHaveLength(12);
    expect(new Set(sampleMenu.map((product) => product.sku)).size).toBe(sampleMenu.length);
    expect(new Set(brand.members.map((member) => member.phone)).size).toBe(3000);
    for (const member of brand.members) expect(member.phone).toMatch(/^199\d{8}$/);
    expect(brand.purchases.length).toBeGreaterThan(30_000);
    expect(brand.purchases.length).toBeLessThan(90_000);
    brand.purchases.reduce((before, next) => {
      expect(next.occurredAt >= before.occurredAt).toBe(true);
      return next;
    });
    expect(brand.purchases.at(-1)!.occurredAt < until).toBe(true);
  });

  it('has rhythms: busy afternoons, cold drinks in summer, loyal and lost shoppers', () => {
    const count = (wanted: (purchase: (typeof brand.purchases)[number]) => boolean): number =>
      brand.purchases.filter(wanted).length;
    const hour = (purchase: (typeof brand.purchases)[number]): number => (purchase.occurredAt.getUTCHours() + 8) % 24;
    expect(count((p) => hour(p) >= 22 || hour(p) < 7)).toBe(0);
    expect(count((p) => hour(p) === 15)).toBeGreaterThan(count((p) => hour(p) === 10));
    const fruit = (months: number[]): number => {
      const lines = brand.purchases.filter((p) => months.includes(p.occurredAt.getUTCMonth())).flatMap((p) => p.lines);
      return lines.filter((line) => line.product.category === '果茶').length / lines.length;
    };
    expect(fruit([5, 6, 7])).toBeGreaterThan(1.5 * fruit([11, 0, 1]));
    const visits = new Map<string, number>();
    for (const p of brand.purchases) visits.set(p.member.externalKey, (visits.get(p.member.externalKey) ?? 0) + 1);
    const counts = [...visits.values()];
    expect(counts.filter((n) => n === 1).length).toBeGreaterThan(200);
    expect(counts.filter((n) => n >= 50).length).toBeGreaterThan(80);
  });
});
