import { expectRefusal, expectStatus, expectThat, newKey } from '../http';
import type { Step, Story } from '../story';

const basket = { lines: [{ sku: 'FRT-PT', name: '多肉葡萄', quantity: 2, unitPriceFen: 2500 }] };

const scan = async (story: Story, token: string) => {
  const { code } = expectStatus(await story.api('GET', '/member/me/code', { token }), 200).body;
  const body = { code, storeId: story.store.id };
  return { code, first: await story.api('POST', '/clerk/customers/scan', { token: story.clerk, body }), body };
};

export const tillSteps: readonly Step[] = [
  {
    name: '领券 the manager makes a coupon, the shopper claims it, once',
    play: async (story) => {
      const template = {
        name: `满 40 减 8（${story.mark}）`,
        benefit: { kind: 'cash', amountFen: 800 },
        thresholdFen: 4000,
        stockTotal: 10,
        perMemberLimit: 1,
        validity: { kind: 'days', days: 7 },
        stores: null,
        categories: null,
        claimFrom: null,
        openTo: 'everyone',
        audienceId: null,
        claimUntil: null,
      };
      const made = expectStatus(
        await story.api('POST', '/console/coupons/templates', { token: story.manager, body: template, key: newKey() }),
        200,
        201,
      ).body;
      story.couponTemplateId = made.templateId;
      const status = { token: story.manager, body: { status: 'active' } };
      expectStatus(
        await story.api('POST', `/console/coupons/templates/${made.templateId}/status`, status),
        200,
        201,
        204,
      );
      const path = `/member/coupons/templates/${made.templateId}/claims`;
      const key = newKey();
      const claimed = expectStatus(
        await story.api('POST', path, { token: story.shopper.token, body: {}, key }),
        200,
        201,
      ).body;
      const retried = expectStatus(
        await story.api('POST', path, { token: story.shopper.token, body: {}, key }),
        200,
        201,
      ).body;
      expectThat(retried.couponId === claimed.couponId, 'a retried claim answers the same coupon');
      const again = expectRefusal(
        await story.api('POST', path, { token: story.shopper.token, body: {}, key: newKey() }),
        'ClaimLimitReached',
      );
      story.couponId = claimed.couponId;
      return { sentence: made.sentence, couponNo: claimed.couponNo, secondClaim: again.body.message };
    },
  },
  {
    name: '扫码 the clerk scans the member code: a customer card; a second use is refused',
    play: async (story) => {
      const { code, first, body } = await scan(story, story.shopper.token);
      const card = expectStatus(first, 200, 201).body;
      const again = await story.api('POST', '/clerk/customers/scan', { token: story.clerk, body });
      expectRefusal(again, 'MemberCodeUsed');
      story.visitToken = card.visitToken;
      return {
        code: `${String(code).slice(0, 4)}…（${String(code).length} 位）`,
        customer: card.member.nickname,
        tier: card.tier.name,
        coupons: card.coupons.length,
        secondUse: again.body.message,
      };
    },
  },
  {
    name: '预览 discount and points, with why',
    play: async (story) => {
      const body = { visitToken: story.visitToken, storeId: story.store.id, ...basket, couponIds: [story.couponId] };
      const preview = expectStatus(
        await story.api('POST', '/clerk/purchases/preview', { token: story.clerk, body }),
        200,
        201,
      ).body;
      expectThat(preview.payableFen === 4200 && preview.discountFen === 800, '¥50.00 − ¥8.00 = ¥42.00');
      return preview;
    },
  },
  {
    name: '收银 the purchase is recorded with its points in one transaction; a retry changes nothing',
    play: async (story) => {
      const body = { visitToken: story.visitToken, storeId: story.store.id, ...basket, couponIds: [story.couponId] };
      const key = newKey();
      const receipt = expectStatus(
        await story.api('POST', '/clerk/purchases', { token: story.clerk, body, key }),
        200,
        201,
      ).body;
      const retried = expectStatus(
        await story.api('POST', '/clerk/purchases', { token: story.clerk, body, key }),
        200,
        201,
      ).body;
      expectThat(retried.purchaseNo === receipt.purchaseNo, 'the same key answers the same receipt');
      const other = { ...body, lines: [{ name: '别的', quantity: 1, unitPriceFen: 100 }] };
      expectRefusal(
        await story.api('POST', '/clerk/purchases', { token: story.clerk, body: other, key }),
        'IdempotencyKeyReused',
      );
      expectThat(receipt.points > 0 && receipt.why.length > 0, 'points come with their reason');
      story.purchase = { purchaseNo: receipt.purchaseNo, points: receipt.points, paidFen: receipt.paidFen };
      return { purchaseNo: receipt.purchaseNo, paidFen: receipt.paidFen, points: receipt.points, why: receipt.why };
    },
  },
  {
    name: '拒绝错误输入 a negative quantity and a stranger at the till are refused',
    play: async (story) => {
      const body = {
        visitToken: story.visitToken,
        storeId: story.store.id,
        lines: [{ name: '退', quantity: -1, unitPriceFen: 100 }],
        couponIds: [],
      };
      const negative = expectStatus(
        await story.api('POST', '/clerk/purchases', { token: story.clerk, body, key: newKey() }),
        400,
        409,
        422,
      );
      const stranger = expectStatus(
        await story.api('POST', '/clerk/purchases', { token: story.shopper.token, body, key: newKey() }),
        401,
        403,
      );
      return { negative: negative.body.message, stranger: stranger.body.message };
    },
  },
  {
    name: '积分 the shopper sees the points and why',
    play: async (story) => {
      const account = expectStatus(await story.api('GET', '/member/points', { token: story.shopper.token }), 200).body;
      const entries = expectStatus(
        await story.api('GET', '/member/points/entries', { token: story.shopper.token }),
        200,
      ).body.items;
      const entry = entries.find(
        (candidate: { purchaseNo: string }) => candidate.purchaseNo === story.purchase.purchaseNo,
      );
      expectThat(entry?.points === story.purchase.points, 'the journal holds what the receipt says');
      return { available: account.available, tier: account.tier.name, why: entry.why };
    },
  },
  {
    name: '升级 a large purchase lifts the tier at once',
    play: async (story) => {
      const card = expectStatus((await scan(story, story.friend.token)).first, 200, 201).body;
      const body = {
        visitToken: card.visitToken,
        storeId: story.store.id,
        amountFen: 500_000,
        lines: [],
        couponIds: [],
      };
      const before = expectStatus(await story.api('GET', '/member/points', { token: story.friend.token }), 200).body
        .tier;
      const receipt = expectStatus(
        await story.api('POST', '/clerk/purchases', { token: story.clerk, body, key: newKey() }),
        200,
        201,
      ).body;
      const after = expectStatus(await story.api('GET', '/member/points', { token: story.friend.token }), 200).body
        .tier;
      expectThat(after.code !== before.code, 'the tier has moved');
      return { from: before.name, to: after.name, points: receipt.points, why: receipt.why };
    },
  },
];
