import { domainEvent } from '@fanloop/events';
import { OnMemberEvents } from '../../../libs/loyalty/src/handlers/on-member-events.handler';
import { CheckInRepository } from '../../../libs/loyalty/src/store/check-in.repository';
import { TagFactsRepository } from '../../../libs/loyalty/src/store/tag-facts.repository';
import { ForgetMembers } from '../../../libs/loyalty/src/use-cases/forget-members.use-case';
import { RememberBirthdays } from '../../../libs/loyalty/src/use-cases/remember-birthdays.use-case';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { aPurchase, aRule, type Loyalty, loyaltyOn, MANAGER, violationsOf } from './loyalty-on';

describe('history, members and the proof', () => {
  const db = usePrivateDatabase('loyalty');
  const clock = new FixedClock();
  let loyalty: Loyalty;
  beforeEach(async () => {
    clock.set('2026-06-15T04:00:00Z');
    loyalty = loyaltyOn(db.dataSource, clock);
    await loyalty.install.execute();
  });

  it('judges history at its own time: tiers rise and fall as they would have', async () => {
    const at = (text: string, amountFen = 3800) => aPurchase({ occurredAt: new Date(text), amountFen });
    const results = await loyalty.earn(
      at('2023-03-01T04:00:00Z', 250_000),
      at('2023-04-01T04:00:00Z'),
      at('2024-02-29T04:00:00Z'),
      at('2024-03-01T04:00:00Z'),
      at('2024-03-02T04:00:00Z'),
    );
    expect(results.map(({ points, tier }) => [points, tier!.name])).toEqual([
      [2500, '金叶'],
      [57, '金叶'],
      [57, '金叶'],
      // The last day of the window that began after 1 March 2023; what came in it does not keep the tier.
      [57, '金叶'],
      [38, '银叶'],
    ]);
    await loyalty.expire.execute();
    expect(await loyalty.prove.execute()).toMatchObject({ ok: true, entriesSum: 0 });
  });

  it('a late row of history is judged by its own window and does not disturb the tier of today', async () => {
    await loyalty.earn(aPurchase({ amountFen: 250_000 }));
    const [late] = await loyalty.earn(aPurchase({ occurredAt: new Date('2026-06-01T04:00:00Z') }));
    expect(late).toMatchObject({ points: 38, tier: { name: '金叶' }, tierChanged: false });
  });

  it('L19 explains a purchase by the version that judged it, whatever the rule says later', async () => {
    const purchase = aPurchase();
    const [before] = await loyalty.earn(purchase);
    const [rule] = await db.query<{ id: string; draft: string }>(
      'SELECT rule_id AS id, draft FROM loyalty_rule_version ORDER BY rule_id LIMIT 1',
    );
    const draft = { ...JSON.parse(rule!.draft), effect: { ...aRule.effect, points: 3 } };
    await loyalty.reviseRule.execute({ ruleId: rule!.id, draft, actor: MANAGER });
    const [again, next] = await loyalty.earn(purchase, aPurchase());
    expect(again).toEqual({ ...before, duplicate: true });
    expect(next).toMatchObject({ points: 114, why: ['每消费 ¥1 得 3 分：¥38.00 → 114 分'] });
    expect([before!.steps[0]!.rule, next!.steps[0]!.rule]).toEqual([`${rule!.id}.1`, `${rule!.id}.2`]);
  });

  it('opens accounts with a sign-up bonus once, keeps birthdays, and closes accounts for good', async () => {
    const { unitOfWork, enrol, close } = loyalty;
    const remember = { execute: async () => undefined } as unknown as RememberBirthdays;
    const forget = new ForgetMembers(new TagFactsRepository(), new CheckInRepository());
    const handler = new OnMemberEvents(enrol, remember, close, forget);
    const at = clock.now();
    const joined = domainEvent(
      'members.member-enrolled.v1',
      {
        memberId: '7001',
        memberNo: 'M1',
        at: at.toISOString(),
        channel: 'mini-program',
        inviterMemberId: null,
        birthday: '06-15',
      },
      at,
    );
    const left = domainEvent('members.member-closed.v1', { memberId: '7001', at: at.toISOString() }, at);
    const deliver = (...events: (typeof joined | typeof left)[]) =>
      unitOfWork.run((tx) => handler.handle(tx, events.map((event, i) => ({ ...event, eventId: String(i) })) as never));
    await loyalty.earn(aPurchase());
    await deliver(joined, joined);
    await deliver(joined);
    expect(await loyalty.earn(aPurchase())).toMatchObject([{ points: 76, balanceAfter: 38 + 20 + 76 }]);
    await deliver(left, left);
    expect(await loyalty.prove.execute()).toMatchObject({ ok: true, entries: 4, entriesSum: 0 });
    expect(await db.query('SELECT birthday, available FROM loyalty_points_account')).toEqual([
      { birthday: null, available: 0 },
    ]);
  });

  it('gives spent points back to their lots, living at least 30 days more', async () => {
    await loyalty.earn(aPurchase({ amountFen: 10_000 }));
    clock.set('2027-06-10T04:00:00Z');
    const spending = { memberId: '7001', points: 80, reference: 'o1', reason: '兑换', at: clock.now(), actor: MANAGER };
    await loyalty.unitOfWork.run((tx) => loyalty.spend.execute(tx, spending));
    clock.set('2027-06-20T04:00:00Z');
    await loyalty.expire.execute();
    const back = { reference: 'o1', reason: '取消', at: clock.now(), actor: MANAGER };
    expect(await loyalty.unitOfWork.run((tx) => loyalty.giveBack.execute(tx, back))).toMatchObject({
      points: 80,
      balanceAfter: 80,
    });
    clock.set('2027-07-20T15:59:59Z');
    expect(await loyalty.expire.execute()).toEqual({ members: 0, points: 0 });
    clock.set('2027-07-20T16:00:00Z');
    expect(await loyalty.expire.execute()).toEqual({ members: 1, points: 80 });
    expect(await violationsOf(loyalty)).toEqual([]);
  });

  it.each([
    ['UPDATE loyalty_entry SET points = points + 1 WHERE seq = 2', 'loyalty_entry 7001 2: the entry was changed'],
    [
      'UPDATE loyalty_entry SET trace = REPLACE(trace, "38", "39") WHERE seq = 1',
      'loyalty_entry 7001 1: the entry was changed',
    ],
    ['DELETE FROM loyalty_entry WHERE seq = 2', 'loyalty_entry 7001 3: entry 2 is missing'],
    ['DELETE FROM loyalty_entry WHERE seq = 3', 'loyalty_lot 7001 3: remaining is 38, the entries leave 0'],
    ['UPDATE loyalty_entry SET prev_hash = REPEAT("0", 64) WHERE seq = 3', 'loyalty_entry 7001 3: the chain is broken'],
    ['UPDATE loyalty_lot SET remaining = -1 WHERE lot_no = 1', 'loyalty_lot 7001 1: remaining is -1'],
    [
      'UPDATE loyalty_lot SET remaining = 20 WHERE lot_no = 1',
      'loyalty_lot 7001 1: remaining is 20, the entries leave 38',
    ],
    [
      'UPDATE loyalty_points_account SET available = available + 100',
      'loyalty_points_account 7001 null: available is 214',
    ],
    ['UPDATE loyalty_points_account SET debt = 5', 'loyalty_points_account 7001 null: available − debt is 109'],
  ])('names the first bad row after %s', async (tampering, named) => {
    await loyalty.earn(aPurchase({ memberId: '7000' }), aPurchase(), aPurchase(), aPurchase());
    expect(await violationsOf(loyalty)).toEqual([]);
    await db.query(`${tampering}${tampering.includes('WHERE') ? ' AND' : ' WHERE'} member_id = 7001`);
    expect((await violationsOf(loyalty))[0]).toContain(named);
  });
});
