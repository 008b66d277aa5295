import { CouponsModule } from '@fanloop/coupons';
import { LoyaltyModule } from '@fanloop/loyalty';
import { type DynamicModule, Module } from '@nestjs/common';
import { MembershipsOnMemberClosed } from './handlers/on-member-closed.handler';
import { MembershipsOnPayments } from './handlers/on-payments.handler';
import { CardsAdminRead } from './reads/cards-admin.read';
import { MembershipRead } from './reads/membership.read';
import { MembershipsPersonalData } from './reads/memberships-personal-data.read';
import { PlansAdminRead } from './reads/plans-admin.read';
import { RefundPreviewRead } from './reads/refund-preview.read';
import { CardRepository } from './store/card.repository';
import { CardStore } from './store/card-store';
import { PlanRepository } from './store/plan.repository';
import { ReminderRepository } from './store/reminder.repository';
import { BeginCard } from './use-cases/begin-card.use-case';
import { BuyCard } from './use-cases/buy-card.use-case';
import { CardBenefits } from './use-cases/card-benefits';
import { CardTime, CardWork } from './use-cases/card-work';
import { ChangePlan } from './use-cases/change-plan';
import { ChangePlanStatus } from './use-cases/change-plan-status.use-case';
import { CloseOrder } from './use-cases/close-order.use-case';
import { CreatePlan } from './use-cases/create-plan.use-case';
import { GiveBackCard } from './use-cases/give-back-card';
import { LeaveCards } from './use-cases/leave-cards.use-case';
import { OpenCard } from './use-cases/open-card.use-case';
import { PlanChecks } from './use-cases/plan-checks';
import { RefundCard } from './use-cases/refund-card.use-case';
import { RemindHolders } from './use-cases/remind-holders.use-case';
import { ReturnMoney } from './use-cases/return-money';
import { RevisePlan } from './use-cases/revise-plan.use-case';
import { TurnCards } from './use-cases/turn-cards.use-case';

export interface MembershipsOptions {
  /** The configured members and payments. */
  readonly imports: DynamicModule[];
}

const INNER = [
  PlanRepository,
  CardRepository,
  ReminderRepository,
  CardStore,
  CardWork,
  CardTime,
  CardBenefits,
  ReturnMoney,
  GiveBackCard,
  OpenCard,
  CloseOrder,
  BeginCard,
  LeaveCards,
  PlanChecks,
  ChangePlan,
];

const SHOWN = [
  MembershipsPersonalData,
  MembershipsOnPayments,
  MembershipsOnMemberClosed,
  BuyCard,
  RefundCard,
  TurnCards,
  RemindHolders,
  CreatePlan,
  RevisePlan,
  ChangePlanStatus,
  MembershipRead,
  RefundPreviewRead,
  PlansAdminRead,
  CardsAdminRead,
];

/** Paid membership. Composes payments, tiers and coupons in one transaction. */
@Module({})
export class MembershipsModule {
  static forRoot(options: MembershipsOptions): DynamicModule {
    return {
      module: MembershipsModule,
      imports: [LoyaltyModule, CouponsModule, ...options.imports],
      providers: [...INNER, ...SHOWN],
      exports: SHOWN,
    };
  }
}
