import { createHash, randomInt } from 'node:crypto';
import type { MemberId } from '@fanloop/kernel';
import type { Tx } from '@fanloop/platform';
import { AudienceRepository } from '../../../libs/coupons/src/store/audience.repository';
import { CouponRepository } from '../../../libs/coupons/src/store/coupon.repository';
import { CouponNumbers } from '../../../libs/coupons/src/store/coupon-numbers';
import { TemplateRepository, type TemplateRow } from '../../../libs/coupons/src/store/template.repository';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { type CouponsProcess, couponsProcess, draft, type Parts, settled, staff } from './coupons-process';

/** Reads without a lock and decides on what it saw. */
class UnlockedTemplates extends TemplateRepository {
  override async lock(tx: Tx, ids: readonly string[]): Promise<Map<string, TemplateRow>> {
    const rows = await tx.query<TemplateRow>('SELECT * FROM coupons_template WHERE id IN (?)', [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** As found in the field: the guard looks whether anything is left, not whether enough is. */
class HopefulStock extends UnlockedTemplates {
  override async takeStock(tx: Tx, id: string, count: number): Promise<boolean> {
    await tx.execute('UPDATE coupons_template SET stock_left = stock_left - ? WHERE id = ? AND stock_left > 0', [
      count,
      id,
    ]);
    return true;
  }
}

/** Counts, then inserts under any free number: nothing in the database holds the limit. */
class CountedCoupons extends CouponRepository {
  override insert(tx: Tx, coupons: Parameters<CouponRepository['insert']>[1]) {
    return super.insert(
      tx,
      coupons.map((coupon) => ({ ...coupon, ordinal: randomInt(1_000_000_000) })),
    );
  }

  override async ordinals(tx: Tx, templateId: string, members: readonly MemberId[]): Promise<Map<MemberId, number[]>> {
    const held = await super.ordinals(tx, templateId, members);
    return new Map([...held].map(([member, taken]) => [member, taken.map((_, i) => i + 1)]));
  }
}

/** Numbers that can be guessed and that come twice: the first half of them does. */
class CountingNumbers extends CouponNumbers {
  private drawn = 0;

  override next(): string {
    this.drawn += 1;
    return String(Math.ceil(this.drawn / 2)).padStart(12, '0');
  }
}

describe('claiming', () => {
  const database = usePrivateDatabase();
  const clock = new FixedClock('2026-06-15T04:00:00Z');
  let keys = 0;
  const key = (): string => {
    keys += 1;
    return `claim-key-${keys}`;
  };

  /** Two processes with ten connections each. */
  const processes = async (parts: Parts = {}): Promise<CouponsProcess[]> => {
    const sources = [database.dataSource, await database.another()];
    // Opened before the race: a process that still shakes hands comes too late for it.
    await Promise.all(sources.flatMap((source) => Array.from({ length: 5 }, () => source.query('SELECT SLEEP(0.01)'))));
    return sources.map((source) => couponsProcess(source, clock, parts));
  };

  /**
   * Other people's keys, as a running shop has them by the thousand. On a nearly empty table the database scans for the
   * keys of refused claims, and the deadlock and retry that follow would hide a missing lock.
   */
  const fillKeys = () =>
    database.query(
      `INSERT INTO platform_idempotency_key (key_id, scope, request_hash, claimed_by, created_at) VALUES ?`,
      [
        Array.from({ length: 3000 }, (_, i) => [
          createHash('sha256').update(`${i}`).digest('hex'),
          's',
          '',
          '',
          new Date(),
        ]),
      ],
    );

  const made = (shops: CouponsProcess[], more: Parameters<typeof draft>[0], count: number): Promise<string[]> =>
    Promise.all(
      Array.from({ length: count }, () =>
        shops[0]!.create.execute({ draft: draft(more), status: 'active', actor: staff }),
      ),
    );

  it('C1 the limit per member holds against parallel claims over two processes, each on its own template', async () => {
    await provesAbsent<CouponsProcess[]>({
      sound: () => processes(),
      broken: () =>
        processes({
          templates: (t) => new UnlockedTemplates(t, new AudienceRepository()),
          coupons: (n, t) => new CountedCoupons(n, t),
        }),
      reset: () => database.truncateAll(),
      attempts: 10,
      scenario: async (shops) => {
        await fillKeys();
        const templates = await made(shops, { perMemberLimit: 2 }, 4);
        const claims = templates.flatMap((templateId) =>
          ['1', '2', '3'].flatMap((memberId) =>
            Array.from({ length: 8 }, (_, i) =>
              shops[i % 2]!.claim.execute({ templateId, memberId, idempotencyKey: key() }),
            ),
          ),
        );
        const { refused } = await settled(claims);
        const held = await database.query<{ n: string }>(
          'SELECT COUNT(*) AS n FROM coupons_coupon GROUP BY template_id, member_id',
        );
        const passed = held.filter((row) => Number(row.n) > 2).map((row) => `a member holds ${row.n} of 2`);
        const short =
          held.length === 12 && held.every((row) => Number(row.n) >= 2) ? [] : ['a member got fewer than 2'];
        const other = refused.filter((code) => code !== 'ClaimLimitReached');
        return [...passed, ...short, ...other];
      },
    });
  });

  it('C1 the database itself keeps the limit: code that forgets the lock is stopped by the unique key', async () => {
    const shops = await processes({ templates: (t) => new UnlockedTemplates(t, new AudienceRepository()) });
    const templates = await made(shops, { perMemberLimit: 1 }, 6);
    await Promise.allSettled(
      templates.flatMap((templateId) =>
        shops.flatMap((shop) =>
          [1, 2, 3].map(() => shop.claim.execute({ templateId, memberId: '1', idempotencyKey: key() })),
        ),
      ),
    );
    const held = await database.query<{ n: string }>('SELECT COUNT(*) AS n FROM coupons_coupon GROUP BY template_id');
    expect(held.map((row) => Number(row.n))).toEqual(templates.map(() => 1));
  });

  it('C2 stock is never passed, and what was taken equals what was given', async () => {
    await provesAbsent<CouponsProcess[]>({
      sound: () => processes(),
      broken: () => processes({ templates: (t) => new HopefulStock(t, new AudienceRepository()) }),
      reset: () => database.truncateAll(),
      attempts: 10,
      scenario: async (shops) => {
        const templates = await made(shops, { stockTotal: 25 }, 3);
        const claims = templates.flatMap((templateId) =>
          Array.from({ length: 80 }, (_, i) =>
            shops[i % 2]!.claim.execute({ templateId, memberId: String(i + 1), idempotencyKey: key() }),
          ),
        );
        const { refused } = await settled(claims);
        const rows = await database.query<{ stock_left: number; n: string }>(
          `SELECT t.stock_left, (SELECT COUNT(*) FROM coupons_coupon c WHERE c.template_id = t.id) AS n
             FROM coupons_template t`,
        );
        const wrong = rows.flatMap((row) =>
          row.stock_left === 0 && Number(row.n) === 25 ? [] : [`25 in stock: ${row.n} given, ${row.stock_left} left`],
        );
        return [...wrong, ...refused.filter((code) => code !== 'StockExhausted')];
      },
    });
  });

  it('C4 one request is one coupon: the same key is answered alike, another input with it is refused', async () => {
    const [shop, other] = await processes();
    const [templateId, another] = await made([shop!], { perMemberLimit: 5 }, 2);
    const command = { templateId: templateId!, memberId: '1', idempotencyKey: 'one-and-the-same' };
    const answers = await Promise.all([1, 2, 3, 4, 5].map((i) => (i % 2 ? shop! : other!).claim.execute(command)));
    expect(new Set(answers.map((answer) => answer.couponNo)).size).toBe(1);
    expect(await database.query('SELECT id FROM coupons_coupon')).toHaveLength(1);
    const { refused } = await settled([shop!.claim.execute({ ...command, templateId: another! })]);
    expect(refused).toEqual(['IdempotencyKeyReused']);
    const events = await database.query<{ n: string }>('SELECT COUNT(*) AS n FROM platform_outbox');
    expect(Number(events[0]!.n)).toBe(1);
  });

  it('C6 numbers are random and never collide: a taken one is drawn again', async () => {
    await provesAbsent<{ shops: CouponsProcess[] }>({
      sound: async () => ({ shops: await processes() }),
      broken: async () => ({ shops: await processes({ numbers: new CountingNumbers() }) }),
      reset: () => database.truncateAll(),
      scenario: async ({ shops }) => {
        const [templateId] = await made(shops, { perMemberLimit: 1 }, 1);
        await Promise.allSettled(
          Array.from({ length: 40 }, (_, i) =>
            shops[i % 2]!.claim.execute({ templateId: templateId!, memberId: String(i + 1), idempotencyKey: key() }),
          ),
        );
        const rows = await database.query<{ coupon_no: string }>('SELECT coupon_no FROM coupons_coupon');
        const numbers = rows.map((row) => row.coupon_no);
        const near = numbers.filter((no, i) => i > 0 && no.slice(0, 8) === numbers[i - 1]!.slice(0, 8));
        return [
          ...numbers
            .filter((no) => !/^[23456789A-HJKMNP-TV-Z]{12}$/.test(no))
            .map((no) => `${no} is not 12 random signs`),
          ...near.map((no) => `${no} follows from the one before`),
          ...(numbers.length === 40 ? [] : [`${numbers.length} of 40 coupons`]),
        ];
      },
    });
  });

  it('C6 a number drawn twice by chance costs nobody a coupon', async () => {
    const drawn = ['AAAAAAAAAAA2', 'BBBBBBBBBBB2', 'AAAAAAAAAAA2', 'CCCCCCCCCCC2', 'DDDDDDDDDDD2', 'EEEEEEEEEEE2'];
    const numbers = { next: () => drawn.shift() ?? 'ZZZZZZZZZZZ2' };
    const shop = couponsProcess(database.dataSource, clock, { numbers });
    const [templateId] = await made([shop], {}, 1);
    const claims = ['1', '2', '3'].map((memberId) =>
      shop.claim.execute({ templateId: templateId!, memberId, idempotencyKey: key() }),
    );
    const { done } = await settled(claims);
    expect(done.map((coupon) => coupon.couponNo).sort()).toEqual(['CCCCCCCCCCC2', 'DDDDDDDDDDD2', 'EEEEEEEEEEE2']);
  });

  it('a paused template gives nothing, and a bad neighbour spoils no batch', async () => {
    const [shop] = await processes();
    const [open, paused] = await made([shop!], {}, 2);
    await shop!.changeStatus.execute({ templateId: paused!, status: 'paused', actor: staff });
    const { done, refused } = await settled(
      [open!, paused!, '999999'].map((templateId) =>
        shop!.claim.execute({ templateId, memberId: '1', idempotencyKey: key() }),
      ),
    );
    expect(done).toHaveLength(1);
    expect(refused.sort()).toEqual(['TemplateNotActive', 'TemplateNotFound']);
  });

  it('an edit of the template never reaches coupons that members hold', async () => {
    const [shop] = await processes();
    const [templateId] = await made([shop!], {}, 1);
    await shop!.claim.execute({ templateId: templateId!, memberId: '1', idempotencyKey: key() });
    const revised = draft({ stockTotal: 50 }, { amountFen: 100, name: '减 1 元' });
    await shop!.revise.execute({ templateId: templateId!, draft: revised, actor: staff });
    await shop!.claim.execute({ templateId: templateId!, memberId: '2', idempotencyKey: key() });
    const [mine] = await shop!.wallet.list('1', 'usable');
    const [theirs] = await shop!.wallet.list('2', 'usable');
    expect([mine!.amountFen, mine!.name, theirs!.amountFen, theirs!.name]).toEqual([500, '满 30 减 5', 100, '减 1 元']);
    expect(mine!.terms).toBe('满 ¥30 减 ¥5，全部门店可用');
    const [row] = await database.query<{ stock_left: number }>('SELECT stock_left FROM coupons_template');
    expect(row!.stock_left).toBe(48);
    const { refused } = await settled([
      shop!.revise.execute({ templateId: templateId!, draft: draft({ stockTotal: 1 }), actor: staff }),
    ]);
    expect(refused).toEqual(['StockBelowClaimed']);
  });
});
