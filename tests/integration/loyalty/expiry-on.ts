import type { ExpiryPolicy } from '../../../libs/loyalty/src/rules/settings';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { aPurchase, MANAGER, type Twins } from './loyalty-on';
import { aProgramme, expiry, type Operations, operationsOn } from './operations-on';

export const INACTIVE_12: ExpiryPolicy = { kind: 'inactivity', months: 12 };

/** The tale of points that die: a brand with its policy, one member, and what is there around a moment. Called in a `describe`. */
export const useExpiry = () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock();
  const reset = async (): Promise<void> => {
    clock.set('2026-06-15T04:00:00Z');
    await db.truncateAll();
  };
  beforeEach(reset);

  const brand = async (policy: ExpiryPolicy, twins: Twins = {}): Promise<Operations> => {
    const operations = operationsOn(db.dataSource, clock, twins);
    await aProgramme(operations, expiry(policy));
    return operations;
  };
  const buy = async (operations: Operations, at: string, yuan = 100, memberId = '7001') => {
    const purchase = aPurchase({ amountFen: yuan * 100, occurredAt: new Date(at), memberId });
    await operations.earn(purchase);
    return purchase;
  };
  const spend = (operations: Operations, points: number, reference: string) =>
    operations.unitOfWork.run((tx) =>
      operations.spend.execute(tx, {
        memberId: '7001',
        points,
        reference,
        reason: '兑换',
        at: clock.now(),
        actor: MANAGER,
      }),
    );
  const available = async (operations: Operations, memberId = '7001') =>
    (await operations.accounts.execute([memberId])).get(memberId)!.available;
  /** What is there a millisecond before, and at the moment itself; then the sweep of that night. */
  const around = async (operations: Operations, moment: string): Promise<number[]> => {
    clock.set(new Date(new Date(moment).getTime() - 1));
    const before = await available(operations);
    await operations.expire.execute();
    const swept = await available(operations);
    clock.set(moment);
    const at = await available(operations);
    await operations.expire.execute();
    const [row] = await db.query<{ available: number }>(
      'SELECT available FROM loyalty_points_account WHERE member_id = 7001',
    );
    return [before, swept, at, row!.available];
  };
  return { db, clock, reset, brand, buy, spend, available, around };
};
