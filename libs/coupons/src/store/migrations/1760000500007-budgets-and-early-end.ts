import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BudgetsAndEarlyEnd1760000500007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  // What a day may give out is counted in the row that every claim locks and writes anyway: it costs no statement.
  `ALTER TABLE coupons_template
     ADD COLUMN budgets JSON NULL,
     ADD COLUMN claimed_day CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
     ADD COLUMN claimed_today INT NOT NULL DEFAULT 0,
     ADD COLUMN use_paused TINYINT NOT NULL DEFAULT 0,
     ADD COLUMN voided TINYINT NOT NULL DEFAULT 0,
     ADD COLUMN end_reason VARCHAR(200) NULL`,
  // What uses have taken. No day: of all days; store 0: of all stores. The key's order is the order of locks.
  `CREATE TABLE coupons_budget (
     template_id BIGINT NOT NULL,
     kind ENUM('total', 'day', 'store', 'store-day') NOT NULL,
     day CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     store_id BIGINT NOT NULL,
     used BIGINT NOT NULL DEFAULT 0,
     PRIMARY KEY (template_id, kind, day, store_id)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  // The day in whose budget a use was counted; NULL: its template had none then.
  'ALTER TABLE coupons_redemption ADD COLUMN budget_day CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL',
];

const DOWN = [
  'ALTER TABLE coupons_redemption DROP COLUMN budget_day',
  'DROP TABLE IF EXISTS coupons_budget',
  `ALTER TABLE coupons_template DROP COLUMN budgets, DROP COLUMN claimed_day, DROP COLUMN claimed_today,
     DROP COLUMN use_paused, DROP COLUMN voided, DROP COLUMN end_reason`,
];
