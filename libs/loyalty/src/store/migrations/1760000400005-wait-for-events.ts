import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tags as events told them, daily check-ins, and how far the clock's own triggers have come. */
export class WaitForEvents1760000400005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['schedule_watch', 'schedule_run', 'check_in'])
      await runner.query(`DROP TABLE IF EXISTS loyalty_${table}`);
    await runner.query('DELETE FROM loyalty_member_tag WHERE held = 0');
    await runner.query('ALTER TABLE loyalty_member_tag DROP COLUMN held, DROP COLUMN at');
  }
}

const DAY = 'CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL';

const UP = [
  // A tag that was left stays as a row that is not held: so that an older event, coming late, cannot bring it back.
  `ALTER TABLE loyalty_member_tag
     ADD COLUMN held TINYINT NOT NULL DEFAULT 1,
     ADD COLUMN at DATETIME(3) NOT NULL DEFAULT '2000-01-01 00:00:00'`,
  // `day` is the brand's business day: the key keeps one check-in a day, whatever the code above it believes.
  `CREATE TABLE loyalty_check_in (
     member_id BIGINT NOT NULL,
     day ${DAY},
     streak INT NOT NULL,
     at DATETIME(3) NOT NULL,
     PRIMARY KEY (member_id, day)
   )`,
  // One row per rule and day (rule 0: all birthday rules together); members up to `after_member` are done.
  `CREATE TABLE loyalty_schedule_run (
     rule_id BIGINT NOT NULL,
     day ${DAY},
     after_member BIGINT NOT NULL DEFAULT 0,
     done TINYINT NOT NULL DEFAULT 0,
     PRIMARY KEY (rule_id, day)
   )`,
  // Since when the sweep has seen a rule active: what lay before is not made up for.
  `CREATE TABLE loyalty_schedule_watch (
     rule_id BIGINT NOT NULL PRIMARY KEY,
     since DATETIME(3) NOT NULL,
     seen_at DATETIME(3) NOT NULL
   )`,
];
