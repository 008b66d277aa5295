import type { MyCoupon } from '@/shared/http/types';

export const text = {
  title: '优惠券',
  tabs: [
    { key: 'claimable', label: '领取' },
    { key: 'usable', label: '可用' },
    { key: 'used', label: '已用' },
    { key: 'expired', label: '已过期' },
  ] as const,
  claim: '领取',
  claimed: '已领取，快去用吧',
  use: '去使用',
  gone: '已领完',
  got: '已领取',
  left: (count: number) => `剩 ${count} 张`,
  validUntil: (day: string) => `${day} 到期`,
  expiresSoon: (days: number) => (days <= 0 ? '今天到期' : `还剩 ${days} 天`),
  usedAt: (day: string) => `使用于 ${day}`,
  stamps: { redeemed: '已使用', expired: '已过期', void: '已作废', locked: '使用中', claimed: '' } satisfies Record<
    MyCoupon['state'],
    string
  >,
  code: {
    title: '兑换码',
    entry: '有兑换码？',
    entryNote: '输入或扫一扫卡片上的码，换一张券',
    label: '兑换码',
    placeholder: '例如 FL-7K2MD-9QRTX',
    note: '照着卡片输入，空格和短横线可以不输',
    paste: '粘贴',
    scan: '扫一扫',
    submit: '兑换',
    done: '兑换成功，券已放进「可用」',
    again: '再兑换一张',
    unsure: '网络断了，不确定有没有换成；再点一次「兑换」不会重复',
  },
  empty: {
    claimable: { title: '暂时没有可领的券', note: '新的优惠会第一时间放在这里', action: '看看活动' },
    usable: { title: '还没有可用的券', note: '领一张，下次喝茶更划算', action: '去领券' },
    used: { title: '还没有用过券', note: '结账时出示会员码，店员会帮你用上', action: '看看可用的券' },
    expired: { title: '没有过期的券', note: '每一张都没有浪费', action: '看看可用的券' },
  },
};

export type CouponTab = (typeof text.tabs)[number]['key'];
