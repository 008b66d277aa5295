import { setTimeout as sleep } from 'node:timers/promises';
import type { Tx } from '@fanloop/platform';
import {
  AdjustmentRequestRepository,
  type Decision,
} from '../../../libs/loyalty/src/store/adjustment-request.repository';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { aPurchase, violationsOf } from './loyalty-on';
import { aKey, aProgramme, type Operations, type OperationTwins, operationsOn } from './operations-on';

/** Writes the decision without asking whether there is one. */
class HastyRequests extends AdjustmentRequestRepository {
  override async decide(tx: Tx, requestId: string, { verdict, by, at, note }: Decision): Promise<boolean> {
    await sleep(10);
    await tx.execute(
      'UPDATE loyalty_adjustment_request SET state = ?, decided_by = ?, decided_at = ?, note = ? WHERE id = ?',
      [verdict, by, at, note, requestId],
    );
    return true;
  }
}

const staff = (id: string, role: string) => ({ actor: { kind: 'staff', id } as const, role });
const OWNER = staff('1', 'owner');
const ANNA = staff('21', 'manager');
const BO = staff('22', 'manager');

describe('adjustments by hand', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock();
  const reset = async (): Promise<void> => {
    clock.set('2026-06-15T04:00:00Z');
    await db.truncateAll();
  };
  beforeEach(reset);

  const brand = async (twins: OperationTwins = {}): Promise<Operations> => {
    const operations = operationsOn(db.dataSource, clock, twins);
    await aProgramme(operations);
    await operations.earn(aPurchase({ amountFen: 10_000 }));
    return operations;
  };
  const adjust = (operations: Operations, who: typeof OWNER, points: number) =>
    operations.adjustByHand.execute({ ...who, memberId: '7001', points, reason: '补偿', idempotencyKey: aKey() });
  const ask = async (operations: Operations, who: typeof OWNER, points: number, memberId = '7001') =>
    (await operations.ask.execute({ ...who, memberId, points, reason: '开业误记', idempotencyKey: aKey() })).requestId;
  const decide = (
    operations: Operations,
    who: typeof OWNER,
    requestId: string,
    verdict: 'approved' | 'rejected' | 'withdrawn' = 'approved',
  ) => operations.decide.execute({ ...who, requestId, verdict, note: null });
  const balance = async () => {
    const [row] = await db.query<{ available: number }>('SELECT available FROM loyalty_points_account');
    return row!.available;
  };

  it('each role moves as much alone as the brand allows it, in both directions, and others nothing', async () => {
    const operations = await brand();
    await operations.set({ adjustmentLimits: { owner: 10_000, manager: 50 } });
    await adjust(operations, ANNA, 50);
    await adjust(operations, ANNA, -50);
    const refused = (who: typeof OWNER, points: number, code: string) =>
      expect(adjust(operations, who, points)).rejects.toMatchObject({ code });
    await refused(ANNA, 51, 'AdjustmentNeedsApproval');
    await refused(ANNA, -51, 'AdjustmentNeedsApproval');
    await refused(OWNER, 10_001, 'AdjustmentNeedsApproval');
    await refused(staff('31', 'store-manager'), 1, 'AdjustmentNotForRole');
    await refused(staff('31', 'constructor'), 1, 'AdjustmentNotForRole');
    await refused(ANNA, Number.NaN, 'AdjustmentNotAllowed');
    expect(await balance()).toBe(100);
    await expect(ask(operations, staff('31', 'clerk'), 5)).rejects.toMatchObject({ code: 'AdjustmentNotForRole' });
    await expect(ask(operations, ANNA, 500, '999')).rejects.toMatchObject({ code: 'AccountMissing' });
    await expect(ask(operations, ANNA, 0)).rejects.toMatchObject({ code: 'AdjustmentNotAllowed' });
  });

  it('above it a second person approves: never who asked, never above the own limit, once', async () => {
    const operations = await brand();
    const requestId = await ask(operations, ANNA, 2500);
    expect(await balance()).toBe(100);
    expect(await operations.requests.waiting()).toBe(1);
    await expect(decide(operations, ANNA, requestId)).rejects.toMatchObject({ code: 'AdjustmentOwnRequest' });
    await expect(decide(operations, BO, requestId)).rejects.toMatchObject({
      code: 'AdjustmentAboveLimit',
      details: { limit: 2000 },
    });
    const decided = await decide(operations, OWNER, requestId);
    expect(decided).toMatchObject({ state: 'approved', askedBy: 'staff:21', decidedBy: 'staff:1', entrySeq: 2 });
    expect(await decide(operations, OWNER, requestId)).toEqual(decided);
    await expect(decide(operations, BO, requestId, 'rejected')).rejects.toMatchObject({ code: 'AdjustmentDecided' });
    expect(await balance()).toBe(2600);
    const [entry] = await db.query<{ actor: string; reason: string; trace: string }>(
      "SELECT actor, reason, trace FROM loyalty_entry WHERE kind = 'adjust'",
    );
    expect({ ...entry, trace: JSON.parse(entry!.trace) }).toEqual({
      actor: 'staff:1',
      reason: '开业误记',
      trace: { requestId, askedBy: 'staff:21', why: ['开业误记'] },
    });
    const audit = await db.query<{ action: string; actor_id: string; details: string }>(
      "SELECT action, actor_id, details FROM platform_audit WHERE action LIKE 'loyalty.adj%' ORDER BY id",
    );
    expect(audit.map((row) => `${row.action} ${row.actor_id}`)).toEqual([
      'loyalty.adjustment-asked 21',
      'loyalty.adjustment-approved 1',
    ]);
    expect(await violationsOf(operations)).toEqual([]);
  });

  it('the owner approves any amount, a manager up to the own limit; a rejection needs no limit', async () => {
    const operations = await brand();
    expect(await decide(operations, BO, await ask(operations, ANNA, 2000))).toMatchObject({ state: 'approved' });
    expect(await decide(operations, OWNER, await ask(operations, ANNA, 9_000_000))).toMatchObject({
      state: 'approved',
    });
    expect(await decide(operations, BO, await ask(operations, ANNA, 5000), 'rejected')).toMatchObject({
      state: 'rejected',
      entrySeq: null,
    });
    expect(await balance()).toBe(9_002_100);
  });

  it('of parallel decisions one holds, and points move exactly when it approved', async () => {
    const processes = async (twins: OperationTwins = {}): Promise<Operations[]> => {
      const all = [await brand(twins)];
      for (let i = 1; i < 6; i += 1) all.push(operationsOn(await db.another(2), clock, twins));
      return all;
    };
    await provesAbsent({
      reset,
      sound: () => processes(),
      broken: () => processes({ requests: new HastyRequests() }),
      scenario: async (all) => {
        const requestIds: string[] = [];
        for (let i = 0; i < 5; i += 1) requestIds.push(await ask(all[0]!, ANNA, 2500));
        const wrong: string[] = [];
        for (const requestId of requestIds) {
          const settled = await Promise.allSettled(
            all.map((operations, i) =>
              decide(operations, i % 2 ? BO : OWNER, requestId, i % 2 ? 'rejected' : 'approved'),
            ),
          );
          const verdicts = new Set(settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value.state] : [])));
          const [row] = await db.query<{ state: string; paid: string }>(
            `SELECT state, (SELECT COUNT(*) FROM loyalty_entry WHERE reference = CONCAT('adjustment:', r.id)) AS paid
               FROM loyalty_adjustment_request r WHERE id = ${requestId}`,
          );
          if (verdicts.size !== 1) wrong.push(`${requestId}: ${[...verdicts].join(' and ')}`);
          if ((row!.state === 'approved') !== (Number(row!.paid) === 1))
            wrong.push(`${requestId}: ${row!.state}, paid ${row!.paid} times`);
        }
        return wrong;
      },
    });
  });

  it('who asked may withdraw, nobody else; after thirty days the request is void', async () => {
    const operations = await brand();
    const first = await ask(operations, ANNA, 2500);
    await expect(decide(operations, OWNER, first, 'withdrawn')).rejects.toMatchObject({ code: 'AdjustmentNotYours' });
    expect(await decide(operations, ANNA, first, 'withdrawn')).toMatchObject({ state: 'withdrawn' });
    await expect(decide(operations, OWNER, first)).rejects.toMatchObject({ code: 'AdjustmentDecided' });
    const second = await ask(operations, ANNA, 2500);
    clock.advance({ days: 30, ms: -1 });
    expect(await operations.requests.waiting()).toBe(1);
    clock.advance({ ms: 1 });
    expect(await operations.requests.waiting()).toBe(0);
    await expect(decide(operations, OWNER, second)).rejects.toMatchObject({ code: 'AdjustmentRequestExpired' });
    const listed = async (state: 'expired' | 'pending' | 'withdrawn') =>
      (await operations.requests.page({ state, page: 1, pageSize: 10 })).items.map(({ requestId }) => requestId);
    expect([await listed('expired'), await listed('pending'), await listed('withdrawn')]).toEqual([
      [second],
      [],
      [first],
    ]);
    await expect(decide(operations, OWNER, '424242')).rejects.toMatchObject({ code: 'AdjustmentRequestMissing' });
    expect(await balance()).toBe(100);
  });

  it('points that are not there cannot be taken: the request stays open, and no debt comes of it', async () => {
    const operations = await brand();
    const requestId = await ask(operations, ANNA, -101);
    await expect(decide(operations, OWNER, requestId)).rejects.toMatchObject({ code: 'PointsNotEnough' });
    expect(await operations.requests.one(requestId)).toMatchObject({ state: 'pending', decidedBy: null });
    await operations.earn(aPurchase({ amountFen: 100 }));
    expect(await decide(operations, OWNER, requestId)).toMatchObject({ state: 'approved' });
    expect(await balance()).toBe(0);
    expect(await violationsOf(operations)).toEqual([]);
  });
});
