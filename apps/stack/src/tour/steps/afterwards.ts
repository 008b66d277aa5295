import { setTimeout as sleep } from 'node:timers/promises';
import { expectStatus, expectThat, newKey } from '../http';
import type { Step } from '../story';

export const afterwardsSteps: readonly Step[] = [
  {
    name: '退款 a full refund takes the points back and returns the same coupon',
    play: async (story) => {
      const path = `/clerk/purchases/${story.purchase.purchaseNo}/refunds`;
      // A clerk may not refund; the manager of the console may, through the same route.
      const refused = await story.api('POST', path, {
        token: story.clerk,
        body: { reason: '口味不合' },
        key: newKey(),
      });
      const token = refused.status === 403 ? story.manager : story.clerk;
      const key = newKey();
      const refund =
        refused.status === 403
          ? expectStatus(await story.api('POST', path, { token, body: { reason: '口味不合' }, key }), 200, 201).body
          : expectStatus(refused, 200, 201).body;
      expectThat(refund.amountFen === story.purchase.paidFen, 'the whole amount goes back');
      expectThat(refund.couponReturned === true, 'the coupon came back');
      const usable = expectStatus(
        await story.api('GET', '/member/coupons?state=usable', { token: story.shopper.token }),
        200,
      ).body.items;
      expectThat(
        usable.some((coupon: { couponId: string }) => coupon.couponId === story.couponId),
        'it is the same coupon',
      );
      return { clerk: refused.status === 403 ? refused.body.message : 'allowed', refund };
    },
  },
  {
    name: '标签与粉丝分层 a run computes tags and fan tiers from what happened',
    play: async (story) => {
      // Events reach the facts within a second or two; the run then sees them.
      await sleep(3_000);
      const { runId } = expectStatus(
        await story.api('POST', '/console/tagging/runs', { token: story.manager, body: {} }),
        200,
        202,
      ).body;
      let run = { state: '', members: 0, changed: 0 };
      for (let i = 0; i < 120 && !['done', 'failed'].includes(run.state); i += 1) {
        await sleep(500);
        run = expectStatus(
          await story.api('GET', `/console/tagging/runs/${runId}`, { token: story.manager }),
          200,
        ).body;
      }
      expectThat(run.state === 'done', `the run is done, not ${run.state}`);
      const fan = expectStatus(await story.api('GET', '/member/me/fan-story', { token: story.friend.token }), 200).body;
      expectThat(
        fan.parts.some((part: { score: number }) => part.score > 0),
        'the friend who bought has a score',
      );
      return { members: run.members, changed: run.changed, friend: fan.tier.name, score: fan.score };
    },
  },
  {
    name: '账本 the ledger proves itself',
    play: async (story) => {
      const proof = expectStatus(await story.api('GET', '/console/ledger/proof', { token: story.manager }), 200).body;
      expectThat(proof.ok === true, 'every account adds up');
      return proof;
    },
  },
  {
    name: '导出与审计 the shopper sees what is stored; the manager sees who did what',
    play: async (story) => {
      const stored = expectStatus(
        await story.api('GET', '/member/me/export', { token: story.shopper.token }),
        200,
      ).body;
      const audit = expectStatus(
        await story.api('GET', '/console/audit?page=1&pageSize=10', { token: story.manager }),
        200,
      ).body;
      expectThat(audit.total > 0, 'deeds are recorded');
      return {
        stored: Object.keys(stored),
        latest: audit.items.slice(0, 3).map((entry: { action: string }) => entry.action),
      };
    },
  },
  {
    name: '注销 the shopper closes the account and gets a receipt; the session ends',
    play: async (story) => {
      const closed = expectStatus(
        await story.api('POST', '/member/me/closure', {
          token: story.shopper.token,
          body: { confirm: true },
          key: newKey(),
        }),
        200,
        201,
      ).body;
      const after = await story.api('GET', '/member/me', { token: story.shopper.token });
      expectThat(after.status === 401 || after.status === 403, 'the session is gone');
      return { receipt: closed.receiptNo, after: after.body.code };
    },
  },
];
