import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tags that rules of the loyalty programme give, and how far the tags held before this were told to others. */
export class TellTagsAndReward1760000800002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['telling', 'reward']) await runner.query(`DROP TABLE IF EXISTS tagging_${table}`);
    await runner.query('ALTER TABLE tagging_membership DROP COLUMN by_reward');
  }
}

const UP = [
  // A tag that a person put on stays when the reward that would have given it is withdrawn.
  'ALTER TABLE tagging_membership ADD COLUMN by_reward TINYINT NOT NULL DEFAULT 0',
  // One row per grant, also of those that were withdrawn before they came.
  `CREATE TABLE tagging_reward (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     reference VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     rule_id BIGINT NOT NULL,
     member_id BIGINT NOT NULL,
     tag_code VARCHAR(64) NOT NULL,
     rule_name VARCHAR(200) NOT NULL,
     state ENUM('held', 'withdrawn', 'refused', 'dismissed') NOT NULL,
     refusal VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
     at DATETIME(3) NOT NULL,
     UNIQUE KEY granted_once (reference, rule_id),
     KEY of_member (member_id, tag_code, state),
     KEY open (state, id)
   )`,
  `CREATE TABLE tagging_telling (
     id TINYINT NOT NULL PRIMARY KEY,
     after_member BIGINT NOT NULL,
     done TINYINT NOT NULL
   )`,
  'INSERT INTO tagging_telling (id, after_member, done) VALUES (1, 0, 0)',
];
