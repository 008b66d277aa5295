import { ClaimCoupon, CreateTemplate, termsOf } from '@fanloop/coupons';
import { systemActor } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import { chunks, Reader, Sessions, UnitOfWork } from '@fanloop/platform';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { contextModules } from '../../config/contexts';
import type { Env } from '../../config/env';

export interface Claimer {
  readonly memberId: string;
  /** An access token of the member's mini-program session. */
  readonly token: string;
}

export interface RushShop {
  readonly claimers: readonly Claimer[];
  readonly claim: ClaimCoupon;
  /** A coupon for which everybody comes: one template with one stock row. Answers its id. */
  open(stock: { readonly stockTotal: number; readonly perMemberLimit: number }): Promise<string>;
  close(): Promise<void>;
}

const AT_A_TIME = 500;

/** Members with mini-program sessions. */
export const openRushShop = async (env: Env, count: number): Promise<RushShop> => {
  const app = await NestFactory.createApplicationContext(shopModule(env), { logger: ['error'] });
  const get = <T>(token: abstract new (...args: never[]) => T): T => app.get(token as never, { strict: false });
  const uow = get(UnitOfWork);
  const claimers: Claimer[] = [];
  for (const part of chunks([...Array(count).keys()], AT_A_TIME)) {
    const rows = part.map((i) => ({
      ...{ kind: 'miniapp-openid', externalKey: `rush-${i}`, nickname: `茶客 ${i}`, joinedAt: new Date() },
    }));
    const members = await uow.run((tx) => get(MembersDoor).importMany(tx, rows));
    const identities = await get(Reader).query<{ id: string; member_id: string }>(
      "SELECT id, member_id FROM members_identity WHERE kind = 'miniapp-openid' AND member_id IN (?)",
      [members],
    );
    await uow.run(async (tx) => {
      for (const { id, member_id } of identities)
        claimers.push({ memberId: member_id, token: (await get(Sessions).open(tx, 'wechat', id)).accessToken });
    });
  }
  const actor = systemActor('rush');
  const open: RushShop['open'] = (stock) =>
    get(CreateTemplate).execute({ draft: { ...rushDraft, ...stock }, status: 'active', actor });
  return { claimers, claim: get(ClaimCoupon), open, close: () => app.close() };
};

export const rushDraft = {
  claimFrom: null,
  claimUntil: null,
  openTo: 'everyone' as const,
  audienceId: null,
  terms: termsOf({
    kind: 'cash',
    name: '满 30 减 5',
    amountFen: 500,
    thresholdFen: 3000,
    scope: { stores: null, categories: null },
    validity: { kind: 'days', days: 7 },
    returnGraceDays: 3,
  }),
};

const shopModule = (env: Env) => {
  @Module({ imports: contextModules(env) })
  class Shop {}
  return Shop;
};
