import { randomUUID } from 'node:crypto';
import { RunIssues, StartIssue } from '@fanloop/campaigns';
import { ClaimCoupon, CreateTemplate, termsOf } from '@fanloop/coupons';
import { systemActor } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import { UnitOfWork } from '@fanloop/platform';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { contextModules } from '../../config/contexts';
import type { Env } from '../../config/env';

export interface BulkShop {
  readonly members: readonly string[];
  /** Orders one coupon for everybody, at once. */
  order(): Promise<void>;
  /** What the worker does. */
  run(): Promise<void>;
  claim(memberId: string, idempotencyKey: string): Promise<unknown>;
  close(): Promise<void>;
}

const PER_IMPORT = 1000;
const BENCH = systemActor('bench');

/** So many members, and a coupon of which there is more than any run can issue. */
export const openBulkShop = async (env: Env, count: number): Promise<BulkShop> => {
  const app = await NestFactory.createApplicationContext(shopModule(env), { logger: ['error'] });
  const get = <T>(token: abstract new (...args: never[]) => T): T => app.get(token as never, { strict: false });
  const members: string[] = [];
  for (let first = 0; first < count; first += PER_IMPORT) members.push(...(await importMembers(get, first)));
  const templateId = await get(CreateTemplate).execute({ draft, status: 'active', actor: BENCH });
  const conditions = {
    tiers: null,
    tags: null,
    fanTiers: null,
    lastStores: null,
    joinedFrom: null,
    joinedTo: null,
    boughtSince: null,
    notBoughtSince: null,
    list: null,
  };
  const order = { name: '量测', templateId, copies: 1, notify: false, startAt: null };
  return {
    members,
    order: async () => {
      await get(StartIssue).execute({ draft: order, conditions, actor: BENCH, idempotencyKey: randomUUID() });
    },
    run: async () => {
      await get(RunIssues).execute();
    },
    claim: (memberId, idempotencyKey) => get(ClaimCoupon).execute({ templateId, memberId, idempotencyKey }),
    close: () => app.close(),
  };
};

type Get = <T>(token: abstract new (...args: never[]) => T) => T;

const importMembers = (get: Get, first: number): Promise<string[]> =>
  get(UnitOfWork).run((tx) =>
    get(MembersDoor).importMany(
      tx,
      Array.from({ length: PER_IMPORT }, (_, i) => ({
        kind: 'bench-card',
        externalKey: `bulk-${first + i}`,
        nickname: `茶客 ${first + i}`,
        joinedAt: new Date(),
      })),
    ),
  );

const draft = {
  stockTotal: 10_000_000,
  perMemberLimit: 1000,
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
