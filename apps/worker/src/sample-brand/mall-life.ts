import { systemActor } from '@fanloop/kernel';
import { mediaUrl } from '@fanloop/platform';
import { ChangeItemStatus, CreateItem, type ItemDraft, type ItemKind, RedeemReward } from '@fanloop/rewards';
import type { INestApplicationContext } from '@nestjs/common';
import type { Chance } from './chance';

interface SampleItem
  extends Pick<ItemDraft, 'title' | 'summary' | 'terms' | 'pricePoints' | 'worthFen' | 'perMemberLimit'> {
  readonly kind: ItemKind;
  readonly picture: string;
  readonly stock: number;
  readonly minTier?: string;
  /** Share of the active members who try to redeem it. */
  readonly share: number;
  /** Paid beside the points. Nobody of the sample does: its members know no WeChat. */
  readonly priceFen?: number;
}

const sampleItems: readonly SampleItem[] = [
  {
    kind: 'goods',
    title: '桂花糕一份',
    summary: '清早蒸的，配一杯岩茶刚刚好',
    terms: '凭取货码到任一门店领取，当日现做，领取前可先致电门店。',
    picture: 'menu-snk-ghg.svg',
    pricePoints: 60,
    worthFen: 1200,
    stock: 200,
    perMemberLimit: 2,
    share: 0.12,
  },
  {
    kind: 'coupon',
    title: '满 40 减 8 元券',
    summary: '全部门店、全部饮品可用',
    terms: '兑换后自动放进「优惠券」，30 天内有效。',
    picture: 'menu-frt-pt.svg',
    pricePoints: 80,
    worthFen: 800,
    stock: 500,
    perMemberLimit: 1,
    share: 0,
  },
  {
    kind: 'goods',
    title: '青瓷随行杯',
    summary: '350 ml，双层保温，只送不卖的会员色',
    terms: '凭取货码到店领取，每人一只。非质量问题不退换。',
    picture: 'menu-cup-qc.svg',
    pricePoints: 600,
    worthFen: 7900,
    stock: 8,
    perMemberLimit: 1,
    share: 0.05,
  },
  {
    kind: 'entitlement',
    title: '新品试饮优先席',
    summary: '下一场新品试饮，为你留一个座位',
    terms: '到店出示取货码入座，可带一位朋友。',
    picture: 'poster-autumn.svg',
    pricePoints: 150,
    worthFen: null,
    stock: 20,
    perMemberLimit: 1,
    minTier: 'gold-leaf',
    share: 0.03,
  },
  {
    kind: 'donation',
    title: '给茶山孩子一本书',
    summary: '每 50 积分，我们捐出一本课外书',
    terms: '每季度在社群公布捐赠清单。捐出的积分不能退回。',
    picture: 'poster-spring.svg',
    pricePoints: 50,
    worthFen: null,
    stock: 1000,
    perMemberLimit: null,
    share: 0.06,
  },
  {
    kind: 'goods',
    title: '帆布茶袋',
    summary: '加一点钱就能带走，装得下一壶两杯',
    terms: '凭取货码到店领取。领取前可以取消，积分和付款都原路退回。',
    picture: 'menu-cup-bg.svg',
    pricePoints: 100,
    priceFen: 1990,
    worthFen: 3900,
    stock: 60,
    perMemberLimit: 2,
    share: 0,
  },
];

const actor = systemActor('sample-brand');

/** Five things to have for points, of which some members took one. Who has too few points, or comes too late, goes without. */
export const openMall = async (
  app: INestApplicationContext,
  { memberIds, templateId }: { readonly memberIds: readonly string[]; readonly templateId: string },
  chance: Chance,
  settle: (calls: readonly Promise<unknown>[]) => Promise<void>,
): Promise<void> => {
  for (const [
    position,
    { kind, stock, share, picture, minTier = null, priceFen = 0, ...face },
  ] of sampleItems.entries()) {
    const draft: ItemDraft = {
      ...face,
      minTier,
      pictureUrl: mediaUrl(picture),
      priceFen,
      availableFrom: null,
      availableUntil: null,
      templateId: kind === 'coupon' ? templateId : null,
      storeIds: null,
      pickUpDays: 30,
      position,
    };
    const itemId = await app.get(CreateItem, { strict: false }).execute({ kind, draft, stock, actor });
    await app.get(ChangeItemStatus, { strict: false }).execute({ itemId, status: 'active', actor });
    const takers = memberIds.filter(() => chance.happens(share));
    await settle(
      takers.map((memberId) =>
        app.get(RedeemReward, { strict: false }).execute({
          itemId,
          memberId,
          pricePoints: draft.pricePoints,
          priceFen: draft.priceFen,
          idempotencyKey: `sample-${itemId}-${memberId}`,
        }),
      ),
    );
  }
};
