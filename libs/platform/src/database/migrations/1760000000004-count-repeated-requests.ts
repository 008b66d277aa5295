import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often a request came again: the count of a batch's INSERT then tells whether any of its keys was there before. */
export class CountRepeatedRequests1760000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE platform_idempotency_key ADD COLUMN repeats INT UNSIGNED NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE platform_idempotency_key DROP COLUMN repeats');
  }
}
