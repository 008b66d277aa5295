import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCounterTables1760001000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['receipt', 'visit']) await runner.query(`DROP TABLE IF EXISTS counter_${table}`);
  }
}

const UP = [
  // Only the hash of the token is stored, as with sessions.
  `CREATE TABLE counter_visit (
     token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
     member_id BIGINT NOT NULL,
     store_id BIGINT NOT NULL,
     staff_id BIGINT NOT NULL,
     opened_at DATETIME(3) NOT NULL,
     KEY opened (opened_at)
   )`,
  // What the other contexts answered when the purchase was recorded: a receipt is printed again as it was.
  `CREATE TABLE counter_receipt (
     purchase_id BIGINT NOT NULL PRIMARY KEY,
     points BIGINT NOT NULL,
     balance_after BIGINT NOT NULL,
     why JSON NOT NULL,
     coupon_id BIGINT NULL,
     coupon_name VARCHAR(128) NULL
   )`,
];
