import { type DomainEvent, domainEvent } from '@fanloop/events';
import { AuditLog, BusinessCalendar, Deliver, DrainOutbox, Outbox, Reader, Relay, UnitOfWork } from '@fanloop/platform';
import {
  MemberStandingRead,
  NightlyTagging,
  OnInteractions,
  OnMembers,
  OnSales,
  PopulationRead,
  RequestTagging,
  RunTagging,
  TagByHand,
} from '@fanloop/tagging';
import { FactsRepository } from '../../../libs/tagging/src/store/facts.repository';
import { MembershipRepository } from '../../../libs/tagging/src/store/membership.repository';
import { PopulationRepository } from '../../../libs/tagging/src/store/population.repository';
import { ResultsRepository } from '../../../libs/tagging/src/store/results.repository';
import { RunStore } from '../../../libs/tagging/src/store/run-store';
import { RunsRepository } from '../../../libs/tagging/src/store/runs.repository';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';

const NOW = '2026-11-23T04:00:00Z';

describe('tagging', () => {
  const database = usePrivateDatabase();
  let clock: FixedClock;
  const calendar = new BusinessCalendar('Asia/Shanghai');
  beforeEach(() => {
    clock = new FixedClock(NOW);
  });

  const world = () => {
    const unitOfWork = new UnitOfWork(database.dataSource);
    const reader = new Reader(database.dataSource);
    const facts = new FactsRepository();
    const population = new PopulationRepository();
    const runs = new RunsRepository();
    const outbox = new Outbox();
    const handlers = [new OnSales(facts), new OnMembers(facts, calendar), new OnInteractions(facts)];
    const relay = new Relay(unitOfWork, clock, handlers);
    const deliver = new Deliver(unitOfWork, clock, handlers);
    const request = new RequestTagging(unitOfWork, runs, calendar, clock);
    return {
      unitOfWork,
      outbox,
      drain: new DrainOutbox(relay, deliver),
      request,
      nightly: new NightlyTagging(reader, request, calendar, clock),
      run: new RunTagging(
        unitOfWork,
        new RunStore(reader, population, new ResultsRepository(new MembershipRepository()), runs),
        outbox,
        calendar,
        clock,
      ),
      standing: new MemberStandingRead(reader, population),
      totals: new PopulationRead(reader, runs),
      byHand: new TagByHand(unitOfWork, new MembershipRepository(), outbox, new AuditLog(clock), clock),
    };
  };

  const tell = async (...events: DomainEvent[]): Promise<void> => {
    const { unitOfWork, outbox, drain } = world();
    await unitOfWork.run((tx) => outbox.append(tx, events));
    await drain.execute();
  };
  const enrolled = (memberId: string, at = '2026-01-01T00:00:00Z', inviterMemberId: string | null = null) =>
    domainEvent(
      'members.member-enrolled.v1',
      { memberId, memberNo: `N${memberId}`, at, channel: 'mini-program', inviterMemberId, birthday: null },
      new Date(at),
    );
  const bought = (purchaseId: string, memberId: string, at: string, netFen: number, category: string | null = null) =>
    domainEvent(
      'sales.purchase-recorded.v1',
      {
        purchaseId,
        purchaseNo: `P${purchaseId}`,
        memberId,
        storeId: '1',
        channel: 'store',
        source: 'till',
        at,
        businessDate: calendar.date(new Date(at)),
        netFen,
        lines: [{ sku: null, category, quantity: 1, amountFen: netFen }],
      },
      new Date(at),
    );
  const refunded = (purchaseId: string, memberId: string, at: string, amountFen: number, full = true) =>
    domainEvent(
      'sales.purchase-refunded.v1',
      { refundId: `9${purchaseId}`, purchaseId, memberId, storeId: '1', at, amountFen, full },
      new Date(at),
    );
  const compute = async (asOf?: string) => {
    await world().request.execute({ asOf, by: 'test' });
    await world().run.execute();
  };
  const facts = (memberId: string) =>
    database.query(
      'SELECT purchases, net_fen, first_purchase_at, last_purchase_at FROM tagging_member_facts WHERE member_id = ?',
      [memberId],
    );

  it('T12 does not take the shopper who bought ¥77,183.60 and returned it 16 minutes later for a big spender', async () => {
    await tell(enrolled('1'), enrolled('2'), bought('1', '1', '2026-11-01T02:00:00Z', 7_718_360));
    await tell(refunded('1', '1', '2026-11-01T02:16:00Z', 7_718_360), bought('2', '2', '2026-11-02T02:00:00Z', 3_000));
    await compute();
    expect(await world().standing.rfm('1')).toBeNull();
    expect(await world().standing.rfm('2')).not.toBeNull();
    expect((await world().standing.tags('1')).map((tag) => tag.code)).toContain('never-bought');
    expect(await world().totals.grid()).toEqual([expect.objectContaining({ members: 1, netFen: 3_000 })]);
  });

  it('T12 counts a partial refund as less money and still as a visit', async () => {
    await tell(
      enrolled('1'),
      bought('1', '1', '2026-11-01T02:00:00Z', 5_000),
      refunded('1', '1', '2026-11-02T02:00:00Z', 2_000, false),
    );
    expect(await facts('1')).toEqual([expect.objectContaining({ purchases: 1, net_fen: '3000' })]);
  });

  it("T2 draws the window by the brand's calendar days: 00:30 in Shanghai belongs to the new day", async () => {
    // 365 days up to 2026-11-23 begin on 2025-11-24 in Shanghai, that is at 2025-11-23T16:00Z.
    await tell(
      enrolled('1'),
      enrolled('2'),
      bought('1', '1', '2025-11-23T15:59:59Z', 1_000),
      bought('2', '2', '2025-11-23T16:30:00Z', 1_000),
    );
    await compute('2026-11-23');
    expect(await world().standing.rfm('1')).toBeNull();
    expect(await world().standing.rfm('2')).not.toBeNull();
    const inUtc = await database.query<{ member_id: string }>(
      "SELECT member_id FROM tagging_purchase_fact WHERE at >= '2025-11-24' ORDER BY member_id",
    );
    // The twin, a window in UTC, loses the shopper of 00:30.
    expect(inUtc).toEqual([]);
  });

  it('T1 gives members with equal figures equal scores', async () => {
    const people = Array.from({ length: 23 }, (_, i) => String(i + 1));
    await tell(
      ...people.map((id) => enrolled(id)),
      ...people.map((id) => bought(id, id, '2026-10-10T03:00:00Z', 1_500)),
    );
    await compute();
    const scores = await database.query('SELECT DISTINCT r, f, m FROM tagging_rfm');
    expect(scores).toHaveLength(1);
  });

  it('T11 ends the same for late, shuffled and repeated events', async () => {
    const story = [
      enrolled('1'),
      bought('1', '1', '2026-09-01T02:00:00Z', 4_000),
      bought('2', '1', '2026-10-01T02:00:00Z', 6_000),
      refunded('2', '1', '2026-10-02T02:00:00Z', 6_000),
      bought('3', '1', '2026-10-20T02:00:00Z', 1_000),
    ];
    await tell(...story);
    const inOrder = await facts('1');
    await database.truncateAll();
    for (const event of [...story].reverse()) await tell(event);
    expect(await facts('1')).toEqual(inOrder);
    expect(inOrder).toEqual([expect.objectContaining({ purchases: 2, net_fen: '5000' })]);
  });

  it('T11 keeps the sums of one member exact under parallel deliveries', async () => {
    const purchases = Array.from({ length: 24 }, (_, i) => bought(String(i + 1), '1', '2026-10-01T02:00:00Z', 100));
    await provesAbsent({
      attempts: 10,
      reset: () => database.truncateAll(),
      sound: () => new FactsRepository(),
      broken: () => {
        const repository = new FactsRepository();
        // The twin does not hold the member first, reads the sums and writes them as absolute values.
        repository.lock = async () => undefined;
        repository.sumUp = async (tx) => {
          const [row] = await tx.query<{ n: string; net: string }>(
            'SELECT COUNT(*) AS n, SUM(paid_fen) AS net FROM tagging_purchase_fact WHERE member_id = 1',
          );
          await tx.execute('UPDATE tagging_member_facts SET purchases = ?, net_fen = ? WHERE member_id = 1', [
            row!.n,
            row!.net,
          ]);
        };
        return repository;
      },
      scenario: async (repository) => {
        const handler = new OnSales(repository);
        const { unitOfWork } = world();
        await unitOfWork.run((tx) => tx.execute('INSERT INTO tagging_member_facts (member_id) VALUES (1)'));
        await Promise.all(
          purchases.map((event, i) =>
            unitOfWork.run((tx) => handler.handle(tx, [{ ...event, eventId: String(i) }] as never)),
          ),
        );
        const [row] = (await facts('1')) as { purchases: number }[];
        return row!.purchases === 24 ? [] : [`${row!.purchases} of 24 purchases were counted`];
      },
    });
  });

  it('computes tags with intervals: they close when the condition stops, and open again later', async () => {
    await tell(enrolled('1', '2026-11-10T00:00:00Z'), bought('1', '1', '2026-11-11T02:00:00Z', 1_000));
    await compute();
    const codes = async () => (await world().standing.tags('1')).map((tag) => tag.code).sort();
    expect(await codes()).toEqual(expect.arrayContaining(['new-member', 'one-time']));
    clock.advance({ days: 60 });
    await tell(bought('2', '1', '2027-01-20T02:00:00Z', 1_000));
    await compute();
    expect(await codes()).not.toContain('new-member');
    expect(await codes()).not.toContain('one-time');
    const [closed] = await database.query(
      "SELECT valid_from, valid_until FROM tagging_membership WHERE tag_code = 'new-member'",
    );
    expect(closed).toEqual({ valid_from: new Date(NOW), valid_until: clock.now() });
  });

  it('changes nothing when it runs again, and tells of each tier change once', async () => {
    await tell(
      enrolled('1'),
      enrolled('2', '2026-02-01T00:00:00Z', '1'),
      bought('1', '2', '2026-11-11T02:00:00Z', 1_000),
    );
    await compute();
    const look = async () =>
      JSON.stringify([
        await database.query('SELECT member_id, code, since, score FROM tagging_fan_tier ORDER BY member_id'),
        await database.query('SELECT member_id, from_code, to_code FROM tagging_fan_tier_change ORDER BY id'),
        await database.query('SELECT member_id, tag_code FROM tagging_membership ORDER BY id'),
      ]);
    const first = await look();
    await compute();
    expect(await look()).toBe(first);
    const events = await database.query("SELECT 1 FROM platform_outbox WHERE name = 'tagging.fan-tier-changed.v1'");
    expect(events).toHaveLength(2);
    expect(await world().standing.fanStory('1')).toMatchObject({
      score: 5,
      tier: { code: 'customer' },
      parts: expect.arrayContaining([expect.objectContaining({ name: '带动', why: '邀请来并已消费的好友 1 位' })]),
    });
  });

  it('T6 a run that fails says so and is not the last good one; a killed run is taken up by another worker', async () => {
    await tell(enrolled('1'));
    await compute();
    const good = await world().totals.lastRun();
    const { runId } = await world().request.execute({ by: 'test' });
    // A worker claimed the run and was killed.
    await database.query("UPDATE tagging_run SET state = 'running', started_at = ?, lease_until = ? WHERE id = ?", [
      clock.now(),
      new Date(clock.now().getTime() + 60_000),
      runId,
    ]);
    expect(await world().run.execute()).toBeNull();
    expect((await world().totals.lastRun())?.runId).toBe(good?.runId);
    clock.advance({ minutes: 5 });
    expect(await world().run.execute()).toEqual({ runId });
    expect((await world().totals.run(runId))?.state).toBe('done');
  });

  it('asks for the nightly run once a day, whatever restarts', async () => {
    expect(await world().nightly.execute()).not.toBeNull();
    expect(await world().nightly.execute()).toBeNull();
    clock.advance({ days: 1 });
    expect(await world().nightly.execute()).not.toBeNull();
  });

  it('T15 forgets a closed member in lists and counts', async () => {
    await tell(enrolled('1'), bought('1', '1', '2026-11-11T02:00:00Z', 1_000));
    await compute();
    await tell(domainEvent('members.member-closed.v1', { memberId: '1', at: NOW }, new Date(NOW)));
    await compute();
    expect(await world().totals.grid()).toEqual([]);
    expect((await world().totals.fanTiers()).reduce((sum, tier) => sum + tier.members, 0)).toBe(0);
    expect((await world().totals.tags()).reduce((sum, tag) => sum + tag.members, 0)).toBe(0);
  });

  it('puts tags on and takes them off by hand, once, and refuses computed ones', async () => {
    const actor = { kind: 'staff', id: '1' } as const;
    const { byHand, standing } = world();
    await byHand.create({ code: 'vip-friend', name: '老朋友', description: '店长认识的', actor });
    await Promise.all([1, 2, 3].map(() => byHand.execute({ memberId: '1', code: 'vip-friend', on: true, actor })));
    expect((await standing.tags('1')).map((tag) => tag.name)).toEqual(['老朋友']);
    await byHand.execute({ memberId: '1', code: 'vip-friend', on: false, actor });
    expect(await standing.tags('1')).toEqual([]);
    await compute();
    await expect(byHand.execute({ memberId: '1', code: 'champion', on: true, actor })).rejects.toMatchObject({
      code: 'TagIsComputed',
    });
    await expect(byHand.execute({ memberId: '1', code: 'none', on: true, actor })).rejects.toMatchObject({
      code: 'TagNotFound',
    });
  });
});
