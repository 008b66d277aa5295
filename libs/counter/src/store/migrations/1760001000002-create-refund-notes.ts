import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRefundNotes1760001000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS counter_refund_note');
  }
}

// What the other contexts answered to a refund, as it was told: points taken, owed, paid for in money, left.
const UP = `CREATE TABLE counter_refund_note (
  refund_id BIGINT NOT NULL PRIMARY KEY,
  points_clawed_back BIGINT NOT NULL,
  debt_points BIGINT NOT NULL,
  deducted_points BIGINT NOT NULL,
  written_off_points BIGINT NOT NULL,
  coupon_returned TINYINT NOT NULL,
  balance_after BIGINT NULL,
  why JSON NOT NULL
)`;
