import { ClaimCoupon, CreateTemplate, termsOf } from '@fanloop/coupons';
import { systemActor } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import { Reader, Sessions, UnitOfWork } from '@fanloop/platform';
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
  /** One coupon for which everybody comes: more in stock than any run can claim. */
  readonly templateId: string;
  readonly claim: ClaimCoupon;
  close(): Promise<void>;
}

const CLAIMERS = 2000;
const PER_MEMBER = 1000;

/** Members with mini-program sessions, and one template with one stock row. */
export const openRushShop = async (env: Env): Promise<RushShop> => {
  const app = await NestFactory.createApplicationContext(shopModule(env), { logger: ['error'] });
  const get = <T>(token: abstract new (...args: never[]) => T): T => app.get(token as never, { strict: false });
  const uow = get(UnitOfWork);
  const rows = Array.from({ length: CLAIMERS }, (_, i) => ({
    kind: 'miniapp-openid',
    externalKey: `bench-rush-${i}`,
    nickname: `茶客 ${i}`,
    joinedAt: new Date(),
  }));
  const members = await uow.run((tx) => get(MembersDoor).importMany(tx, rows));
  const identities = await get(Reader).query<{ id: string; member_id: string }>(
    "SELECT id, member_id FROM members_identity WHERE kind = 'miniapp-openid' AND member_id IN (?)",
    [members],
  );
  const claimers = await uow.run(async (tx) => {
    const opened: Claimer[] = [];
    for (const { id, member_id } of identities)
      opened.push({ memberId: member_id, token: (await get(Sessions).open(tx, 'wechat', id)).accessToken });
    return opened;
  });
  const templateId = await get(CreateTemplate).execute({
    draft: rushDraft,
    status: 'active',
    actor: systemActor('bench'),
  });
  return { claimers, templateId, claim: get(ClaimCoupon), close: () => app.close() };
};

export const rushDraft = {
  stockTotal: CLAIMERS * PER_MEMBER,
  perMemberLimit: PER_MEMBER,
  claimFrom: null,
  openTo: 'everyone' as const,
  audienceId: null,
  claimUntil: null,
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
