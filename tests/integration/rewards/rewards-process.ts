import type { GrantCoupons } from '@fanloop/coupons';
import type { LoyaltyDoor } from '@fanloop/loyalty';
import type { OrganizationDoor } from '@fanloop/organization';
import { AuditLog, BusinessCalendar, FieldCipher, Idempotency, Outbox, Reader, UnitOfWork } from '@fanloop/platform';
import type { DataSource } from 'typeorm';
import { RewardsOnPayments } from '../../../libs/rewards/src/handlers/on-payments.handler';
import { MallRead } from '../../../libs/rewards/src/reads/mall.read';
import { MyRewardsRead } from '../../../libs/rewards/src/reads/my-rewards.read';
import { ShopperStanding } from '../../../libs/rewards/src/reads/shopper-standing';
import type { ItemDraft } from '../../../libs/rewards/src/rules/item';
import { CodeRepository } from '../../../libs/rewards/src/store/code.repository';
import { ItemRepository } from '../../../libs/rewards/src/store/item.repository';
import { PickUpCodes } from '../../../libs/rewards/src/store/pick-up-codes';
import { RewardRepository } from '../../../libs/rewards/src/store/reward.repository';
import { RewardStore } from '../../../libs/rewards/src/store/reward-store';
import { CancelReward } from '../../../libs/rewards/src/use-cases/cancel-reward.use-case';
import { ChangeItem } from '../../../libs/rewards/src/use-cases/change-item';
import { ChangeItemStatus } from '../../../libs/rewards/src/use-cases/change-item-status.use-case';
import { ChangeStock } from '../../../libs/rewards/src/use-cases/change-stock.use-case';
import { CreateItem } from '../../../libs/rewards/src/use-cases/create-item.use-case';
import { ExpireRewards } from '../../../libs/rewards/src/use-cases/expire-rewards.use-case';
import { HandOverReward } from '../../../libs/rewards/src/use-cases/hand-over-reward.use-case';
import { ImportCodes } from '../../../libs/rewards/src/use-cases/import-codes.use-case';
import { PlaceReward } from '../../../libs/rewards/src/use-cases/place-reward.use-case';
import { RedeemReward } from '../../../libs/rewards/src/use-cases/redeem-reward.use-case';
import { ReleaseMemberRewards } from '../../../libs/rewards/src/use-cases/release-member.use-case';
import { ReleaseRewards } from '../../../libs/rewards/src/use-cases/release-rewards.use-case';
import { ReserveReward } from '../../../libs/rewards/src/use-cases/reserve-reward.use-case';
import { ReviseItem } from '../../../libs/rewards/src/use-cases/revise-item.use-case';
import { SettleRewards } from '../../../libs/rewards/src/use-cases/settle-rewards.use-case';
import { TakeReward } from '../../../libs/rewards/src/use-cases/take-reward.use-case';
import type { FixedClock } from '../../support/fixed-clock';
import { loyaltyOn } from '../loyalty/loyalty-on';
import { paymentsBeside } from './payments-beside';

/** The parts that a broken twin may swap. */
export interface Parts {
  readonly items?: ItemRepository;
  readonly rewards?: RewardRepository;
  readonly spend?: (dataSource: DataSource) => LoyaltyDoor['spend'];
  readonly coupons?: GrantCoupons;
}

export const staff = { kind: 'staff', id: '1' } as const;
const STORES = new Map([['11', { id: '11', name: '静安店' }]]);
const KEYS = { fieldKey: 'a'.repeat(64), blindIndexKey: 'b'.repeat(64) };

/** The rewards context with a real ledger, as one api process has it: on its own connections. */
export const rewardsProcess = (dataSource: DataSource, clock: FixedClock, parts: Parts = {}) => {
  const unitOfWork = new UnitOfWork(dataSource);
  const reader = new Reader(dataSource);
  const [outbox, audit, calendar] = [new Outbox(), new AuditLog(clock), new BusinessCalendar('Asia/Shanghai')];
  const ledger = loyaltyOn(dataSource, clock);
  const loyalty = {
    spend: parts.spend?.(dataSource) ?? ledger.spend.execute.bind(ledger.spend),
    giveBack: ledger.giveBack.execute.bind(ledger.giveBack),
    standing: ledger.standing.execute.bind(ledger.standing),
    accounts: ledger.accounts.execute.bind(ledger.accounts),
  } as unknown as LoyaltyDoor;
  const organization = {
    assertMay: () => Promise.resolve(),
    storesByIds: () => Promise.resolve(STORES),
  } as unknown as OrganizationDoor;
  const items = parts.items ?? new ItemRepository();
  const codes = new CodeRepository(new FieldCipher(KEYS));
  const store = new RewardStore(items, parts.rewards ?? new RewardRepository(), codes, new PickUpCodes());
  const noCoupons = { execute: () => Promise.reject(new Error('no coupons here')) } as unknown as GrantCoupons;
  const place = new PlaceReward(store, parts.coupons ?? noCoupons, calendar, outbox);
  const payments = paymentsBeside(dataSource, clock);
  const release = new ReleaseRewards(store, loyalty, payments.door, outbox);
  const reserve = new ReserveReward(store, payments.door);
  const settle = new SettleRewards(store, place, release, outbox, clock);
  const change = new ChangeItem(unitOfWork, items, audit, clock);
  return {
    unitOfWork,
    ledger,
    payments,
    onPayments: new RewardsOnPayments(settle),
    redeem: new RedeemReward(
      unitOfWork,
      new Idempotency(clock),
      loyalty,
      new TakeReward(store, loyalty, place, reserve),
      clock,
    ),
    cancel: new CancelReward(unitOfWork, store, release, audit, clock),
    handOver: new HandOverReward(unitOfWork, store, organization, outbox, clock),
    expire: new ExpireRewards(unitOfWork, store, release, clock),
    releaseMember: new ReleaseMemberRewards(store, release, clock),
    create: new CreateItem(unitOfWork, items, audit, clock),
    revise: new ReviseItem(change),
    changeStatus: new ChangeItemStatus(change),
    changeStock: new ChangeStock(change),
    importCodes: new ImportCodes(change, codes),
    mall: new MallRead(reader, new ShopperStanding(reader, loyalty), organization, clock),
    mine: new MyRewardsRead(reader, organization, codes, payments.door, clock),
  };
};

export type RewardsProcess = ReturnType<typeof rewardsProcess>;

export const draft = (more: Partial<ItemDraft> = {}): ItemDraft => ({
  title: '随行杯',
  summary: '保温四小时',
  terms: '凭取货码到店领取。',
  pictureUrl: null,
  pricePoints: 100,
  priceFen: 0,
  worthFen: 6800,
  perMemberLimit: null,
  minTier: null,
  availableFrom: null,
  availableUntil: null,
  templateId: null,
  storeIds: null,
  pickUpDays: 14,
  position: 0,
  ...more,
});
