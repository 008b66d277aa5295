import { loyaltyMigrations } from '@fanloop/loyalty';
import { dataSourceOptions } from '@fanloop/platform';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { FixedClock } from '../../support/fixed-clock';
import { bareConnection, schemaName, serverAddress, urlOfSchema } from '../../support/own-schema';
import { aPurchase, loyaltyOn } from './loyalty-on';

/** Members as they were before tiers had windows. */
const OLDER = [
  `INSERT INTO loyalty_programme (id, revision, settings) VALUES
     (1, 'a', '{"tiers":{"basis":"tier-points","window":{"kind":"rolling","months":12},"graceDays":30}}')`,
  `INSERT INTO loyalty_tier (code, name, at_points, colour, multiplier_percent, benefits) VALUES
     ('silver-leaf', '银叶', 0, '#8FA3A0', 100, '["消费得积分"]'), ('gold-leaf', '金叶', 2000, '#C9A227', 150, '[]')`,
  `INSERT INTO loyalty_points_account (member_id, head_hash, tier_code, tier_since, tier_day, opened_at) VALUES
     (1, REPEAT('0', 64), 'gold-leaf', '2026-03-01 04:00:00', '2026-06-01', '2026-01-01 00:00:00'),
     (2, REPEAT('0', 64), 'silver-leaf', '2026-03-01 04:00:00', '2026-06-01', '2026-01-01 00:00:00')`,
  `INSERT INTO loyalty_member_day (member_id, day, tier_points, purchases, net_fen) VALUES (1, '2026-03-01', 2100, 1, 210000)`,
  `INSERT INTO loyalty_tier_change (member_id, from_code, to_code, cause, qualifying, at) VALUES
     (1, 'silver-leaf', 'gold-leaf', 'purchase:1', 2100, '2026-03-01 04:00:00')`,
];

describe('tiers of a brand that was there before', () => {
  const schema = schemaName('tier_migration');
  let dataSource: DataSource;
  beforeAll(async () => {
    const server = await bareConnection(serverAddress('TEST_DATABASE_URL'));
    await server.query(`DROP DATABASE IF EXISTS \`${schema}\`; CREATE DATABASE \`${schema}\``);
    await server.end();
    dataSource = await new DataSource(dataSourceOptions(urlOfSchema(schema), { poolSize: 2 })).initialize();
  });
  afterAll(() => dataSource.destroy());

  const up = async (runner: QueryRunner, names: (name: string) => boolean): Promise<void> => {
    const chosen = loyaltyMigrations.filter(({ name }) => names(name));
    for (const Migration of chosen) await (new Migration() as MigrationInterface).up(runner);
  };

  it('keep their members, thresholds and history, and each member gets a window from the last judgement on', async () => {
    const runner = dataSource.createQueryRunner();
    await up(runner, (name) => /040000[12]$/.test(name));
    for (const statement of OLDER) await runner.query(statement);
    await up(runner, (name) => !/040000[12]$/.test(name));
    await runner.release();
    const clock = new FixedClock('2026-06-15T16:20:00Z');
    const loyalty = loyaltyOn(dataSource, clock);
    expect((await loyalty.tiers.execute()).items).toMatchObject([
      { code: 'silver-leaf', members: 1, benefits: { texts: ['消费得积分'], monthlyCoupons: [] } },
      { code: 'gold-leaf', members: 1, enterAt: 2000, keepAt: 2000, leaveAt: 0, multiplierPercent: 150 },
    ]);
    expect(await loyalty.standing.execute('1')).toMatchObject({
      code: 'gold-leaf',
      qualifying: 2100,
      keep: { from: '2026-06-02', until: '2027-06-01', keepAt: 2000, missing: 2000 },
    });
    expect(await loyalty.reassess.execute()).toEqual({ members: 1, changed: 0 });
    expect(await loyalty.reassess.execute()).toEqual({ members: 0, changed: 0 });
    const [{ tier_check_on: next } = { tier_check_on: null }] = await dataSource.query(
      'SELECT tier_check_on FROM loyalty_points_account WHERE member_id = 1',
    );
    expect(next).toBe('2027-06-02');
    expect(await loyalty.tierHistory.execute('1', 9)).toMatchObject([
      { kind: 'rise', from: '银叶', to: '金叶', why: '累计达到升级门槛' },
    ]);
    const preview = await loyalty.preview.execute({
      ...aPurchase(),
      memberId: '1',
      at: clock.now(),
      ordinal: 3,
    });
    expect(preview.tier).toMatchObject({ code: 'gold-leaf' });
  });
});
