import type { MigrationInterface, QueryRunner } from 'typeorm';

const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin';

/** Replays of rules as jobs: what was asked for, how far it is, and what came of it. */
export class CreateReplays1760000400007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Of each slot there is one row at most: so many replays run at once, on however many workers.
    await runner.query(
      `CREATE TABLE loyalty_replay (
         id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
         state VARCHAR(16) ${ASCII} NOT NULL,
         slot TINYINT NULL,
         plan MEDIUMTEXT NOT NULL,
         done BIGINT NOT NULL DEFAULT 0,
         total BIGINT NOT NULL DEFAULT 0,
         events BIGINT NOT NULL DEFAULT 0,
         report MEDIUMTEXT NULL,
         failure VARCHAR(500) NULL,
         attempts INT NOT NULL DEFAULT 0,
         lease_owner VARCHAR(36) ${ASCII} NULL,
         lease_until DATETIME(3) NULL,
         created_by VARCHAR(80) NOT NULL,
         created_at DATETIME(3) NOT NULL,
         started_at DATETIME(3) NULL,
         finished_at DATETIME(3) NULL,
         UNIQUE KEY slot (slot),
         KEY waiting (state, id)
       )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE loyalty_replay');
  }
}
