import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChannelsAndAudiences1760000500003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Coupons of before were claimed, or given by a rule: the reward that names them tells.
    await runner.query(`ALTER TABLE coupons_coupon
      ADD COLUMN channel ENUM('claim', 'rule', 'activity', 'points', 'clerk', 'bulk', 'code', 'gift', 'card')
        NOT NULL DEFAULT 'claim'`);
    await runner.query(`UPDATE coupons_coupon SET channel = 'rule'
      WHERE id IN (SELECT coupon_id FROM coupons_reward WHERE coupon_id IS NOT NULL)`);
    await runner.query(`ALTER TABLE coupons_template
      ADD COLUMN open_to ENUM('everyone', 'audience', 'nobody') NOT NULL DEFAULT 'everyone',
      ADD COLUMN audience_id BIGINT NULL,
      MODIFY COLUMN sentence VARCHAR(2000) NOT NULL`);
    await runner.query('ALTER TABLE coupons_terms MODIFY COLUMN terms_text VARCHAR(2000) NOT NULL');
    // A frozen list of members, written once. Positions run from 1 without gaps, so that a job walks it in pieces.
    await runner.query(`CREATE TABLE coupons_audience (
      id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
      name VARCHAR(100) NOT NULL,
      size INT NOT NULL DEFAULT 0,
      created_at DATETIME(3) NOT NULL
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    await runner.query(`CREATE TABLE coupons_audience_member (
      audience_id BIGINT NOT NULL,
      position INT NOT NULL,
      member_id BIGINT NOT NULL,
      PRIMARY KEY (audience_id, position),
      UNIQUE KEY once (audience_id, member_id)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['audience_member', 'audience']) await runner.query(`DROP TABLE IF EXISTS coupons_${table}`);
    await runner.query('ALTER TABLE coupons_template DROP COLUMN audience_id, DROP COLUMN open_to');
    await runner.query('ALTER TABLE coupons_coupon DROP COLUMN channel');
  }
}
