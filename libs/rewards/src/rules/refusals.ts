import { refusals } from '@fanloop/kernel';

export const refuse = refusals({
  ItemNotFound: { zh: '没有找到这件商品', en: 'There is no such item', status: 404 },
  ItemInvalid: { zh: '商品设置有误：{problem}', en: 'The item is not valid: {problem}', status: 400 },
  ItemStatusForbids: { zh: '商品现在的状态不允许这样做', en: 'The state of the item does not allow this' },
  StockBelowTaken: { zh: '库存不够减：现在只剩 {left} 件', en: 'Only {left} are left to take away' },
  StockFromCodes: {
    zh: '兑换码商品的库存来自导入的兑换码',
    en: 'The stock of this item comes from the codes that are imported',
  },
  NotACodeItem: { zh: '只有兑换码商品可以导入兑换码', en: 'Codes belong to items of the kind code' },
  CodesInvalid: { zh: '兑换码有误：{problem}', en: 'The codes are not valid: {problem}', status: 400 },
  ItemNotOpen: { zh: '这件商品暂时不能兑换', en: 'This item cannot be redeemed now' },
  ItemNotStarted: { zh: '还没到兑换时间', en: 'Redeeming has not started yet' },
  ItemOver: { zh: '兑换时间已经结束', en: 'Redeeming has ended' },
  TierTooLow: { zh: '{tier}及以上会员可兑', en: 'For members of {tier} and above' },
  LimitReached: { zh: '每人限兑 {limit} 件，您已经兑够了', en: 'Each member may redeem {limit} of these' },
  SoldOut: { zh: '已经兑完了', en: 'All of these have been redeemed' },
  PointsShort: { zh: '还差 {missing} 积分', en: '{missing} points are missing' },
  PriceChanged: {
    zh: '价格刚刚变成 {price}，请确认后再兑',
    en: 'The price has become {price}: confirm it again',
  },
  RewardNotFound: { zh: '没有找到这份礼品', en: 'There is no such reward', status: 404 },
  PickUpCodeInvalid: {
    zh: '取货码不对，请核对后再输一次',
    en: 'The pick-up code is wrong: check it and type it again',
    status: 404,
  },
  RewardPickedUp: { zh: '这份礼品已经领走了，不能再领一次', en: 'This reward was picked up already' },
  RewardCancelled: { zh: '这份礼品已经取消了', en: 'This reward was cancelled' },
  RewardExpired: { zh: '这份礼品已过领取期限', en: 'The time for picking this reward up is over' },
  RewardDelivered: {
    zh: '这份礼品已经发放，不能取消',
    en: 'This reward has been delivered and cannot be cancelled',
  },
  RewardUnpaid: { zh: '这份礼品还没有付款', en: 'This reward has not been paid for yet' },
  NotInThisStore: { zh: '这份礼品不能在本店领取', en: 'This reward is not picked up in this store' },
  NoteMissing: { zh: '请写明取消的原因', en: 'A cancellation needs its reason', status: 400 },
});
