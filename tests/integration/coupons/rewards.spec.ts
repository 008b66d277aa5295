import { domainEvent } from '@fanloop/events';
import type { TemplateDraft } from '../../../libs/coupons/src/rules/template';
import { type CouponReward, RewardRepository } from '../../../libs/coupons/src/store/reward.repository';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { type CouponsProcess, couponsProcess, draft, type Parts, staff } from './coupons-process';

const NOON = '2026-06-15T04:00:00.000Z';

describe('coupons that rules give', () => {
  const db = usePrivateDatabase();
  const clock = new FixedClock(NOON);
  beforeEach(() => clock.set(NOON));
  const process = () => couponsProcess(db.dataSource, clock);

  const template = (more: Partial<TemplateDraft> = {}, terms: Parameters<typeof draft>[1] = {}): Promise<string> =>
    process().create.execute({ draft: draft(more, terms), status: 'active', actor: staff });
  interface Grant {
    readonly reference: string;
    readonly templateId: string;
    readonly count?: number;
    readonly memberId?: string;
    readonly at?: Date;
  }
  const granted = ({ reference, templateId, count = 1, memberId = '7', at = clock.now() }: Grant) => ({
    ...domainEvent(
      'loyalty.reward-granted.v1',
      {
        memberId,
        ruleId: '4',
        ruleVersion: 1,
        ruleName: '生日礼',
        reference,
        storeId: null,
        reward: { kind: 'coupon', templateId, count },
        at: at.toISOString(),
      },
      at,
    ),
    eventId: reference,
  });
  const withdrawn = ({ reference, templateId, count = 1, memberId = '7' }: Grant) => ({
    ...domainEvent(
      'loyalty.reward-withdrawn.v1',
      { memberId, ruleId: '4', reference, reward: { kind: 'coupon', templateId, count }, at: NOON },
      clock.now(),
    ),
    eventId: `back-${reference}`,
  });
  type Told = ReturnType<typeof granted> | ReturnType<typeof withdrawn>;
  const hand = (events: readonly Told[], on: CouponsProcess = process()): Promise<void> =>
    on.unitOfWork.run((tx) => on.onRewards.handle(tx, events as never));
  const states = async (): Promise<string[]> =>
    (await db.query<{ state: string }>('SELECT state FROM coupons_coupon ORDER BY id')).map(({ state }) => state);
  const stock = async (): Promise<number> =>
    (await db.query<{ stock_left: number }>('SELECT stock_left FROM coupons_template ORDER BY id'))[0]!.stock_left;
  const rewards = () =>
    db.query<{ id: string; state: string; refusal: string | null }>(
      'SELECT id, state, refusal FROM coupons_reward ORDER BY id',
    );

  it('are issued once each, however often the event comes', async () => {
    const templateId = await template({ perMemberLimit: 5 });
    const event = granted({ reference: 'birthday:7:2026', templateId, count: 2 });
    await hand([event, event]);
    await hand([event]);
    expect(await states()).toEqual(['claimed', 'claimed']);
    expect(await stock()).toBe(98);
    expect(await db.query("SELECT id FROM platform_outbox WHERE name = 'coupons.coupon-claimed.v1'")).toHaveLength(2);
  });

  it('go with the purchase while unused, and their places in stock and limit come back', async () => {
    const templateId = await template();
    const [first, second] = ['purchase:1', 'purchase:2'].map((reference) => ({ reference, templateId }));
    await hand([granted(first!)]);
    await hand([withdrawn(first!)]);
    await hand([withdrawn(first!)]);
    expect([await states(), await stock()]).toEqual([['void'], 100]);
    await hand([granted(second!)]);
    await hand([withdrawn(second!)]);
    expect([await states(), await stock()]).toEqual([['void', 'void'], 100]);
    await hand([granted(second!)]);
    expect(await states()).toEqual(['void', 'void']);
    expect(await process().statistics.of(templateId)).toMatchObject({ claimed: 0 });
  });

  it('a used one stays; a withdrawal that overtakes its grant wins', async () => {
    const templateId = await template();
    await hand([granted({ reference: 'purchase:1', templateId })]);
    await db.query("UPDATE coupons_coupon SET state = 'redeemed'");
    await hand([withdrawn({ reference: 'purchase:1', templateId })]);
    expect([await states(), await stock()]).toEqual([['redeemed'], 99]);
    const early = { reference: 'purchase:2', templateId, memberId: '8', count: 2 };
    await hand([withdrawn(early)]);
    await hand([granted(early)]);
    expect(await states()).toEqual(['redeemed']);
  });

  it('limit and stock hold; what only the programme’s own limit stops waits for nobody', async () => {
    const templateId = await template({ stockTotal: 3 });
    await hand([granted({ reference: 'purchase:1', templateId, count: 2 })]);
    expect((await rewards()).map(({ state, refusal }) => [state, refusal])).toEqual([
      ['issued', null],
      ['limited', 'ClaimLimitReached'],
    ]);
    await hand(['8', '9', '10', '11'].map((memberId) => granted({ reference: `s:${memberId}`, templateId, memberId })));
    expect((await rewards()).slice(2).map(({ state, refusal }) => [state, refusal])).toEqual([
      ['issued', null],
      ['issued', null],
      ['refused', 'StockExhausted'],
      ['refused', 'StockExhausted'],
    ]);
    expect(await stock()).toBe(0);
  });

  it('what was not given is given by a person later, or let be, and is audited', async () => {
    const templateId = await template();
    await process().changeStatus.execute({ templateId, status: 'paused', actor: staff });
    await hand([
      granted({ reference: 'purchase:1', templateId }),
      granted({ reference: 'purchase:2', templateId, memberId: '8' }),
      granted({ reference: 'purchase:3', templateId: '99999999999999999999' }),
    ]);
    const { refused } = process();
    const [first, second, third] = (await rewards()).map(({ id }) => id);
    await expect(refused.retry(first!, staff)).rejects.toMatchObject({ code: 'TemplateNotActive' });
    await expect(refused.retry(third!, staff)).rejects.toMatchObject({ code: 'TemplateNotFound' });
    await process().changeStatus.execute({ templateId, status: 'active', actor: staff });
    const retries = await Promise.allSettled([refused.retry(first!, staff), refused.retry(first!, staff)]);
    expect(retries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await refused.dismiss(second!, staff);
    await expect(refused.retry(second!, staff)).rejects.toMatchObject({ code: 'RewardNotFound' });
    expect((await rewards()).map(({ state }) => state)).toEqual(['issued', 'dismissed', 'refused']);
    expect(await states()).toEqual(['claimed']);
    const audited = await db.query(
      "SELECT action FROM platform_audit WHERE action LIKE 'coupons.reward-%' ORDER BY id",
    );
    expect(audited).toEqual([{ action: 'coupons.reward-retried' }, { action: 'coupons.reward-dismissed' }]);
  });

  it('history is claimed at its own time: what would be over by now is not issued; a late worker costs no days', async () => {
    const templateId = await template({ perMemberLimit: 9 });
    const [old, late] = ['2026-06-01T04:00:00.000Z', '2026-06-13T04:00:00.000Z'].map((at) => new Date(at));
    await hand([
      granted({ reference: 'purchase:1', templateId, at: old }),
      granted({ reference: 'purchase:2', templateId, at: late }),
    ]);
    expect((await rewards()).map(({ state, refusal }) => [state, refusal])).toEqual([
      ['limited', 'CouponExpired'],
      ['issued', null],
    ]);
    const [coupon] = await db.query<{ claimed_at: Date }>('SELECT claimed_at FROM coupons_coupon');
    expect(coupon!.claimed_at).toEqual(new Date(NOON));
    expect(await stock()).toBe(99);
  });

  it('a tier’s due benefit is a coupon like any other', async () => {
    const templateId = await template();
    const at = clock.now();
    const due = { memberId: '7', kind: 'coupon' as const, templateId, count: 1, reference: 'benefit:7:2026-06' };
    const event = domainEvent('loyalty.benefit-due.v1', { ...due, reason: '金叶每月券', at: at.toISOString() }, at);
    await hand([{ ...event, eventId: 'b' } as never]);
    await hand([{ ...event, eventId: 'b' } as never]);
    expect(await states()).toEqual(['claimed']);
  });

  it('L13 C2 four workers with the same grants and withdrawals: one coupon each, stock to the piece', async () => {
    /** Remembers nothing of what it gave. */
    class ForgetfulRewards extends RewardRepository {
      override async known(): Promise<CouponReward[]> {
        return [];
      }
      override async insert(): Promise<void> {
        return undefined;
      }
    }
    const members = ['101', '102', '103', '104', '105'];
    await provesAbsent<Parts>({
      reset: () => db.truncateAll(),
      sound: () => ({}),
      broken: () => ({ rewards: new ForgetfulRewards() }),
      scenario: async (parts) => {
        const templateId = await template({ perMemberLimit: 9 });
        const workers = await Promise.all(
          [1, 2, 3, 4].map(async () => couponsProcess(await db.another(4), clock, parts)),
        );
        const all = (make: (grant: Grant) => Told) =>
          Promise.allSettled(
            workers.flatMap((worker) =>
              members.map((memberId) =>
                hand([make({ reference: `purchase:${memberId}`, templateId, memberId })], worker),
              ),
            ),
          );
        await all(granted);
        const given = (await states()).length;
        await all((grant) => (Number(grant.memberId) % 2 === 0 ? withdrawn(grant) : granted(grant)));
        const [open, left] = [(await states()).filter((state) => state === 'claimed').length, await stock()];
        return given === 5 && open === 3 && left === 97 ? [] : [`${given} given, ${open} open, ${left} left`];
      },
    });
  });
});
