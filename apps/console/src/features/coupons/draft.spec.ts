import type { CouponDraft } from '../../shared/api/types';
import { BENEFITS, finishedCoupon, freshCoupon, hasUseConditions, typedCoupon } from './draft';

const coupon = (over: Partial<CouponDraft> = {}): CouponDraft => ({ ...freshCoupon, ...over });

describe('what the coupon form saves', () => {
  it.each(Object.values(BENEFITS))('a threshold beside $kind only where the kind has none of its own', (benefit) => {
    const saved = finishedCoupon(freshCoupon, coupon({ benefit, thresholdFen: 3000 }));
    expect(saved.thresholdFen).toBe(benefit.kind === 'steps' ? 0 : 3000);
  });

  it('steps without a threshold even when the field is gone from the form', () => {
    const { thresholdFen: _gone, ...typed } = coupon({ benefit: BENEFITS.steps });
    expect(typedCoupon(freshCoupon, typed).thresholdFen).toBe(0);
  });

  it('the threshold comes back when the kind is changed back', () => {
    const steps = typedCoupon(freshCoupon, { benefit: BENEFITS.steps, thresholdFen: 3000 });
    expect(steps.thresholdFen).toBe(0);
    expect(typedCoupon(freshCoupon, { benefit: BENEFITS.cash, thresholdFen: 3000 }).thresholdFen).toBe(3000);
  });

  it('lists with nothing in them as no limit', () => {
    const typed = coupon({ categories: [], useTimes: { ...freshCoupon.useTimes, weekdays: [], hours: [] } });
    expect(finishedCoupon(freshCoupon, typed)).toEqual(freshCoupon);
  });
});

describe('the part with more conditions', () => {
  it('is closed while none is set', () => {
    expect(hasUseConditions(freshCoupon)).toBe(false);
  });

  it.each<[string, Partial<CouponDraft>]>([
    ['a tier', { tiers: [{ code: 'gold', name: '金叶' }] }],
    ['first purchases', { firstPurchaseOnly: true }],
    ['hours', { useTimes: { ...freshCoupon.useTimes, hours: [{ from: '14:00', until: '17:00' }] } }],
    ['holidays', { useTimes: { ...freshCoupon.useTimes, holidays: 'never' } }],
    ['days without', { useTimes: { ...freshCoupon.useTimes, blackouts: [{ from: '2026-12-10', to: '2026-12-12' }] } }],
    ['other stacking', { stacking: { class: '满减券', with: 'all' } }],
  ])('is open for %s', (_what, over) => {
    expect(hasUseConditions(coupon(over))).toBe(true);
  });
});
