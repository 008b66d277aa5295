import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CouponsByClerks1760000500009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // How many of it one clerk may give on one day; NULL: clerks do not give it.
    await runner.query('ALTER TABLE coupons_template ADD COLUMN clerk_per_day INT NULL');
    await runner.query(`CREATE TABLE coupons_clerk_day (
      template_id BIGINT NOT NULL,
      staff_id BIGINT NOT NULL,
      day CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      given INT NOT NULL DEFAULT 0,
      PRIMARY KEY (template_id, staff_id, day)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS coupons_clerk_day');
    await runner.query('ALTER TABLE coupons_template DROP COLUMN clerk_per_day');
  }
}
