import { type Sellable, whyNotBuy, whyNotOnSale } from './buy';
import { type CardState, shownState, whyNotRefund } from './card';
import { assertPlan, assertStatusChange, isSameTerms, type PlanDraft } from './plan';
import { reminderDue } from './reminder';

const NOW = new Date('2026-06-15T04:00:00Z');
const PLAN: Sellable = {
  ...{ status: 'active', version: 2, sold: 3, stockTotal: 5, saleFrom: null, saleUntil: null, position: 0 },
};
const DRAFT: PlanDraft = {
  ...{ name: '年卡', summary: '', terms: '', priceFen: 19_900, duration: { unit: 'month', count: 12 } },
  ...{ tierCode: 'gold', coupons: [], usedCoupons: 'deduct', reminderDays: [7, 1] },
  ...{ saleFrom: null, saleUntil: null, stockTotal: null, position: 0 },
};

describe('a plan on sale', () => {
  it.each<[string, Partial<Sellable>, string | undefined]>([
    ['on sale', {}, undefined],
    ['the last one is gone', { sold: 5 }, 'PlanSoldOut'],
    ['without a limit', { stockTotal: null, sold: 999_999 }, undefined],
    ['paused', { status: 'paused' }, 'PlanNotOnSale'],
    ['a draft', { status: 'draft' }, 'PlanNotOnSale'],
    ['ended', { status: 'ended' }, 'SaleOver'],
    ['begins this instant', { saleFrom: NOW }, undefined],
    ['begins later', { saleFrom: new Date(NOW.getTime() + 1) }, 'SaleNotStarted'],
    ['is over this instant', { saleUntil: NOW }, 'SaleOver'],
  ])('%s', (_, more, code) => expect(whyNotOnSale({ ...PLAN, ...more }, NOW)?.code).toBe(code));

  it.each([
    ['as it was shown', 2, false, false, false, undefined],
    ['a renewal as it was shown', 2, true, true, false, undefined],
    ['other terms meanwhile', 1, false, false, false, 'TermsChanged'],
    ['a card runs that the screen did not know', 2, false, true, false, 'CardRunning'],
    ['the card has ended meanwhile', 2, true, false, false, 'CardNotRunning'],
    ['a renewal waits already', 2, true, true, true, 'RenewalWaits'],
  ])('%s', (_, version, isRenewal, isRunning, isWaiting, code) =>
    expect(whyNotBuy(2, { version, isRenewal }, { isRunning, isWaiting })?.code).toBe(code),
  );

  it.each<[string, Partial<PlanDraft>]>([
    ['no name', { name: ' ' }],
    ['a price of nothing', { priceFen: 0 }],
    ['a price below nothing', { priceFen: -1 }],
    ['a part of a fen', { priceFen: 1.5 }],
    ['no months', { duration: { unit: 'month', count: 0 } }],
    ['too many months', { duration: { unit: 'month', count: 37 } }],
    ['too many days', { duration: { unit: 'day', count: 1097 } }],
    ['no tier', { tierCode: '' }],
    ['21 coupons', { coupons: [{ templateId: '1', name: '', count: 21, worthFen: 0 }] }],
    ['one coupon twice', { coupons: [1, 1].map(() => ({ templateId: '1', name: '', count: 1, worthFen: 0 })) }],
    ['a reminder twice', { reminderDays: [7, 7] }],
    ['a reminder before the card', { reminderDays: [61] }],
    ['a sale that ends before it begins', { saleFrom: NOW, saleUntil: NOW }],
    ['a limit below nothing', { stockTotal: -1 }],
  ])('refuses %s', (_, more) => expect(() => assertPlan({ ...DRAFT, ...more })).toThrow('PlanInvalid'));

  it('changes its state only forward, and its version only when the terms change', () => {
    assertPlan(DRAFT);
    expect(() => assertStatusChange('ended', 'active')).toThrow('PlanStatusForbids');
    expect(() => assertStatusChange('active', 'active')).toThrow('PlanStatusForbids');
    assertStatusChange('paused', 'active');
    expect(isSameTerms(DRAFT, { ...DRAFT, position: 9 } as PlanDraft)).toBe(true);
    expect(isSameTerms(DRAFT, { ...DRAFT, priceFen: 1 })).toBe(false);
  });
});

describe('a card', () => {
  const card = (state: CardState, startsOn: string | null, lastOn: string | null) => ({ state, startsOn, lastOn });
  it.each([
    ['active', '2026-06-15', '2026-07-15', 'active'],
    ['active', '2026-05-14', '2026-06-14', 'ended'],
    ['active', '2026-05-15', '2026-06-15', 'active'],
    ['upcoming', '2026-06-16', '2026-07-16', 'upcoming'],
    ['upcoming', '2026-06-15', '2026-07-15', 'active'],
    ['refunded', '2026-06-15', '2026-07-15', 'refunded'],
  ] as const)('%s from %s to %s is %s on 15 June', (state, startsOn, lastOn, shown) =>
    expect(shownState(card(state, startsOn, lastOn), '2026-06-15')).toBe(shown),
  );

  it.each([
    ['CardNotPaid', 'ordered', null, null, false],
    ['CardNotPaid', 'closed', null, null, false],
    ['CardRefunded', 'refunded', '2026-06-15', '2026-07-15', false],
    ['CardEnded', 'active', '2026-05-15', '2026-06-14', false],
    ['RenewalFirst', 'active', '2026-06-15', '2026-07-15', true],
    [undefined, 'upcoming', '2026-06-16', '2026-07-15', false],
  ] as const)('%s for one that is %s', (code, state, startsOn, lastOn, isRenewed) => {
    const held = { ...card(state, startsOn, lastOn), paidAt: NOW };
    expect(whyNotRefund(held, { now: NOW, today: '2026-06-15', isRenewed })?.code).toBe(code);
  });

  it('a payment of more than a year ago does not go back the same way', () => {
    const held = { ...card('active', '2025-06-15', '2028-06-15'), paidAt: new Date('2025-06-15T04:00:00Z') };
    expect(whyNotRefund(held, { now: NOW, today: '2026-06-15', isRenewed: false })?.code).toBe('RefundTooLong');
  });

  it.each([
    [[7, 1], 8, null],
    [[7, 1], 7, 7],
    [[7, 1], 4, 7],
    [[7, 1], 1, 1],
    [[7, 1], 0, 1],
    [[7, 1], -1, null],
    [[], 0, null],
  ])('reminders %j with %i days left: %s', (days, left, due) => expect(reminderDue(days, left)).toBe(due));
});
