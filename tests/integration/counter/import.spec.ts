import { RecordImportedPurchases, RunImport, RunWaitingImports } from '@fanloop/counter';
import { systemActor } from '@fanloop/kernel';
import { MembersDoor } from '@fanloop/members';
import { OrganizationDoor } from '@fanloop/organization';
import { type Tx, UnitOfWork } from '@fanloop/platform';
import { CreateImport, type ImportSettings, ImportsRead, ProgressImport, SteerImport } from '@fanloop/sales';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { openShop, type Shop } from './till';
import { useTillProcesses } from './till-process';

const actor = systemActor('test');
const LONGER_THAN_A_LEASE = { seconds: 31 };

describe('the import of purchases from a CSV', () => {
  const database = usePrivateDatabase();
  const [api, other] = useTillProcesses(database, 2) as [
    ReturnType<typeof useTillProcesses>[0],
    ReturnType<typeof useTillProcesses>[0],
  ];
  let shop: Shop;
  const reset = async (): Promise<void> => {
    await database.truncateAll();
    api.clock.set('2026-06-15T04:00:00.000Z');
    shop = await openShop(api, 4);
  };
  beforeEach(reset);

  const settings = (change: Partial<ImportSettings> = {}): ImportSettings => ({
    mapping: {
      purchaseKey: '单号',
      occurredAt: '时间',
      amount: '实付',
      member: '会员',
      productName: '商品',
      quantity: '数量',
      discount: '优惠',
    },
    source: 'old-pos',
    storeId: shop.stores[0],
    dateFormat: 'yyyy-MM-dd HH:mm',
    memberKind: 'pos-card',
    ...change,
  });
  const create = async (content: string, change: Partial<ImportSettings> = {}): Promise<string> => {
    const { importId } = await api.get(CreateImport).execute({ fileName: '流水.csv', content, actor });
    await api.get(SteerImport).map({ importId, settings: settings(change), actor });
    return importId;
  };
  const start = async (content: string): Promise<string> => {
    const importId = await create(content);
    await api.get(SteerImport).run({ importId, actor });
    return importId;
  };
  const count = async (table: string): Promise<number> =>
    Number((await database.query<{ n: string }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]!.n);

  const HEADING = '单号,时间,会员,商品,数量,优惠,实付';
  const MIXED = [
    HEADING,
    'A1,2026-05-02 10:30,card-0,桂花乌龙,2,2.00,30.00',
    'A1,2026-05-02 10:30,card-0,"桂花糕, 大份",1,,12.50',
    'A2,2026-05-01 23:59,,龙井,1,,18',
    'A3,2026-05-03 09:00,card-99,龙井,1,,18',
    'A4,2026-05-03 09:00,card-1,龙井,-1,,18',
    'A5,2026-05-03 09:00,card-1,龙井,1,,18.005',
    'A5,2026-05-03 09:00,card-1,龙井,1,,18',
    'A6,下午三点,card-1,龙井,1,,18',
    'A7,2026-05-03 09:00,card-1,龙井,1,,18',
    'A7,2026-05-03 09:01,card-1,龙井,1,,18',
    ',2026-05-03 09:00,card-1,龙井,1,,18',
    'A8,2027-05-03 09:00,card-1,龙井,1,,18',
    '=A9,2026-05-04 09:00,card-1,龙井,1,,¥18.00',
  ].join('\n');

  it('keeps a dry run’s promise: the same rows, and nothing written before the run', async () => {
    const importId = await create(MIXED);
    const promised = await api.get(RunImport).dryRun(importId);
    expect(await count('sales_purchase')).toBe(0);
    await api.get(SteerImport).run({ importId, actor });
    expect(await api.get(RunImport).execute(importId)).toBe(true);
    const done = await api.get(ImportsRead).one(importId);
    expect(done).toMatchObject({ ...promised, state: 'done', rows: 13, written: 4, skipped: 9, duplicates: 0 });
    expect(done.errors.map((error) => [error.row, error.code])).toEqual([
      [5, 'MemberUnknown'],
      [6, 'QuantityUnreadable'],
      [7, 'AmountUnreadable'],
      [8, 'OtherRowRefused'],
      [9, 'TimeUnreadable'],
      [10, 'RowsDisagree'],
      [11, 'RowsDisagree'],
      [12, 'KeyMissing'],
      [13, 'PurchaseRefused'],
    ]);
    const rows = await database.query<{ external_key: string; net_fen: string; occurred_at: Date; day: string }>(
      "SELECT external_key, net_fen, occurred_at, DATE_FORMAT(business_date, '%Y-%m-%d') AS day FROM sales_purchase ORDER BY id",
    );
    expect(rows.map((row) => [row.external_key, row.net_fen, row.occurred_at.toISOString(), row.day])).toEqual([
      ['A2', '1800', '2026-05-01T15:59:00.000Z', '2026-05-01'],
      ['A1', '4250', '2026-05-02T02:30:00.000Z', '2026-05-02'],
      ['=A9', '1800', '2026-05-04T01:00:00.000Z', '2026-05-04'],
    ]);
    // ¥42.50 → 42 points, ¥18 → 18, each with the bonus of a first purchase.
    expect(done.points).toBe(42 + 50 + 18 + 50);
    const report = await api.get(ImportsRead).reportCsv(importId);
    expect(report.split('\r\n')).toHaveLength(1 + 13 + 1);
  });

  it('refuses duplicates by key, in a second file and in a second run', async () => {
    const first = await start(MIXED);
    await api.get(RunImport).execute(first);
    const points = await database.query('SELECT member_id, available FROM loyalty_points_account ORDER BY member_id');
    const second = await start(MIXED);
    await api.get(RunImport).execute(second);
    expect(await api.get(ImportsRead).one(second)).toMatchObject({ written: 0, duplicates: 4, skipped: 9, points: 0 });
    expect(await count('sales_purchase')).toBe(3);
    expect(await database.query('SELECT member_id, available FROM loyalty_points_account ORDER BY member_id')).toEqual(
      points,
    );
  });

  it('refuses a mapping that cannot work, and a file that is none', async () => {
    const { importId } = await api.get(CreateImport).execute({ fileName: 'x.csv', content: MIXED, actor });
    const map = (change: Partial<ImportSettings>) =>
      api.get(SteerImport).map({ importId, settings: settings(change), actor });
    await expect(map({ mapping: { purchaseKey: '单号' } })).rejects.toMatchObject({ code: 'MappingIncomplete' });
    await expect(map({ storeId: null })).rejects.toMatchObject({ code: 'MappingIncomplete' });
    await expect(map({ source: 'Ä' })).rejects.toMatchObject({ code: 'MappingIncomplete' });
    await expect(api.get(SteerImport).run({ importId, actor })).rejects.toMatchObject({ code: 'ImportStateForbids' });
    const create = (content: string) => api.get(CreateImport).execute({ fileName: 'x.csv', content, actor });
    await expect(create(HEADING)).rejects.toMatchObject({ code: 'ImportEmpty' });
    await expect(create('a,b\n"1,2')).rejects.toMatchObject({ code: 'ImportUnreadable' });
  });

  const LONG = [
    HEADING,
    ...Array.from(
      { length: 1000 },
      (_, i) => `L${i},2026-05-01 10:${String(i % 60).padStart(2, '0')},card-${i % 4},龙井,1,,18`,
    ),
  ].join('\n');

  it('a cancel stops it between two batches, and a new start goes on from there', async () => {
    const importId = await start(LONG);
    let batches = 0;
    const cancelling = runOn(api, {
      before: async () => {
        batches += 1;
        if (batches === 2) await api.get(SteerImport).cancel({ importId, actor });
      },
    });
    expect(await cancelling.execute(importId)).toBe(false);
    expect(await api.get(ImportsRead).one(importId)).toMatchObject({ state: 'cancelled', written: 300 });
    await api.get(SteerImport).run({ importId, actor });
    expect(await api.get(RunWaitingImports).execute()).toBe(1);
    expect(await api.get(ImportsRead).one(importId)).toMatchObject({ state: 'done', written: 1000, duplicates: 0 });
  });

  it('P1 killed in the middle of a batch, another worker goes on: every row once, none lost', async () => {
    await provesAbsent({
      reset,
      sound: () => runOn(api, { dieInBatch: 3 }),
      // The twin moves its checkpoint on before the batch is there.
      broken: () => runOn(api, { dieInBatch: 3, checkpointFirst: true }),
      scenario: async (dying) => {
        const importId = await start(LONG);
        await dying.died(importId);
        api.clock.advance(LONGER_THAN_A_LEASE);
        await other.get(RunWaitingImports).execute();
        const view = await api.get(ImportsRead).one(importId);
        const purchases = await count('sales_purchase');
        const wrong =
          view.written === 1000 && view.duplicates === 0 && view.state === 'done' ? [] : [JSON.stringify(view)];
        return purchases === 1000 ? wrong : [...wrong, `${purchases} purchases of 1000`];
      },
    });
  });

  it('two workers never run the same import at once', async () => {
    const importId = await start(LONG);
    const both = await Promise.all([api.get(RunImport).execute(importId), other.get(RunImport).execute(importId)]);
    expect(both.sort()).toEqual([false, true]);
    expect(await api.get(ImportsRead).one(importId)).toMatchObject({ state: 'done', written: 1000, duplicates: 0 });
  });

  interface Interference {
    before?: () => Promise<void>;
    /** In this batch the server loses the client's connection, as it does when the process is killed. */
    dieInBatch?: number;
    checkpointFirst?: boolean;
  }

  const runOn = (process: typeof api, { before, dieInBatch, checkpointFirst }: Interference) => {
    let batch = 0;
    let dead: () => void = () => undefined;
    const died = new Promise<void>((resolve) => {
      dead = resolve;
    });
    const real = process.get(RecordImportedPurchases);
    const record = Object.assign(Object.create(real) as RecordImportedPurchases, {
      record: async (tx: Tx, drafts: Parameters<RecordImportedPurchases['record']>[1]) => {
        batch += 1;
        const done = await real.record(tx, drafts);
        if (batch !== dieInBatch) return done;
        const [row] = await tx.query<{ id: string }>('SELECT CONNECTION_ID() AS id');
        await database.query(`KILL ${Number(row!.id)}`);
        dead();
        return new Promise<never>(() => undefined);
      },
    });
    const progress = process.get(ProgressImport);
    const steps = Object.assign(Object.create(progress) as ProgressImport, {
      leaseIn: async (tx: Tx, importId: string, owner: string) => {
        await before?.();
        if (checkpointFirst)
          await database.query('UPDATE sales_import SET done_purchases = done_purchases + 300 WHERE id = ?', [
            importId,
          ]);
        return progress.leaseIn(tx, importId, owner);
      },
      ...(checkpointFirst
        ? {
            advance: (tx: Tx, importId: string, _purchases: number, points: number, rows: never[]) =>
              progress.advance(tx, importId, 0, points, rows),
          }
        : {}),
    });
    const run = new RunImport(
      process.get(UnitOfWork),
      steps,
      record,
      process.get(MembersDoor),
      process.get(OrganizationDoor),
    );
    return {
      execute: (importId: string) => run.execute(importId),
      died: async (importId: string) => {
        void run.execute(importId).catch(() => undefined);
        await died;
      },
    };
  };
});
