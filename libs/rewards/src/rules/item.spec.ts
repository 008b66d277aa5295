import { assertDraft, assertStatusChange, type ItemDraft, type ItemKind, type ItemStatus, isPickedUp } from './item';

const draft = (more: Partial<ItemDraft> = {}): ItemDraft => ({
  title: '随行杯',
  summary: '',
  terms: '',
  pictureUrl: null,
  pricePoints: 800,
  priceFen: 0,
  worthFen: null,
  perMemberLimit: 1,
  minTier: null,
  availableFrom: null,
  availableUntil: null,
  templateId: null,
  storeIds: null,
  pickUpDays: 14,
  position: 0,
  ...more,
});

const problem = (work: () => void): string => {
  try {
    work();
  } catch (error) {
    const { code, details } = error as { code: string; details: { problem?: string } };
    return details.problem ?? code;
  }
  return 'none';
};

describe('an item of the mall', () => {
  it.each<[string, ItemKind, Partial<ItemDraft>, string]>([
    ['whole', 'goods', {}, 'none'],
    ['without a name', 'goods', { title: ' ' }, '名称不能为空'],
    ['for nothing', 'goods', { pricePoints: 0 }, '积分价格至少 1 分'],
    ['for half a point', 'goods', { pricePoints: 0.5 }, '积分价格至少 1 分'],
    ['for more points than there are', 'goods', { pricePoints: 100_000_001 }, '积分价格至少 1 分'],
    ['for less than no money', 'goods', { priceFen: -1 }, '现金价格有误'],
    ['with a part in ¥', 'goods', { priceFen: 990, pickUpDays: 300 }, 'none'],
    ['paid, and kept for too long', 'goods', { priceFen: 990, pickUpDays: 301 }, '含现金的商品最多保留 300 天'],
    ['nobody may have', 'goods', { perMemberLimit: 0 }, '每人限兑 1 至 1000 件'],
    ['without a limit', 'goods', { perMemberLimit: null }, 'none'],
    [
      'over before it begins',
      'goods',
      { availableFrom: new Date(2), availableUntil: new Date(2) },
      '结束时间须晚于开始时间',
    ],
    ['a coupon of no template', 'coupon', {}, '优惠券商品要选择一种优惠券，其他商品不选'],
    ['a coupon', 'coupon', { templateId: '7' }, 'none'],
    ['goods with a template', 'goods', { templateId: '7' }, '优惠券商品要选择一种优惠券，其他商品不选'],
    ['picked up nowhere', 'goods', { storeIds: [] }, '请至少选择一家门店'],
    ['kept for no day', 'goods', { pickUpDays: 0 }, '保留天数为 1 至 365 天'],
  ])('%s', (_, kind, more, expected) => {
    expect(problem(() => assertDraft(kind, draft(more)))).toBe(expected);
  });

  it.each<[ItemStatus, ItemStatus, string]>([
    ['draft', 'active', 'none'],
    ['active', 'paused', 'none'],
    ['paused', 'active', 'none'],
    ['active', 'ended', 'none'],
    ['draft', 'paused', 'ItemStatusForbids'],
    ['ended', 'active', 'ItemStatusForbids'],
    ['active', 'draft', 'ItemStatusForbids'],
  ])('goes from %s to %s: %s', (from, to, expected) => {
    expect(problem(() => assertStatusChange(from, to))).toBe(expected);
  });

  it('only goods and promises wait in a store', () => {
    const kinds: ItemKind[] = ['coupon', 'goods', 'code', 'entitlement', 'donation'];
    expect(kinds.filter(isPickedUp)).toEqual(['goods', 'entitlement']);
  });
});
