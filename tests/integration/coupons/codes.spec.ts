import { Logger } from '@nestjs/common';
import Redis from 'ioredis';
import { CHARSETS } from '../../../libs/coupons/src/rules/codes/charset';
import { checks } from '../../../libs/coupons/src/rules/codes/luhn-mod-n';
import { CodeDraw } from '../../../libs/coupons/src/store/code-draw';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { type CodeParts, type CodesProcess, codesOf, codesProcess, exported, FORM } from './codes-process';
import { draft, settled, staff } from './coupons-process';

/** Draws the codes of a list, and real ones when it is used up. */
class ListedDraw extends CodeDraw {
  constructor(private readonly listed: string[]) {
    super();
  }

  override next(form: Parameters<CodeDraw['next']>[0]) {
    const shown = this.listed.shift();
    return shown ? { shown, key: shown.replace(/-/g, '') } : super.next(form);
  }
}

beforeAll(() => Logger.overrideLogger(false));

describe('batches of unique codes', () => {
  const database = usePrivateDatabase();
  const clock = new FixedClock('2026-06-15T04:00:00Z');
  let redis: Redis;
  beforeAll(() => {
    redis = new Redis(database.redisUrl);
  });
  afterAll(() => redis.quit());

  const process = (parts: CodeParts = {}): CodesProcess => codesProcess(database.dataSource, redis, clock, parts);
  const template = (shop: CodesProcess) => shop.create.execute({ draft: draft(), status: 'active', actor: staff });
  const count = async (sql: string): Promise<number> => Number((await database.query<{ n: string }>(sql))[0]!.n);
  const order = (shop: CodesProcess, templateId: string, many: number, key = 'ordered-once') =>
    shop.order.execute({
      templateId,
      name: '贺卡',
      form: FORM,
      count: many,
      usableUntil: null,
      actor: staff,
      idempotencyKey: key,
    });

  it('C6 are drawn, sealed and exported: none twice, each with its check sign, none readable in the table', async () => {
    const shop = process();
    const { batchId, codes } = await codesOf(shop, await template(shop), 2500);
    expect(new Set(codes).size).toBe(2500);
    const good = codes.filter(
      (code) => /^FL-[^-]{5}-[^-]{5}$/.test(code) && checks(code.slice(3).replace('-', ''), CHARSETS.readable),
    );
    expect(good).toHaveLength(2500);
    const rows = JSON.stringify(await database.query('SELECT * FROM coupons_code'));
    expect(codes.filter((code) => rows.includes(code) || rows.includes(code.replace(/-/g, '')))).toEqual([]);
    expect(await shop.batches.one(batchId)).toMatchObject({
      state: 'ready',
      wanted: 2500,
      made: 2500,
      used: 0,
      unused: 2500,
    });
    const audit = await database.query<{ action: string }>('SELECT action FROM platform_audit ORDER BY id');
    expect(audit.map(({ action }) => action).slice(1)).toEqual(['coupons.codes-ordered', 'coupons.codes-exported']);
  });

  it('C6 a code that is there already is drawn again, whether in this batch or in another', async () => {
    const shop = process();
    const templateId = await template(shop);
    const [old] = (await codesOf(shop, templateId, 1)).codes;
    const unlucky = process({ draw: new ListedDraw(['FL-AAAAA-AAAAA', old!, 'FL-AAAAA-AAAAA', 'FL-BBBBB-BBBBB']) });
    const { codes } = await codesOf(unlucky, templateId, 3);
    expect(codes.slice(0, 2)).toEqual(['FL-AAAAA-AAAAA', 'FL-BBBBB-BBBBB']);
    expect(new Set([old, ...codes]).size).toBe(4);
    expect(await count('SELECT COUNT(*) AS n FROM coupons_code')).toBe(4);
  });

  it('that could be guessed are refused, counted with those of the same look', async () => {
    const shop = process();
    const templateId = await template(shop);
    const ask = (pattern: string, many: number, key: string) =>
      shop.order.execute({
        templateId,
        name: '贺卡',
        form: { ...FORM, pattern },
        count: many,
        usableUntil: null,
        actor: staff,
        idempotencyKey: key,
      });
    const { refused } = await settled([ask('FL-####-####', 100_000, 'too-weak-1'), ask('####', 1, 'too-weak-2')]);
    expect(refused).toEqual(['CodePatternWeak', 'CodePatternWeak']);
    // 9 drawn signs of 30: 196,830 codes and no more.
    await ask('FL-#####-#####', 150_000, 'strong-enough');
    expect((await settled([ask('FL#####-#####', 50_000, 'one-too-many')])).refused).toEqual(['CodePatternWeak']);
    await ask('FL-#####-#####', 40_000, 'still-enough');
  });

  it('go on where a dead worker left them, and two workers make each code once', async () => {
    const dying = process({
      beforePortion: ({ made }) => {
        if (made >= 2000) throw new Error('killed');
      },
    });
    const batchId = await order(dying, await template(dying), 4500);
    expect(await order(dying, (await dying.batches.one(batchId)).templateId, 4500)).toBe(batchId);
    await dying.run.execute();
    expect(await dying.batches.one(batchId)).toMatchObject({ state: 'running', made: 2000 });
    const [one, two] = [process(), codesProcess(await database.another(), redis, clock)];
    expect(await one.run.execute()).toBe(0);
    clock.advance({ seconds: 31 });
    await Promise.all([one.run.execute(), two.run.execute()]);
    expect(await one.batches.one(batchId)).toMatchObject({ state: 'ready', made: 4500 });
    expect(await count('SELECT COUNT(*) AS n FROM coupons_code')).toBe(4500);
  });

  it('that kill their worker each time are given up, and what was made of them goes', async () => {
    const dying = process({
      beforePortion: ({ made }) => {
        if (made >= 1000) throw new Error('killed');
      },
    });
    const batchId = await order(dying, await template(dying), 1500);
    for (let i = 0; i < 7; i += 1) {
      await dying.run.execute();
      clock.advance({ seconds: 31 });
    }
    expect(await dying.batches.one(batchId)).toMatchObject({ state: 'failed', failure: '连续 5 次中断，没有做完' });
    expect(await count('SELECT COUNT(*) AS n FROM coupons_code')).toBe(0);
  });

  it('stop when they are cancelled: no code is written after it, none stays, none is ever valid', async () => {
    let batchId = '';
    const shop = process({
      beforePortion: async ({ made }) => {
        if (made === 1000) void process().steer.cancel({ batchId, actor: staff });
      },
    });
    batchId = await order(shop, await template(shop), 5000);
    await shop.run.execute();
    await shop.run.execute();
    expect(await shop.batches.one(batchId)).toMatchObject({ state: 'cancelled', unused: 0 });
    expect(await count('SELECT COUNT(*) AS n FROM coupons_code')).toBe(0);
    await shop.steer.cancel({ batchId, actor: staff });
    const { refused } = await settled([
      shop.steer.end({ batchId, actor: staff }),
      shop.export.execute({ batchId, actor: staff }).then(() => undefined),
      shop.steer.cancel({ batchId: '999', actor: staff }),
    ]);
    expect(refused).toEqual(['CodeBatchNotReady', 'CodeBatchNotReady', 'CodeBatchNotFound']);
  });
});

describe('imported codes', () => {
  const database = usePrivateDatabase();
  const clock = new FixedClock('2026-06-15T04:00:00Z');
  let redis: Redis;
  beforeAll(() => {
    redis = new Redis(database.redisUrl);
  });
  afterAll(() => redis.quit());

  const shop = () => codesProcess(database.dataSource, redis, clock);
  const FILE = '\uFEFF名字,码\r\n甲,CARD-0001\r\n乙, card 0001 \r\n丙,\r\n丁,"CARD-0002"\r\n戊,=1+1\r\n己,券券券券\r\n';
  const asked = (templateId: string, more: object = {}) => ({
    templateId,
    name: '印刷厂的卡',
    content: FILE,
    hasHeader: true,
    column: 1,
    caseSensitive: false,
    onFault: 'skip' as const,
    usableUntil: null,
    actor: staff,
    ...more,
  });
  const made = async (process: CodesProcess) =>
    process.create.execute({ draft: draft(), status: 'active', actor: staff });

  it('are taken line by line; what cannot be is told with its number; the same file is taken once', async () => {
    const process = shop();
    const templateId = await made(process);
    const batchId = await process.import.execute(asked(templateId));
    await process.run.execute();
    const batch = await process.batches.one(batchId);
    expect(batch).toMatchObject({ state: 'ready', made: 2, skipped: 4, form: null });
    expect(batch.report.map(({ line, fault, firstLine }) => [line, fault, firstLine])).toEqual([
      [3, 'twice', 2],
      [4, 'empty', null],
      [6, 'not-a-code', null],
      [7, 'not-a-code', null],
    ]);
    expect(await exported(process, batchId)).toEqual(['CARD-0001', 'CARD-0002']);
    const { refused } = await settled([
      process.import.execute(asked(templateId)),
      process.import.execute(asked(templateId, { content: `${FILE}庚,CARD-0003`, onFault: 'refuse' })),
      process.import.execute(asked(templateId, { content: 'a,CARD0001\n', hasHeader: false })),
      process.import.execute(asked(templateId, { content: '' })),
      process.import.execute(asked(templateId, { content: FILE, column: 7 })),
    ]);
    expect(refused).toEqual(['CodeFileKnown', 'CodeFileFaulty', 'CodeFileEmpty', 'CodeFileEmpty', 'CodeBatchInvalid']);
  });

  it('of the same file twice at once become one batch, and a code in two files belongs to the first', async () => {
    const [one, two] = [shop(), codesProcess(await database.another(), redis, clock)];
    const templateId = await made(one);
    const twice = await settled([one, two, one, two].map((process) => process.import.execute(asked(templateId))));
    expect([twice.done.length, twice.refused]).toEqual([1, ['CodeFileKnown', 'CodeFileKnown', 'CodeFileKnown']]);
    const overlap = { content: 'CARD0002\nCARD0009\n', hasHeader: false, column: 0 };
    // Both were looked through before either was written.
    const lenient = await one.import.execute(asked(templateId, overlap));
    const strict = await one.import.execute(
      asked(templateId, { ...overlap, content: 'CARD0002\nCARD0008\n', onFault: 'refuse' }),
    );
    await one.run.execute();
    expect(await one.batches.one(lenient)).toMatchObject({ state: 'ready', made: 1, skipped: 1 });
    expect(await one.batches.one(strict)).toMatchObject({ state: 'failed', made: 0 });
    const rows = await database.query<{ n: string }>('SELECT COUNT(*) AS n FROM coupons_code');
    expect(Number(rows[0]!.n)).toBe(3);
  });

  it('may tell capitals from small letters', async () => {
    const process = shop();
    const templateId = await process.create.execute({
      draft: draft({ perMemberLimit: 9 }),
      status: 'active',
      actor: staff,
    });
    const content = 'AbCd12\naBcD12\n';
    const batchId = await process.import.execute(
      asked(templateId, { content, hasHeader: false, column: 0, caseSensitive: true }),
    );
    await process.run.execute();
    expect(await process.batches.one(batchId)).toMatchObject({ made: 2 });
    const use = (text: string, idempotencyKey: string) => process.use.execute({ memberId: '1', text, idempotencyKey });
    await use('aBcD-12', 'small-first');
    const { refused } = await settled([use('ABCD12', 'all-capital'), use('aBcD12', 'once-more')]);
    expect(refused).toEqual(['CodeNotFound', 'CodeUsedByYou']);
  });
});
