import type { MigrationInterface, QueryRunner } from 'typeorm';

const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin';

/** Who handed a version of a rule in and who decided, with what they said; and what each rule has given, by day. */
export class KeepLifeAndUseOfRules1760000400004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE loyalty_rule_version
     CHANGE COLUMN note decided_note VARCHAR(200) NULL,
     ADD COLUMN submitted_by VARCHAR(80) NULL,
     ADD COLUMN submitted_at DATETIME(3) NULL,
     ADD COLUMN submitted_note VARCHAR(200) NULL`,
  // Until now the newest version judged as soon as it was saved, and the ones before it had given way to it.
  `UPDATE loyalty_rule_version v JOIN loyalty_rule r ON r.id = v.rule_id
      SET v.state = 'superseded' WHERE v.state = 'approved' AND v.version <> r.active_version`,
  // Counted from the journal a moment later, so that no till waits for a row that all tills would change.
  `CREATE TABLE loyalty_rule_use (
     rule_id BIGINT NOT NULL,
     day CHAR(10) ${ASCII} NOT NULL,
     points BIGINT NOT NULL,
     times INT NOT NULL,
     PRIMARY KEY (rule_id, day),
     KEY by_day (day)
   )`,
  `CREATE TABLE loyalty_rule_use_mark (
     id TINYINT NOT NULL PRIMARY KEY,
     entry_id BIGINT NOT NULL
   )`,
  'INSERT INTO loyalty_rule_use_mark (id, entry_id) VALUES (1, 0)',
];

const DOWN = [
  'DROP TABLE IF EXISTS loyalty_rule_use_mark',
  'DROP TABLE IF EXISTS loyalty_rule_use',
  `ALTER TABLE loyalty_rule_version
     CHANGE COLUMN decided_note note VARCHAR(200) NULL,
     DROP COLUMN submitted_by, DROP COLUMN submitted_at, DROP COLUMN submitted_note`,
];
