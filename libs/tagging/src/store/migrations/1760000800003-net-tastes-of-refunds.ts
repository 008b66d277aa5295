import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a refund by line took back of a category: counted beside what was bought, because either may be told first. */
export class NetTastesOfRefunds1760000800003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tagging_category_fact ADD COLUMN returned INT NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tagging_category_fact DROP COLUMN returned');
  }
}
