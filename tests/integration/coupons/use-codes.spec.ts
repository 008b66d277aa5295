import type { MemberId } from '@fanloop/kernel';
import type { Tx, UnitOfWork } from '@fanloop/platform';
import Redis from 'ioredis';
import { CodeRepository } from '../../../libs/coupons/src/store/code.repository';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { type CodeParts, type CodesProcess, codesOf, codesProcess } from './codes-process';
import { draft, settled, staff } from './coupons-process';

/** Looks whether the code is unused, then marks it without asking again. */
class LookedAtCodes extends CodeRepository {
  override async use(tx: Tx, codeId: string, memberId: MemberId, at: Date): Promise<boolean> {
    const [seen] = await tx.query<{ state: string }>('SELECT state FROM coupons_code WHERE id = ?', [codeId]);
    if (seen?.state !== 'unused') return false;
    await tx.execute("UPDATE coupons_code SET state = 'used', member_id = ?, used_at = ? WHERE id = ?", [
      memberId,
      at,
      codeId,
    ]);
    return true;
  }
}

/** Marks the code in a transaction of its own, before the coupon is given. */
class HastyCodes extends CodeRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  override use(_: Tx, codeId: string, memberId: MemberId, at: Date): Promise<boolean> {
    return this.unitOfWork.run((own) => super.use(own, codeId, memberId, at));
  }

  override async nameCoupon(): Promise<void> {}
}

describe('a unique code', () => {
  const database = usePrivateDatabase();
  const clock = new FixedClock('2026-06-15T04:00:00Z');
  let redis: Redis;
  beforeAll(() => {
    redis = new Redis(database.redisUrl);
  });
  afterAll(() => redis.quit());

  let keys = 0;
  const use = (shop: CodesProcess, memberId: string, text: string, key?: string) => {
    keys += 1;
    return shop.use.execute({ memberId, text, idempotencyKey: key ?? `use-code-${keys}` });
  };
  const processes = async (parts: CodeParts = {}): Promise<CodesProcess[]> => {
    const sources = [database.dataSource, await database.another()];
    await Promise.all(sources.flatMap((source) => Array.from({ length: 6 }, () => source.query('SELECT SLEEP(0.01)'))));
    return sources.map((source) => codesProcess(source, redis, clock, parts));
  };
  const template = (shop: CodesProcess, more: Parameters<typeof draft>[0] = {}) =>
    shop.create.execute({ draft: draft(more), status: 'active', actor: staff });
  const states = async () =>
    (await database.query<{ state: string }>('SELECT state FROM coupons_code ORDER BY id')).map(({ state }) => state);
  const coupons = () =>
    database.query<{ member_id: string; channel: string }>('SELECT * FROM coupons_coupon ORDER BY id');

  it('C6 gives one coupon, however many members hand it in at once over two processes', async () => {
    await provesAbsent<CodesProcess[]>({
      sound: () => processes(),
      broken: () => processes({ codes: () => new LookedAtCodes() }),
      reset: () => database.truncateAll(),
      attempts: 10,
      scenario: async (shops) => {
        const { codes } = await codesOf(shops[0]!, await template(shops[0]!), 8);
        const { done, refused } = await settled(
          codes.flatMap((code, c) => [1, 2, 3, 4].map((i) => use(shops[i % 2]!, String(c * 10 + i), code))),
        );
        const given = (await coupons()).length;
        return [
          ...(given === 8 && done.length === 8 ? [] : [`8 codes gave ${given} coupons`]),
          ...refused.filter((code) => code !== 'CodeUsed'),
        ];
      },
    });
  });

  it('C1 is no way around the limit per member, and one that was refused stays unused', async () => {
    await provesAbsent<CodesProcess[]>({
      sound: () => processes(),
      broken: () => processes({ codes: (unitOfWork) => new HastyCodes(unitOfWork) }),
      reset: () => database.truncateAll(),
      scenario: async (shops) => {
        const { codes } = await codesOf(shops[0]!, await template(shops[0]!, { perMemberLimit: 1 }), 12);
        const { refused } = await settled(codes.map((code, i) => use(shops[i % 2]!, String(i % 3), code)));
        const used = (await states()).filter((state) => state === 'used').length;
        const given = (await coupons()).length;
        return [
          ...(given === 3 && used === 3 ? [] : [`3 members, one each: ${given} coupons for ${used} codes`]),
          ...refused.filter((code) => code !== 'ClaimLimitReached'),
        ];
      },
    });
  });

  it('is found however it is typed, gives the coupon once per key, and says who has used it', async () => {
    const [shop] = await processes();
    const { codes } = await codesOf(shop!, await template(shop!), 2);
    const text = ` ${codes[0]!.toLowerCase().replace(/-/g, '  ')} `;
    const first = await use(shop!, '1', text, 'typed-once');
    expect(await use(shop!, '1', text, 'typed-once')).toEqual(first);
    expect(await coupons()).toMatchObject([{ member_id: '1', channel: 'code' }]);
    const { refused } = await settled([
      use(shop!, '1', codes[0]!),
      use(shop!, '2', codes[0]!),
      use(shop!, '1', codes[1]!, 'typed-once'),
    ]);
    expect(refused).toEqual(['CodeUsedByYou', 'CodeUsed', 'IdempotencyKeyReused']);
    expect(await states()).toEqual(['used', 'unused']);
  });

  it('is refused when its batch has ended, its time is over, or the coupon cannot be given', async () => {
    const [shop] = await processes();
    const small = await template(shop!, { stockTotal: 1 });
    const until = new Date(clock.now().getTime() + 3_600_000);
    const timed = await codesOf(shop!, small, 3, until);
    const ended = await codesOf(shop!, small, 1);
    await shop!.steer.end({ batchId: ended.batchId, actor: staff });
    await use(shop!, '1', timed.codes[0]!);
    const now = await settled([use(shop!, '2', ended.codes[0]!), use(shop!, '2', timed.codes[1]!)]);
    expect(now.refused).toEqual(['CodesEnded', 'StockExhausted']);
    clock.advance({ hours: 1 });
    expect((await settled([use(shop!, '2', timed.codes[1]!)])).refused).toEqual(['CodeExpired']);
    expect(await shop!.batches.list(small)).toMatchObject([
      { state: 'ended', used: 0, unused: 0, void: 1 },
      { state: 'over', used: 1, unused: 0, void: 2 },
    ]);
  });

  it('that is mistyped is told without being looked for, and is no try', async () => {
    const [shop] = await processes();
    const { codes } = await codesOf(shop!, await template(shop!), 1);
    const wrong = codes[0]!.slice(0, -1) + (codes[0]!.endsWith('2') ? '3' : '2');
    const spy = jest.spyOn(CodeRepository.prototype, 'find');
    const { refused } = await settled([
      ...Array.from({ length: 15 }, () => use(shop!, '1', wrong)),
      ...['', '🍵🍵🍵🍵', 'XX-AAAAA-AAAAA', "1' OR '1'='1"].map((text) => use(shop!, '1', text)),
    ]);
    expect(refused).toEqual([...Array<string>(15).fill('CodeMistyped'), ...Array<string>(4).fill('CodeNotFound')]);
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
    await use(shop!, '1', codes[0]!);
  });

  it('cannot be guessed: ten wrong ones in an hour, and even a right one has to wait; right ones are no tries', async () => {
    const [shop] = await processes();
    const { codes } = await codesOf(shop!, await template(shop!, { perMemberLimit: 20 }), 13);
    for (const code of codes.slice(0, 12)) await use(shop!, '1', code);
    // Codes of another batch's key: well formed, and not there.
    await database.query('UPDATE coupons_code SET code_index = SHA2(id, 256) WHERE id > 0 AND state = ?', ['used']);
    const guesses = await settled(codes.slice(0, 10).map((code) => use(shop!, '1', code)));
    expect(guesses.refused).toEqual(Array<string>(10).fill('CodeNotFound'));
    expect((await settled([use(shop!, '1', codes[12]!)])).refused).toEqual(['TooManyTries']);
    await use(shop!, '2', codes[12]!);
  });
});
