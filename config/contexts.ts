import { ActivitiesModule } from '@fanloop/activities';
import { CampaignsModule } from '@fanloop/campaigns';
import { CommunityModule } from '@fanloop/community';
import { CounterModule } from '@fanloop/counter';
import { CouponsModule } from '@fanloop/coupons';
import { InsightsModule } from '@fanloop/insights';
import type { Clock } from '@fanloop/kernel';
import { LoyaltyModule } from '@fanloop/loyalty';
import { MembersModule } from '@fanloop/members';
import { MembershipsModule } from '@fanloop/memberships';
import { OrganizationModule } from '@fanloop/organization';
import { PaymentsModule } from '@fanloop/payments';
import { PlatformModule } from '@fanloop/platform';
import { RewardsModule } from '@fanloop/rewards';
import { SalesModule } from '@fanloop/sales';
import { TaggingModule } from '@fanloop/tagging';
import { WechatModule } from '@fanloop/wechat';
import type { DynamicModule, Type } from '@nestjs/common';
import { databaseOptions } from './data-source';
import type { Env } from './env';
import { notifyBaseUrlOf, payOptionsOf } from './pay-settings';

export type ContextModule = DynamicModule | Type<unknown>;

/**
 * Every context of the deployment, floor by floor, with its options: the one place that the api, the worker, the
 * commands and the tests share. A dynamic module is made once and handed to those that stand on it.
 */
export const contextModules = (env: Env, more: { clock?: Clock } = {}): ContextModule[] => {
  const platform = PlatformModule.forRoot({
    dataSource: databaseOptions(env.DATABASE_URL),
    redisUrl: env.REDIS_URL,
    keys: { fieldKey: env.FIELD_KEY, blindIndexKey: env.BLIND_INDEX_KEY },
    brandTimeZone: env.BRAND_TIME_ZONE,
    clock: more.clock,
  });
  const wechat = WechatModule.forRoot(
    { appId: env.WECHAT_APP_ID, appSecret: env.WECHAT_APP_SECRET, baseUrl: env.WECHAT_BASE_URL },
    payOptionsOf(env),
  );
  const members = MembersModule.forRoot({ memberCodeKey: env.MEMBER_CODE_KEY, imports: [wechat] });
  const activities = ActivitiesModule.forRoot({ checkInKey: env.MEMBER_CODE_KEY, imports: [members] });
  const community = CommunityModule.forRoot({
    imports: [wechat, members],
    official: { name: env.BRAND_NAME, avatarUrl: null },
  });
  const payments = PaymentsModule.forRoot({ notifyBaseUrl: notifyBaseUrlOf(env), imports: [wechat, members] });
  const counter = CounterModule.forRoot({ imports: [members] });
  const rewards = RewardsModule.forRoot({ imports: [members, payments] });
  const memberships = MembershipsModule.forRoot({ imports: [members, payments] });
  const campaigns = CampaignsModule.forRoot({ imports: [members] });
  const insights = InsightsModule.forRoot({ imports: [members, activities, community, campaigns, payments] });
  return [
    platform,
    wechat,
    OrganizationModule,
    members,
    SalesModule,
    LoyaltyModule,
    CouponsModule,
    payments,
    community,
    TaggingModule,
    counter,
    activities,
    rewards,
    campaigns,
    memberships,
    insights,
  ];
};
