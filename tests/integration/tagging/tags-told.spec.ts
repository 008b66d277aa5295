import { type DomainEvent, domainEvent } from '@fanloop/events';
import { AuditLog, BusinessCalendar, json, Outbox, Reader, UnitOfWork } from '@fanloop/platform';
import { RequestTagging, RunTagging, TagByHand, TaggingOnRewards, TellTags } from '@fanloop/tagging';
import { FactsRepository } from '../../../libs/tagging/src/store/facts.repository';
import { MembershipRepository } from '../../../libs/tagging/src/store/membership.repository';
import { PopulationRepository } from '../../../libs/tagging/src/store/population.repository';
import { ResultsRepository } from '../../../libs/tagging/src/store/results.repository';
import { RewardRepository } from '../../../libs/tagging/src/store/reward.repository';
import { RunStore } from '../../../libs/tagging/src/store/run-store';
import { RunsRepository } from '../../../libs/tagging/src/store/runs.repository';
import { RefusedTags } from '../../../libs/tagging/src/use-cases/refused-tags.use-case';
import { RewardWithTags } from '../../../libs/tagging/src/use-cases/reward-with-tags.use-case';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { aReward, eventsOn } from '../loyalty/events-on';
import { aRule, loyaltyOn } from '../loyalty/loyalty-on';

const NOW = '2026-11-23T04:00:00.000Z';
const ANNA = { kind: 'staff', id: '21' } as const;

describe('tags and the rules that know them', () => {
  const db = usePrivateDatabase();
  const clock = new FixedClock(NOW);
  beforeEach(() => clock.set(NOW));

  const world = () => {
    const unitOfWork = new UnitOfWork(db.dataSource);
    const outbox = new Outbox();
    const audit = new AuditLog(clock);
    const memberships = new MembershipRepository();
    const calendar = new BusinessCalendar('Asia/Shanghai');
    const runs = new RunsRepository();
    const store = new RunStore(
      new Reader(db.dataSource),
      new PopulationRepository(),
      new ResultsRepository(memberships),
      runs,
    );
    const rewards = new RewardRepository();
    const withTags = new RewardWithTags(rewards, memberships, new FactsRepository(), outbox, clock);
    return {
      unitOfWork,
      byHand: new TagByHand(unitOfWork, memberships, outbox, audit, clock),
      request: new RequestTagging(unitOfWork, runs, calendar, clock),
      run: new RunTagging(unitOfWork, store, outbox, calendar, clock),
      tell: new TellTags(unitOfWork, memberships, outbox, clock),
      onRewards: new TaggingOnRewards(withTags),
      refused: new RefusedTags(unitOfWork, rewards, withTags, audit),
    };
  };
  const told = async (): Promise<string[]> =>
    (
      await db.query<{ name: string; payload: string }>(
        "SELECT name, payload FROM platform_outbox WHERE name LIKE 'tagging.tag-%' ORDER BY id",
      )
    ).map(({ name, payload }) => {
      const { memberId, tagCode } = json<{ memberId: string; tagCode: string }>(payload);
      return `${memberId} ${name === 'tagging.tag-entered.v1' ? '+' : '-'}${tagCode}`;
    });
  const known = async (): Promise<string[]> =>
    (
      await db.query<{ member_id: string; tag_code: string }>(
        'SELECT member_id, tag_code FROM loyalty_member_tag WHERE held = 1 ORDER BY member_id, tag_code',
      )
    ).map((row) => `${row.member_id} ${row.tag_code}`);
  const vip = { code: 'vip', name: '熟客', description: '老板认得' };

  it('a tag put on twice, and taken off twice, is told once each; loyalty follows', async () => {
    const { byHand } = world();
    const events = eventsOn(db.dataSource, clock);
    await byHand.create({ ...vip, actor: ANNA });
    const put = (on: boolean) => byHand.execute({ memberId: '7', code: 'vip', on, actor: ANNA });
    await Promise.all([put(true), put(true), put(true)]);
    await events.drain.execute();
    expect(await known()).toEqual(['7 vip']);
    clock.advance({ seconds: 1 });
    await put(false);
    await put(false);
    await events.drain.execute();
    expect(await told()).toEqual(['7 +vip', '7 -vip']);
    expect(await known()).toEqual([]);
  });

  it('a run tells what changed and only that, also for thousands, and a second run tells nothing', async () => {
    const members = 2100;
    const rows = Array.from({ length: members }, (_, i) => [String(i + 1), '2026-11-20']);
    for (let i = 0; i < rows.length; i += 700)
      await db.query('INSERT INTO tagging_member_facts (member_id, joined_on) VALUES ?', [rows.slice(i, i + 700)]);
    const { request, run } = world();
    const compute = async (): Promise<void> => {
      await request.execute({ by: 'test' });
      await run.execute();
    };
    await compute();
    expect(await told()).toHaveLength(2 * members);
    await compute();
    expect(await told()).toHaveLength(2 * members);
    clock.advance({ days: 40 });
    await compute();
    expect((await told()).slice(2 * members)).toEqual(rows.map(([id]) => `${id} -new-member`).sort(byTold));
    await eventsOn(db.dataSource, clock).drain.execute();
    expect(await known()).toHaveLength(members);
  });
  const byTold = (a: string, b: string): number => Number(a.split(' ')[0]) - Number(b.split(' ')[0]);

  it('rules know the tag in a condition, and are asked when it is entered, each time anew', async () => {
    await loyaltyOn(db.dataSource, clock).install.execute({
      rules: [
        aRule,
        aReward('tag-entered', 9, { condition: { '==': [{ var: 'event.tagCode' }, 'vip'] } }),
        aReward('content-liked', 3, { condition: { in: ['vip', { var: 'tags' }] } }),
      ],
    });
    const { byHand } = world();
    const events = eventsOn(db.dataSource, clock);
    await byHand.create({ ...vip, actor: ANNA });
    for (const on of [true, false, true]) {
      await byHand.execute({ memberId: '7', code: 'vip', on, actor: ANNA });
      clock.advance({ seconds: 1 });
    }
    await events.drain.execute();
    const like = (memberId: string): DomainEvent =>
      domainEvent('community.post-liked.v1', { postId: '1', memberId, at: NOW }, clock.now());
    await events.tell(like('7'), like('8'));
    const paid = await db.query<{ member_id: string; points: number }>(
      "SELECT member_id, points FROM loyalty_entry WHERE kind = 'earn' ORDER BY id",
    );
    expect(paid).toEqual([9, 9, 3].map((points) => ({ member_id: '7', points })));
  });

  it('T15 late and shuffled tags of somebody who left are not kept; the later of two opposite ones wins', async () => {
    const events = eventsOn(db.dataSource, clock);
    const move = (what: 'entered' | 'left', second: number, memberId = '7') => {
      const at = new Date(Date.parse(NOW) + second * 1000);
      const fact = { memberId, tagCode: 'vip', tagName: '熟客', at: at.toISOString() };
      return domainEvent(`tagging.tag-${what}.v1`, fact, at);
    };
    await events.tell(move('left', 5), move('entered', 3));
    expect(await known()).toEqual([]);
    await events.tell(move('entered', 6));
    expect(await known()).toEqual(['7 vip']);
    const joined = {
      memberId: '7',
      memberNo: 'N7',
      at: NOW,
      channel: 'mini-program' as const,
      inviterMemberId: null,
      birthday: null,
    };
    await events.tell(domainEvent('members.member-enrolled.v1', joined, clock.now()));
    await events.tell(domainEvent('members.member-closed.v1', { memberId: '7', at: NOW }, clock.now()));
    await events.tell(move('entered', 9), move('entered', 9, '8'));
    expect(await known()).toEqual(['8 vip']);
  });

  it('tags from before their beginnings were told are told once, in steps, and fire no rule', async () => {
    await loyaltyOn(db.dataSource, clock).install.execute({ rules: [aRule, aReward('tag-entered', 9)] });
    const rows = Array.from({ length: 1200 }, (_, i) => [i + 1, 'vip', '2026-01-01', 1, 'x']);
    await db.query('INSERT INTO tagging_membership (member_id, tag_code, valid_from, rule_version, why) VALUES ?', [
      rows,
    ]);
    const { tell } = world();
    expect(await tell.execute()).toEqual({ members: 1200 });
    expect(await tell.execute()).toEqual({ members: 0 });
    const events = eventsOn(db.dataSource, clock);
    await events.drain.execute();
    expect(await known()).toHaveLength(1200);
    expect(await db.query('SELECT member_id FROM loyalty_entry')).toEqual([]);
    await tell.askAgain();
    expect(await tell.execute()).toEqual({ members: 1200 });
  });

  describe('tags as rewards', () => {
    const grant = (reference: string, tagCode = 'vip', memberId = '7') => ({
      ...domainEvent(
        'loyalty.reward-granted.v1',
        {
          memberId,
          ruleId: '4',
          ruleVersion: 1,
          ruleName: '满百成熟客',
          reference,
          storeId: null,
          reward: { kind: 'tag', tagCode },
          at: NOW,
        },
        clock.now(),
      ),
      eventId: reference,
    });
    const withdrawal = (reference: string, tagCode = 'vip') => ({
      ...domainEvent(
        'loyalty.reward-withdrawn.v1',
        { memberId: '7', ruleId: '4', reference, reward: { kind: 'tag', tagCode }, at: NOW },
        clock.now(),
      ),
      eventId: `back-${reference}`,
    });
    const hand = (...events: (ReturnType<typeof grant> | ReturnType<typeof withdrawal>)[]): Promise<void> => {
      const { unitOfWork, onRewards } = world();
      return unitOfWork.run((tx) => onRewards.handle(tx, events as never));
    };
    const open = () => db.query('SELECT member_id, why, by_reward FROM tagging_membership WHERE is_open = 1');
    beforeEach(() => world().byHand.create({ ...vip, actor: ANNA }));

    it('come once, and go when the last reason is gone', async () => {
      await hand(grant('purchase:1'), grant('purchase:1'), grant('purchase:2'));
      await hand(grant('purchase:1'));
      expect(await open()).toEqual([{ member_id: '7', why: '规则「满百成熟客」', by_reward: 1 }]);
      await hand(withdrawal('purchase:1'), withdrawal('purchase:1'));
      expect(await open()).toHaveLength(1);
      await hand(withdrawal('purchase:2'));
      expect(await open()).toEqual([]);
      expect(await told()).toEqual(['7 +vip', '7 -vip']);
    });

    it('a withdrawal that overtakes its grant wins; what a person gave stays', async () => {
      await hand(withdrawal('purchase:1'));
      await hand(grant('purchase:1'));
      expect(await open()).toEqual([]);
      await hand(grant('purchase:2'));
      await world().byHand.execute({ memberId: '7', code: 'vip', on: true, actor: ANNA });
      await hand(withdrawal('purchase:2'));
      expect(await open()).toEqual([expect.objectContaining({ by_reward: 0 })]);
    });

    it('a tag that is not there is kept for a person: given once it exists, or let be', async () => {
      await hand(grant('purchase:1', 'gone'), grant('purchase:2', 'gone'));
      const rows = await db.query<{ id: string; refusal: string }>(
        "SELECT id, refusal FROM tagging_reward WHERE state = 'refused' ORDER BY id",
      );
      expect(rows.map(({ refusal }) => refusal)).toEqual(['TagNotFound', 'TagNotFound']);
      const [first, second] = rows.map(({ id }) => id);
      await expect(world().refused.retry(first!, ANNA)).rejects.toMatchObject({ code: 'TagNotFound' });
      await world().byHand.create({ code: 'gone', name: '回来了', description: '', actor: ANNA });
      await world().refused.retry(first!, ANNA);
      await world().refused.dismiss(second!, ANNA);
      await expect(world().refused.retry(second!, ANNA)).rejects.toMatchObject({ code: 'RewardNotFound' });
      expect(await open()).toHaveLength(1);
    });

    it('T15 who has left gets none', async () => {
      await db.query('INSERT INTO tagging_member_facts (member_id, closed) VALUES (7, 1)');
      await hand(grant('purchase:1'));
      expect(await open()).toEqual([]);
      expect(await db.query('SELECT id FROM tagging_reward')).toEqual([]);
    });
  });
});
