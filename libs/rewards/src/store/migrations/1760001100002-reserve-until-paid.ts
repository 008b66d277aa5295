import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rewards whose part in ¥ is not paid yet. New values stand at the end of their lists: the table is not rewritten. */
export class ReserveUntilPaid1760001100002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE rewards_reward
         MODIFY state ENUM('ready', 'picked-up', 'delivered', 'cancelled', 'expired', 'reserved') NOT NULL,
         MODIFY cancel_cause ENUM('member', 'manager', 'expired', 'account-closed', 'not-paid', 'undeliverable') NULL`,
    );
  }

  /** Nothing that is reserved can be told in the old words: it has to be paid or to end before. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "UPDATE rewards_reward SET cancel_cause = 'manager' WHERE cancel_cause IN ('not-paid', 'undeliverable')",
    );
    await runner.query(
      `ALTER TABLE rewards_reward
         MODIFY state ENUM('ready', 'picked-up', 'delivered', 'cancelled', 'expired') NOT NULL,
         MODIFY cancel_cause ENUM('member', 'manager', 'expired', 'account-closed') NULL`,
    );
  }
}
