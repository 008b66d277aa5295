import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { IssueChunk } from '../../../libs/campaigns/src/use-cases/issue-chunk';
import { FixedClock } from '../../support/fixed-clock';
import { usePrivateDatabase } from '../../support/private-database';
import { waitUntil } from '../../support/wait-until';
import { draft as couponDraft } from '../coupons/coupons-process';
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
} from './campaigns-on';

const HOOK = join(__dirname, '../../support/typescript-hook.cjs');
const LONGER_THAN_A_LEASE = { seconds: 31 };

describe('a bulk issue', () => {
  const database = usePrivateDatabase();
  const clock = new FixedClock(NOW);
  let house: CampaignsProcess;
  beforeAll(async () => {
    house = await campaignsProcess(database, clock);
  });
  beforeEach(() => clock.set(NOW));
  afterAll(() => house.close());

  it('gives each member of the audience one coupon, tells those who agreed once, and stays so when it is run again', async () => {
    const members = await someMembers(database, 2500);
    await database.query('INSERT INTO members_consent (member_id, purpose, version, granted, at, source) VALUES ?', [
      members.slice(0, 700).map((id, i) => [id, 'marketing', 1, i % 7 !== 0, new Date(NOW), 'mini-program']),
    ]);
    const templateId = await aCoupon(house, 3000);
    const issueId = await order(house, templateId, { notify: true });
    expect(await house.run.execute()).toBe(1);
    expect(await house.run.execute()).toBe(0);
    expect(await house.issues.one(issueId)).toMatchObject({
      state: 'done',
      members: 2500,
      issued: 2500,
      issuedMembers: 2500,
      skipped: 0,
      progressPercent: 100,
      left: 0,
      reasons: [],
      sentence: '全部正常会员',
    });
    expect(await couponsGiven(database, templateId)).toBe(2500);
    expect(await couponViolations(database, 1)).toEqual([]);
    const channels = await database.query('SELECT DISTINCT channel FROM coupons_coupon');
    expect(channels).toEqual([{ channel: 'bulk' }]);
    const notices = await database.query<{ title: string; text: string; n: string }>(
      'SELECT title, text, COUNT(*) AS n, COUNT(DISTINCT member_id) AS told FROM members_notice GROUP BY title, text',
    );
    expect(notices).toEqual([
      {
        title: '您收到了新的优惠券',
        text: '一张“满 30 减 5”已放进您的券包，在“可用”里就能看到。',
        n: '600',
        told: '600',
      },
    ]);
  });

  it('killed with -9 in the second chunk of three, another worker goes on: nobody twice, nobody forgotten', async () => {
    await someMembers(database, 2500);
    const templateId = await aCoupon(house, 10_000, 5);
    const issueId = await order(house, templateId);
    const child = spawn(
      process.execPath,
      ['-r', HOOK, join(__dirname, 'dying-issue.ts'), database.url, database.redisUrl, NOW, '2'],
      { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, TZ: 'UTC' } },
    );
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
    expect(await house.issues.one(issueId)).toMatchObject({ state: 'running', issued: 1000 });
    expect(await house.run.execute()).toBe(0);
    clock.advance(LONGER_THAN_A_LEASE);
    // The database may still undo what the dead worker left; a worker looks again and again.
    await waitUntil('another worker takes it up', async () => (await house.run.execute()) === 1);
    expect(await house.issues.one(issueId)).toMatchObject({ state: 'done', members: 2500, issued: 2500, skipped: 0 });
    expect(await couponsGiven(database, templateId)).toBe(2500);
    expect(await couponViolations(database, 1)).toEqual([]);
  });

  it('stops where the stock ends, in the middle of a chunk and of a share, and goes on there once there is more', async () => {
    await someMembers(database, 1200);
    const templateId = await aCoupon(house, 5000, 5);
    const issueId = await order(house, templateId, { copies: 3 });
    await revised(templateId, 1601);
    await house.run.execute();
    const held = await house.issues.one(issueId);
    // 533 members have three each, the next one has two.
    expect(held).toMatchObject({
      state: 'held',
      heldBy: 'StockExhausted',
      heldWhy: '库存发完了',
      issued: 1601,
      issuedMembers: 534,
      doneTo: 533,
      carried: 2,
      left: 667,
    });
    expect(await house.run.execute()).toBe(0);
    const unissued = await house.unissued.page(issueId, 0, 1000);
    expect(unissued.map(({ missing }) => missing)).toEqual([1, ...Array.from({ length: 666 }, () => 3)]);
    await house.steer.resume({ issueId, actor: manager });
    await house.run.execute();
    expect(await house.issues.one(issueId)).toMatchObject({ state: 'held', issued: 1601, doneTo: 533, carried: 2 });
    await revised(templateId, 4000);
    await house.steer.resume({ issueId, actor: manager });
    await house.run.execute();
    expect(await house.issues.one(issueId)).toMatchObject({
      state: 'done',
      issued: 3600,
      issuedMembers: 1200,
      skipped: 0,
      carried: 0,
    });
    expect(await couponViolations(database, 3)).toEqual([]);
    expect(await house.unissued.page(issueId, 0, 1000)).toEqual([]);
  });

  const revised = (templateId: string, stockTotal: number) =>
    house.revise.execute({
      templateId,
      draft: couponDraft({ stockTotal, perMemberLimit: 5, openTo: 'nobody' }),
      actor: manager,
    });

  it('passes over who closed or is frozen since, and who has as many as allowed: counted by reason, listed, exported', async () => {
    const members = await someMembers(database, 1005);
    const templateId = await aCoupon(house, 5000, 2);
    const one = { copies: 1 };
    const first = await order(house, templateId, one);
    await house.run.execute();
    await order(house, templateId, { ...one, conditions: await listOf(members.slice(0, 3)) });
    await house.run.execute();
    const issueId = await order(house, templateId, { copies: 2, startAt: new Date('2026-06-15T05:00:00Z') });
    clock.set('2026-06-15T05:00:00Z');
    const frozen = "UPDATE members_member SET status = 'frozen' WHERE id = ?";
    await freezeThen(issueId, async () => {
      await database.query(frozen, [members[3]!]);
      await database.query("UPDATE members_member SET status = 'closed', nickname = '=SUM(A1)' WHERE id = ?", [
        members[4]!,
      ]);
    });
    const seen = await house.issues.one(issueId);
    expect(seen).toMatchObject({ state: 'done', members: 1005, issued: 1000, issuedMembers: 1000, skipped: 1005 });
    expect(seen.reasons).toEqual([
      { reason: 'ClaimLimitReached', text: '已达到每人限领张数', members: 1003, missing: 1006 },
      { reason: 'MemberClosed', text: '会员已注销', members: 1, missing: 2 },
      { reason: 'MemberFrozen', text: '会员已冻结', members: 1, missing: 2 },
    ]);
    expect(await couponViolations(database, 2)).toEqual([]);
    const page = await house.unissued.page(issueId, 2, 3);
    expect(page.map(({ position, why, missing }) => [position, why, missing])).toEqual([
      [3, '已达到每人限领张数', 2],
      [4, '会员已冻结', 2],
      [5, '会员已注销', 2],
    ]);
    let csv = '';
    for await (const part of house.unissued.csv(issueId)) csv += part;
    const lines = csv.split('\r\n');
    expect(lines).toHaveLength(1007);
    expect(lines[0]).toBe('\uFEFF会员号,昵称,原因,少发张数');
    expect(lines[5]).toMatch(/^\d{12},'=SUM\(A1\),会员已注销,2$/);
    expect(await house.issues.one(first)).toMatchObject({ issued: 1005 });
  });

  const listOf = async (members: readonly string[]) => {
    const rows = await database.query<{ no: string }>('SELECT member_no AS no FROM members_member WHERE id IN (?)', [
      members,
    ]);
    const content = rows.map(({ no }) => no).join('\n');
    const { listId } = await house.lists.execute({ name: '名单', content, actor: manager });
    return { list: { code: listId, name: '名单' } };
  };

  /** Freezes the audience, lets something happen, and goes on. */
  const freezeThen = async (issueId: string, happens: () => Promise<unknown>): Promise<void> => {
    const [running, calls] = [jest.spyOn(house.get(IssueChunk), 'next'), { done: false }];
    running.mockImplementation(async (hold) => {
      if (!calls.done) {
        calls.done = true;
        await happens();
      }
      running.mockRestore();
      return house.get(IssueChunk).next(hold);
    });
    await house.run.execute();
    expect(calls.done).toBe(true);
    expect((await house.issues.one(issueId)).state).toBe('done');
  };
});
