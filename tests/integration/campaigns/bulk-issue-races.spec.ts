import { randomUUID } from 'node:crypto';
import type { Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { IssueProgress } from '../../../libs/campaigns/src/store/issue-progress';
import { IssueChunk } from '../../../libs/campaigns/src/use-cases/issue-chunk';
import { TemplateRepository, type TemplateRow } from '../../../libs/coupons/src/store/template.repository';
import { FixedClock } from '../../support/fixed-clock';
import { openPrivateDatabase, type PrivateDatabase } from '../../support/private-database';
import { provesAbsent } from '../../support/proves-absent';
import { settled } from '../coupons/coupons-process';
import {
  aCoupon,
  type CampaignsProcess,
  campaignsProcess,
  couponsGiven,
  couponViolations,
  manager,
  NOW,
  order,
  someMembers,
  type Twins,
} from './campaigns-on';

/** Takes whatever is there, and believes that nobody else does. */
@Injectable()
class Careless extends IssueProgress {
  override async claim(tx: Tx): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      "SELECT id FROM campaigns_issue WHERE state IN ('planned', 'freezing', 'running') LIMIT 1",
    );
    await tx.execute("UPDATE campaigns_issue SET state = 'freezing' WHERE state = 'planned'");
    return row?.id ?? null;
  }

  override async keep(): Promise<boolean> {
    return true;
  }

  override async advance(tx: Tx, ...[issue, chunk]: [never, never]): Promise<boolean> {
    const { issueId } = issue as { issueId: string };
    const { doneTo, issued } = chunk as { doneTo: number; issued: number };
    await tx.execute('UPDATE campaigns_issue SET done_position = ?, issued = issued + ? WHERE id = ?', [
      doneTo,
      issued,
      issueId,
    ]);
    return true;
  }
}

/** Reads the stock without a lock, and takes what it believes to be there. */
@Injectable()
class Hopeful extends TemplateRepository {
  override async lock(tx: Tx, ids: readonly string[]): Promise<Map<string, TemplateRow>> {
    const rows = await tx.query<TemplateRow>('SELECT * FROM coupons_template WHERE id IN (?)', [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  override async takeStock(tx: Tx, id: string, count: number): Promise<boolean> {
    await tx.execute('UPDATE coupons_template SET stock_left = stock_left - ? WHERE id = ? AND stock_left > 0', [
      count,
      id,
    ]);
    return true;
  }
}

describe('bulk issues beside others', () => {
  let database: PrivateDatabase;
  const clock = new FixedClock(NOW);
  const open: CampaignsProcess[] = [];
  beforeAll(async () => {
    database = await openPrivateDatabase();
  });
  beforeEach(async () => {
    clock.set(NOW);
    await database.truncateAll();
  });
  afterAll(async () => {
    for (const one of open) await one.close();
    await database.close();
  });

  /** Two processes, each on connections of its own. */
  const made = new Map<Twins, [CampaignsProcess, CampaignsProcess]>();
  const processes = async (twins: Twins): Promise<[CampaignsProcess, CampaignsProcess]> => {
    const known = made.get(twins);
    if (known) return known;
    const pair = [
      await campaignsProcess(database, clock, twins),
      await campaignsProcess(database, clock, twins),
    ] as const;
    open.push(...pair);
    made.set(twins, [...pair]);
    return [...pair];
  };
  const SOUND: Twins = [];
  const CARELESS: Twins = [[IssueProgress, Careless]];
  const HOPEFUL: Twins = [[TemplateRepository, Hopeful]];

  it('two workers at once give each member of the audience the share once', async () => {
    await provesAbsent<[CampaignsProcess, CampaignsProcess]>({
      sound: () => processes(SOUND),
      broken: () => processes(CARELESS),
      reset: () => database.truncateAll(),
      attempts: 5,
      scenario: async (workers) => {
        await someMembers(database, 1000);
        const templateId = await aCoupon(workers[0], 50_000, 20);
        const issueId = await order(workers[0], templateId, { copies: 4 });
        await Promise.all(workers.map(({ run }) => run.execute()));
        const { state, issued } = await workers[0].issues.one(issueId);
        const given = await couponsGiven(database, templateId);
        return [
          ...(await couponViolations(database, 4)),
          ...(state === 'done' && issued === 4000 && given === 4000
            ? []
            : [`${state}: ${issued} told, ${given} given`]),
        ];
      },
    });
  });

  it('a worker that wakes up after its lease writes nothing over the one that took its place', async () => {
    const [sleeper, other] = await processes(SOUND);
    await someMembers(database, 2000);
    const templateId = await aCoupon(sleeper, 5000, 2);
    const issueId = await order(sleeper, templateId);
    const chunks = sleeper.get(IssueChunk);
    const next = chunks.next.bind(chunks);
    let first = true;
    const asleep = jest.spyOn(chunks, 'next').mockImplementation(async (hold) => {
      if (!first) return next(hold);
      first = false;
      clock.advance({ seconds: 31 });
      await other.run.execute();
      return next(hold);
    });
    await sleeper.run.execute();
    asleep.mockRestore();
    expect(first).toBe(false);
    expect(await other.issues.one(issueId)).toMatchObject({ state: 'done', issued: 2000, skipped: 0 });
    expect(await couponViolations(database, 1)).toEqual([]);
  });

  it('cancelled in the middle, keeps what was issued and says how many; a second cancel changes nothing', async () => {
    const [worker, desk] = await processes(SOUND);
    await someMembers(database, 3000);
    const templateId = await aCoupon(worker, 5000);
    const issueId = await order(worker, templateId, { notify: true });
    await database.query(
      `INSERT INTO members_consent (member_id, purpose, version, granted, at, source)
       SELECT id, 'marketing', 1, 1, joined_at, 'mini-program' FROM members_member`,
    );
    const chunks = worker.get(IssueChunk);
    const next = chunks.next.bind(chunks);
    let written = 0;
    const second = jest.spyOn(chunks, 'next').mockImplementation(async (hold) => {
      written += 1;
      const chunk = next(hold);
      // Ordered while the second chunk is being written.
      if (written === 2) await desk.steer.cancel({ issueId, actor: manager });
      return chunk;
    });
    await worker.run.execute();
    second.mockRestore();
    const ended = await desk.issues.one(issueId);
    expect(ended.state).toBe('cancelled');
    expect([1000, 2000]).toContain(ended.issued);
    expect(ended).toMatchObject({ members: 3000, left: 3000 - ended.issued, toldTo: ended.issued });
    expect(await couponsGiven(database, templateId)).toBe(ended.issued);
    expect(await couponViolations(database, 1)).toEqual([]);
    const [told] = await database.query<{ n: string }>('SELECT COUNT(*) AS n FROM members_notice');
    expect(Number(told!.n)).toBe(ended.issued);
    await desk.steer.cancel({ issueId, actor: manager });
    await expect(desk.steer.resume({ issueId, actor: manager })).rejects.toMatchObject({ code: 'IssueStateForbids' });
    const deeds = await database.query<{ details: string }>(
      "SELECT details FROM platform_audit WHERE action = 'campaigns.issue-cancelled'",
    );
    expect(deeds).toHaveLength(1);
    expect(await worker.run.execute()).toBe(0);
  });

  it('C1 C2 beside claims from another process: neither limit nor stock is passed, whoever comes first', async () => {
    await provesAbsent<[CampaignsProcess, CampaignsProcess]>({
      sound: () => processes(SOUND),
      broken: () => processes(HOPEFUL),
      reset: () => database.truncateAll(),
      attempts: 8,
      scenario: async ([worker, till]) => {
        const members = await someMembers(database, 600);
        const templateId = await aCoupon(worker, 700, 2);
        await database.query("UPDATE coupons_template SET open_to = 'everyone' WHERE id = ?", [templateId]);
        const issueId = await order(worker, templateId);
        const claims = members
          .slice(0, 300)
          .map((memberId) => till.claim.execute({ templateId, memberId, idempotencyKey: randomUUID() }));
        const [, { done, refused }] = await Promise.all([worker.run.execute(), settled(claims)]);
        const { issued, state } = await worker.issues.one(issueId);
        const given = await couponsGiven(database, templateId);
        const other = refused.filter((code) => code !== 'StockExhausted');
        return [
          ...(await couponViolations(database, 2)),
          ...(given === 700 ? [] : [`${given} given of 700`]),
          ...(issued + done.length === given ? [] : [`${issued} issued and ${done.length} claimed, ${given} given`]),
          ...(state === 'done' || state === 'held' ? [] : [state]),
          ...other,
        ];
      },
    });
  });
});
