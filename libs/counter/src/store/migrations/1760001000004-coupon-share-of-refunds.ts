import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CouponShareOfRefunds1760001000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE counter_refund_note ADD COLUMN coupon_deducted_fen BIGINT NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE counter_refund_note DROP COLUMN coupon_deducted_fen');
  }
}
