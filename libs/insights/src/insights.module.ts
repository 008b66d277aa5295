import { CouponsModule } from '@fanloop/coupons';
import { LoyaltyModule } from '@fanloop/loyalty';
import { OrganizationModule } from '@fanloop/organization';
import { SalesModule } from '@fanloop/sales';
import { TaggingModule } from '@fanloop/tagging';
import { DynamicModule, Module } from '@nestjs/common';
import { Approvals } from './reads/approvals';
import { Figures } from './reads/figures';
import { HomeRead } from './reads/home.read';
import { HomeOffers } from './reads/home-offers';
import { Leftovers } from './reads/leftovers';
import { MemberDetailRead } from './reads/member-detail.read';
import { MemberDirectoryRead } from './reads/member-directory.read';
import { SpendingRead } from './reads/spending.read';
import { TimelineRead } from './reads/timeline.read';
import { TimelineRest } from './reads/timeline-rest';
import { TodayRead } from './reads/today.read';
import { TodoRead } from './reads/todo.read';
import { UnissuedRewardsRead } from './reads/unissued-rewards.read';

export interface InsightsOptions {
  /** The configured members, activities and community modules. */
  readonly imports: DynamicModule[];
}

const READS = [HomeRead, MemberDetailRead, MemberDirectoryRead, TimelineRead, TodayRead, UnissuedRewardsRead];

/** Reads across contexts: what no context can say alone. It writes nothing. */
@Module({})
export class InsightsModule {
  static forRoot(options: InsightsOptions): DynamicModule {
    return {
      module: InsightsModule,
      imports: [CouponsModule, LoyaltyModule, OrganizationModule, SalesModule, TaggingModule, ...options.imports],
      providers: [...READS, Approvals, Figures, HomeOffers, Leftovers, SpendingRead, TimelineRest, TodoRead],
      exports: READS,
    };
  }
}
