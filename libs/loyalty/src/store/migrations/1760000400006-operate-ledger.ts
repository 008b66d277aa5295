import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Transfers between members, adjustments that a second person approves, and reminders before points die. */
export class OperateLedger1760000400006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...CLOCKS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['transfer', 'adjustment_request', 'expiry_reminder'])
      await runner.query(`DROP TABLE IF EXISTS loyalty_${table}`);
    await runner.query('ALTER TABLE loyalty_lot DROP KEY ending');
    await runner.query('ALTER TABLE loyalty_points_account DROP KEY inactivity, DROP COLUMN inactivity_months');
  }
}

const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin';

const TABLES = [
  `CREATE TABLE loyalty_transfer (
     transfer_id VARCHAR(36) ${ASCII} NOT NULL PRIMARY KEY,
     from_member_id BIGINT NOT NULL,
     to_member_id BIGINT NOT NULL,
     day CHAR(10) ${ASCII} NOT NULL,
     points INT NOT NULL,
     at DATETIME(3) NOT NULL,
     KEY sender (from_member_id, day),
     KEY receiver (to_member_id, day)
   )`,
  `CREATE TABLE loyalty_adjustment_request (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     member_id BIGINT NOT NULL,
     points INT NOT NULL,
     reason VARCHAR(200) NOT NULL,
     state VARCHAR(16) ${ASCII} NOT NULL,
     asked_by VARCHAR(80) ${ASCII} NOT NULL,
     asked_at DATETIME(3) NOT NULL,
     expires_at DATETIME(3) NOT NULL,
     decided_by VARCHAR(80) ${ASCII} NULL,
     decided_at DATETIME(3) NULL,
     note VARCHAR(200) NULL,
     entry_seq INT NULL,
     KEY state (state, expires_at),
     KEY member (member_id, id)
   )`,
  `CREATE TABLE loyalty_expiry_reminder (
     member_id BIGINT NOT NULL,
     end_day CHAR(10) ${ASCII} NOT NULL,
     days_before INT NOT NULL,
     points INT NOT NULL,
     told_by VARCHAR(36) ${ASCII} NOT NULL,
     told_at DATETIME(3) NOT NULL,
     PRIMARY KEY (member_id, end_day, days_before)
   )`,
];

const CLOCKS = [
  'ALTER TABLE loyalty_lot ADD KEY ending (expires_at, member_id, remaining)',
  `ALTER TABLE loyalty_points_account
     ADD COLUMN inactivity_months INT NULL,
     ADD KEY inactivity (inactivity_ends_at, member_id)`,
];
