import type { TemplatesRead } from '@fanloop/coupons';
import type { LoyaltyDoor } from '@fanloop/loyalty';
import { AuditLog, BusinessCalendar, Idempotency, json, Outbox, Reader, UnitOfWork } from '@fanloop/platform';
import type { DataSource } from 'typeorm';
import { CouponStatesRead } from '../../../libs/coupons/src/reads/coupon-states.read';
import { AudienceRepository } from '../../../libs/coupons/src/store/audience.repository';
import { CouponRepository } from '../../../libs/coupons/src/store/coupon.repository';
import { CouponNumbers } from '../../../libs/coupons/src/store/coupon-numbers';
import { TemplateRepository } from '../../../libs/coupons/src/store/template.repository';
import { TermsRepository } from '../../../libs/coupons/src/store/terms.repository';
import { TakeBackCoupons } from '../../../libs/coupons/src/use-cases/take-back-coupons.use-case';
import { MembershipsOnPayments } from '../../../libs/memberships/src/handlers/on-payments.handler';
import { MembershipRead } from '../../../libs/memberships/src/reads/membership.read';
import { PlansAdminRead } from '../../../libs/memberships/src/reads/plans-admin.read';
import { RefundPreviewRead } from '../../../libs/memberships/src/reads/refund-preview.read';
import { CardRepository } from '../../../libs/memberships/src/store/card.repository';
import { CardStore } from '../../../libs/memberships/src/store/card-store';
import { PlanRepository } from '../../../libs/memberships/src/store/plan.repository';
import { ReminderRepository } from '../../../libs/memberships/src/store/reminder.repository';
import { BeginCard } from '../../../libs/memberships/src/use-cases/begin-card.use-case';
import { BuyCard } from '../../../libs/memberships/src/use-cases/buy-card.use-case';
import { CardBenefits } from '../../../libs/memberships/src/use-cases/card-benefits';
import { PURPOSE } from '../../../libs/memberships/src/use-cases/card-words';
import { CardTime, CardWork } from '../../../libs/memberships/src/use-cases/card-work';
import { ChangePlan } from '../../../libs/memberships/src/use-cases/change-plan';
import { ChangePlanStatus } from '../../../libs/memberships/src/use-cases/change-plan-status.use-case';
import { CloseOrder } from '../../../libs/memberships/src/use-cases/close-order.use-case';
import { CreatePlan } from '../../../libs/memberships/src/use-cases/create-plan.use-case';
import { GiveBackCard } from '../../../libs/memberships/src/use-cases/give-back-card';
import { LeaveCards } from '../../../libs/memberships/src/use-cases/leave-cards.use-case';
import { OpenCard } from '../../../libs/memberships/src/use-cases/open-card.use-case';
import { PlanChecks } from '../../../libs/memberships/src/use-cases/plan-checks';
import { RefundCard } from '../../../libs/memberships/src/use-cases/refund-card.use-case';
import { RemindHolders } from '../../../libs/memberships/src/use-cases/remind-holders.use-case';
import { ReturnMoney } from '../../../libs/memberships/src/use-cases/return-money';
import { RevisePlan } from '../../../libs/memberships/src/use-cases/revise-plan.use-case';
import { TurnCards } from '../../../libs/memberships/src/use-cases/turn-cards.use-case';
import type { FixedClock } from '../../support/fixed-clock';
import { couponsProcess } from '../coupons/coupons-process';
import { loyaltyOn } from '../loyalty/loyalty-on';
import { paymentsBeside } from '../rewards/payments-beside';

/** The parts that a broken twin may swap. */
export interface Parts {
  readonly cards?: CardRepository;
  readonly plans?: PlanRepository;
}

const couponParts = (reader: Reader) => {
  const terms = new TermsRepository(reader);
  const templates = new TemplateRepository(terms, new AudienceRepository());
  return new TakeBackCoupons(
    templates,
    new CouponRepository(new CouponNumbers(), terms),
    new BusinessCalendar('Asia/Shanghai'),
  );
};

/** The memberships context with real payments, tiers and coupons, as one process has it: on its own connections. */
export const membershipsOn = (dataSource: DataSource, clock: FixedClock, parts: Parts = {}) => {
  const [unitOfWork, reader] = [new UnitOfWork(dataSource), new Reader(dataSource)];
  const [ledger, coupons] = [loyaltyOn(dataSource, clock), couponsProcess(dataSource, clock)];
  const loyalty = {
    grantTier: ledger.cardTier.grant.bind(ledger.cardTier),
    endTier: ledger.cardTier.end.bind(ledger.cardTier),
    tiers: ledger.standing.tiers.bind(ledger.standing),
    standing: ledger.standing.execute.bind(ledger.standing),
  } as unknown as LoyaltyDoor;
  const payments = paymentsBeside(dataSource, clock, PURPOSE);
  const work = new CardWork(unitOfWork, new Idempotency(clock), new Outbox(), new AuditLog(clock));
  const time = new CardTime(new BusinessCalendar('Asia/Shanghai'), clock);
  const store = new CardStore(parts.plans ?? new PlanRepository(), parts.cards ?? new CardRepository());
  const benefits = new CardBenefits(store, loyalty, coupons.grants, couponParts(reader));
  const money = new ReturnMoney(store, payments.door, work);
  const giveBack = new GiveBackCard(store, benefits, money);
  const open = new OpenCard(store, benefits, money, work, time);
  const handler = new MembershipsOnPayments(open, new CloseOrder(store, time));
  const names = async () => (await reader.query<{ id: string }>('SELECT id FROM coupons_template')).map(({ id }) => id);
  const templates = {
    names: async () => (await names()).map((templateId) => ({ templateId, name: '满 30 减 5', status: 'active' })),
  } as unknown as TemplatesRead;
  const checks = new PlanChecks(loyalty, templates);
  const change = new ChangePlan(store, work, time);
  return {
    ...{ unitOfWork, reader, ledger, coupons, payments, open },
    buy: new BuyCard(work, store, payments.door, time),
    refund: new RefundCard(store, giveBack, work, time),
    leave: new LeaveCards(store, giveBack, payments.door, time),
    turn: new TurnCards(reader, store, new BeginCard(store, benefits, work, time), work, time),
    remind: new RemindHolders(new ReminderRepository(), work, time),
    create: new CreatePlan(store, checks, work, time),
    revise: new RevisePlan(change, checks),
    changeStatus: new ChangePlanStatus(change),
    page: new MembershipRead(reader, store.cards, loyalty, time),
    plans: new PlansAdminRead(reader, loyalty, time),
    preview: new RefundPreviewRead(reader, store, new CouponStatesRead(reader), time),
    /** Hands what the payments told to the handler, as the worker does; again and again, if it is asked to. */
    relay: async (): Promise<void> => {
      const rows = await reader.query<{ id: string; name: string; payload: unknown; occurred_at: Date }>(
        "SELECT id, name, payload, occurred_at FROM platform_outbox WHERE name LIKE 'payments.payment-%' ORDER BY id",
      );
      const events = rows.map((row) => ({
        ...{ eventId: row.id, name: row.name, payload: json(row.payload), occurredAt: row.occurred_at },
      }));
      await unitOfWork.run((tx) => handler.handle(tx, events as never));
    },
  };
};

export type MembershipsOn = ReturnType<typeof membershipsOn>;
