import type { OrganizationDoor } from '@fanloop/organization';
import { AuditLog, BusinessCalendar, Idempotency, Outbox, Reader, UnitOfWork } from '@fanloop/platform';
import type { DataSource } from 'typeorm';
import { CouponsOnRewards } from '../../../libs/coupons/src/handlers/on-rewards.handler';
import { MemberCouponsRead } from '../../../libs/coupons/src/reads/member-coupons.read';
import { TemplateBreakdownRead } from '../../../libs/coupons/src/reads/template-breakdown.read';
import { TemplateStatisticsRead } from '../../../libs/coupons/src/reads/template-statistics.read';
import { UsableCouponsRead } from '../../../libs/coupons/src/reads/usable-coupons.read';
import type { TemplateDraft } from '../../../libs/coupons/src/rules/template';
import { type KeptTerms, termsOf } from '../../../libs/coupons/src/rules/terms';
import { AudienceRepository } from '../../../libs/coupons/src/store/audience.repository';
import { BudgetRepository } from '../../../libs/coupons/src/store/budget.repository';
import { CouponRepository } from '../../../libs/coupons/src/store/coupon.repository';
import { CouponNumbers } from '../../../libs/coupons/src/store/coupon-numbers';
import { CouponReminders } from '../../../libs/coupons/src/store/coupon-reminders';
import { CouponSettingsRepository } from '../../../libs/coupons/src/store/coupon-settings.repository';
import { HoldRepository } from '../../../libs/coupons/src/store/hold.repository';
import { RedemptionRepository } from '../../../libs/coupons/src/store/redemption.repository';
import { RewardRepository } from '../../../libs/coupons/src/store/reward.repository';
import { StoreNames } from '../../../libs/coupons/src/store/store-names';
import { TemplateRepository } from '../../../libs/coupons/src/store/template.repository';
import { TemplateTexts } from '../../../libs/coupons/src/store/template-texts';
import { TermsRepository } from '../../../libs/coupons/src/store/terms.repository';
import { UseBudgets } from '../../../libs/coupons/src/store/use-budgets';
import { WallClock } from '../../../libs/coupons/src/store/wall-clock';
import { ChangeCouponSettings } from '../../../libs/coupons/src/use-cases/change-coupon-settings.use-case';
import { ChangeTemplateStatus } from '../../../libs/coupons/src/use-cases/change-template-status.use-case';
import { ClaimCoupon } from '../../../libs/coupons/src/use-cases/claim-coupon.use-case';
import { CreateTemplate } from '../../../libs/coupons/src/use-cases/create-template.use-case';
import { ExpireCoupons } from '../../../libs/coupons/src/use-cases/expire-coupons.use-case';
import { GrantCoupons } from '../../../libs/coupons/src/use-cases/grant-coupons.use-case';
import { HoldCoupon } from '../../../libs/coupons/src/use-cases/hold-coupon.use-case';
import { RedeemCoupons } from '../../../libs/coupons/src/use-cases/redeem-coupons.use-case';
import { RefusedCoupons } from '../../../libs/coupons/src/use-cases/refused-coupons.use-case';
import { ReleaseCoupon } from '../../../libs/coupons/src/use-cases/release-coupon.use-case';
import { RemindOfCoupons } from '../../../libs/coupons/src/use-cases/remind-of-coupons.use-case';
import { ReminderDesk } from '../../../libs/coupons/src/use-cases/reminder-desk';
import { ReturnCoupons } from '../../../libs/coupons/src/use-cases/return-coupons.use-case';
import { ReviseTemplate } from '../../../libs/coupons/src/use-cases/revise-template.use-case';
import { RewardWithCoupons } from '../../../libs/coupons/src/use-cases/reward-with-coupons.use-case';
import { TakeBackCoupons } from '../../../libs/coupons/src/use-cases/take-back-coupons.use-case';
import { VoidCoupons } from '../../../libs/coupons/src/use-cases/void-coupons.use-case';
import type { FixedClock } from '../../support/fixed-clock';

/** The parts that a broken twin may swap. */
export interface Parts {
  readonly numbers?: CouponNumbers;
  readonly templates?: (terms: TermsRepository) => TemplateRepository;
  readonly coupons?: (numbers: CouponNumbers, terms: TermsRepository) => CouponRepository;
  readonly redemptions?: RedemptionRepository;
  readonly rewards?: RewardRepository;
  readonly budgets?: BudgetRepository;
  readonly reminders?: CouponReminders;
}

const STORES = [
  { id: '7', name: '静安店' },
  { id: '8', name: '徐汇店' },
];

export const staff = { kind: 'staff', id: '1' } as const;

/** The coupons context as one api process has it: on its own connections and with its own group commit. */
export const couponsProcess = (dataSource: DataSource, clock: FixedClock, parts: Parts = {}) => {
  const unitOfWork = new UnitOfWork(dataSource);
  const reader = new Reader(dataSource);
  const calendar = new BusinessCalendar('Asia/Shanghai');
  const [outbox, audit] = [new Outbox(), new AuditLog(clock)];
  const terms = new TermsRepository(reader);
  const templates = parts.templates?.(terms) ?? new TemplateRepository(terms, new AudienceRepository());
  const numbers = parts.numbers ?? new CouponNumbers();
  const coupons = parts.coupons?.(numbers, terms) ?? new CouponRepository(numbers, terms);
  const redemptions = parts.redemptions ?? new RedemptionRepository();
  const organization = { stores: () => Promise.resolve(STORES) } as unknown as OrganizationDoor;
  const texts = new TemplateTexts(new StoreNames(organization), calendar);
  const grants = new GrantCoupons(templates, coupons, terms, outbox, calendar);
  const holds = new HoldRepository();
  const wall = new WallClock(calendar, clock);
  const budgets = new UseBudgets(parts.budgets ?? new BudgetRepository(), calendar);
  const settings = new ChangeCouponSettings(unitOfWork, new CouponSettingsRepository(), audit, reader);
  const rewards = parts.rewards ?? new RewardRepository();
  return {
    unitOfWork,
    grants,
    templates,
    coupons,
    claim: new ClaimCoupon(unitOfWork, new Idempotency(clock), grants, clock),
    create: new CreateTemplate(unitOfWork, templates, texts, audit, clock),
    revise: new ReviseTemplate(unitOfWork, templates, texts, audit, clock),
    changeStatus: new ChangeTemplateStatus(unitOfWork, templates, coupons, audit, clock),
    redeem: new RedeemCoupons(coupons, redemptions, wall, outbox, budgets),
    giveBack: new ReturnCoupons(coupons, redemptions, outbox, calendar, budgets),
    hold: new HoldCoupon(coupons, holds, clock),
    release: new ReleaseCoupon(holds, clock),
    expire: new ExpireCoupons(unitOfWork, coupons, holds, clock),
    onRewards: new CouponsOnRewards(
      new RewardWithCoupons(rewards, grants, new TakeBackCoupons(templates, coupons, calendar), clock),
    ),
    refused: new RefusedCoupons(unitOfWork, rewards, grants, audit, clock),
    voidCoupons: new VoidCoupons(coupons, clock),
    wallet: new MemberCouponsRead(reader, terms, clock),
    usable: new UsableCouponsRead(reader, terms, wall, budgets),
    statistics: new TemplateStatisticsRead(reader, clock),
    breakdown: new TemplateBreakdownRead(reader, new StoreNames(organization), calendar, clock),
    settings,
    remind: new RemindOfCoupons(
      new ReminderDesk(reader, unitOfWork, parts.reminders ?? new CouponReminders(), outbox),
      settings,
      calendar,
      clock,
    ),
    reader,
    terms,
  };
};

export type CouponsProcess = ReturnType<typeof couponsProcess>;

export const draft = (
  more: Partial<TemplateDraft> = {},
  terms: Partial<Extract<KeptTerms, { kind: 'cash' }>> = {},
): TemplateDraft => ({
  stockTotal: 100,
  perMemberLimit: 1,
  claimFrom: null,
  openTo: 'everyone',
  audienceId: null,
  claimUntil: null,
  ...more,
  terms: termsOf({
    kind: 'cash',
    name: '满 30 减 5',
    amountFen: 500,
    thresholdFen: 3000,
    scope: { stores: null, categories: null },
    validity: { kind: 'days', days: 7 },
    returnGraceDays: 3,
    ...terms,
  } as KeptTerms),
});

/** The codes of what was refused, and the values of what was done. A crash is thrown on. */
export const settled = async <T>(calls: readonly Promise<T>[]): Promise<{ done: T[]; refused: string[] }> => {
  const results = await Promise.allSettled(calls);
  const refused = results.flatMap((result) => {
    if (result.status === 'fulfilled') return [];
    const reason = result.reason as { name?: string; code?: string };
    if (reason.name !== 'Refusal') throw result.reason;
    return [reason.code!];
  });
  return { done: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])), refused };
};
