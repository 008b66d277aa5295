import type { Clock } from '@fanloop/kernel';
import type { DataSource } from 'typeorm';
import { AdjustmentRequestsRead } from '../../../libs/loyalty/src/reads/adjustment-requests.read';
import { ExpiringRead } from '../../../libs/loyalty/src/reads/expiring.read';
import { PointsLiabilityRead } from '../../../libs/loyalty/src/reads/points-liability.read';
import { SettingsRead } from '../../../libs/loyalty/src/reads/settings.read';
import { StoreSettlementRead } from '../../../libs/loyalty/src/reads/store-settlement.read';
import { TransfersRead } from '../../../libs/loyalty/src/reads/transfers.read';
import type { ExpiryPolicy, LoyaltySettings } from '../../../libs/loyalty/src/rules/settings';
import { AdjustmentRequestRepository } from '../../../libs/loyalty/src/store/adjustment-request.repository';
import { ExpiryReminders } from '../../../libs/loyalty/src/store/expiry-reminders';
import { TransferRepository } from '../../../libs/loyalty/src/store/transfer.repository';
import { AdjustByHand } from '../../../libs/loyalty/src/use-cases/adjust-by-hand.use-case';
import { AdjustmentDesk } from '../../../libs/loyalty/src/use-cases/approvals/adjustment-desk';
import { AskAdjustment } from '../../../libs/loyalty/src/use-cases/approvals/ask-adjustment.use-case';
import { DecideAdjustment } from '../../../libs/loyalty/src/use-cases/approvals/decide-adjustment.use-case';
import { OncePerKey } from '../../../libs/loyalty/src/use-cases/once-per-key';
import { RemindOfExpiry } from '../../../libs/loyalty/src/use-cases/remind-of-expiry.use-case';
import { TransferPoints } from '../../../libs/loyalty/src/use-cases/transfer-points.use-case';
import { aRule, loyaltyOn, MANAGER, type Twins } from './loyalty-on';

export interface OperationTwins extends Twins {
  readonly requests?: AdjustmentRequestRepository;
  readonly reminders?: ExpiryReminders;
}

/** The ledger's operations on one data source, on top of `loyaltyOn`. */
export const operationsOn = (dataSource: DataSource, clock: Clock, twins: OperationTwins = {}) => {
  const loyalty = loyaltyOn(dataSource, clock, twins);
  const { unitOfWork, reader, idempotency, adjust, changeSettings } = loyalty;
  const { programmes, movements, outbox, audit, tools, time, settled } = loyalty.parts;
  const once = new OncePerKey(unitOfWork, idempotency);
  const requests = twins.requests ?? new AdjustmentRequestRepository();
  const desk = new AdjustmentDesk(requests, programmes, audit, clock);
  return {
    ...loyalty,
    transfer: new TransferPoints(once, movements, new TransferRepository(), outbox, clock),
    transfers: new TransfersRead(reader, programmes, time, clock),
    adjustByHand: new AdjustByHand(once, programmes, audit, adjust, clock),
    ask: new AskAdjustment(once, desk),
    decide: new DecideAdjustment(unitOfWork, desk, adjust),
    requests: new AdjustmentRequestsRead(reader, requests, clock),
    remind: new RemindOfExpiry(tools, programmes, twins.reminders ?? new ExpiryReminders(), time, clock),
    expiring: new ExpiringRead(reader, settled, clock),
    liability: new PointsLiabilityRead(reader, programmes, time, clock),
    settlement: new StoreSettlementRead(reader, programmes, time),
    settings: new SettingsRead(reader, programmes, time, clock),
    set: (settings: Partial<LoyaltySettings>) => changeSettings.execute({ settings, actor: MANAGER }),
  };
};

export type Operations = ReturnType<typeof operationsOn>;

/** One point per ¥, and the settings that a test is about. */
export const aProgramme = async (operations: Operations, settings: Partial<LoyaltySettings> = {}): Promise<void> => {
  await operations.install.execute({ rules: [aRule] });
  await operations.set(settings);
};

export const expiry = (policy: ExpiryPolicy): Partial<LoyaltySettings> => ({ expiry: policy });

let key = 0;
export const aKey = (): string => {
  key += 1;
  return `test-key-${key}`;
};
