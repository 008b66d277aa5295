import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RewardWithCoupons1760000500002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // One row per coupon of a grant, also of those that were withdrawn before they came.
    await runner.query(`CREATE TABLE coupons_reward (
      id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
      reference VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      rule_id BIGINT NOT NULL,
      n INT NOT NULL,
      member_id BIGINT NOT NULL,
      template_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      rule_name VARCHAR(200) NOT NULL,
      state ENUM('issued', 'limited', 'refused', 'withdrawn', 'dismissed') NOT NULL,
      refusal VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
      coupon_id BIGINT NULL,
      at DATETIME(3) NOT NULL,
      UNIQUE KEY granted_once (reference, rule_id, n),
      KEY open (state, id)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS coupons_reward');
  }
}
