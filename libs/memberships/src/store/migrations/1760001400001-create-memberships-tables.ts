import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMembershipsTables1760001400001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['reminder', 'card_coupon', 'card', 'holder', 'plan_version', 'plan'])
      await runner.query(`DROP TABLE IF EXISTS memberships_${table}`);
  }
}

const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin';
const END = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4';

const UP = [
  // sold: ordered and not given back, so that the limit is one condition of one statement.
  `CREATE TABLE memberships_plan (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     status ENUM('draft', 'active', 'paused', 'ended') NOT NULL DEFAULT 'draft',
     version INT NOT NULL,
     stock_total INT NULL,
     sold INT NOT NULL DEFAULT 0,
     sale_from DATETIME(3) NULL,
     sale_until DATETIME(3) NULL,
     position INT NOT NULL DEFAULT 0,
     created_at DATETIME(3) NOT NULL,
     updated_at DATETIME(3) NOT NULL,
     KEY shown (status, position, id)
   ) ${END}`,
  // Written once and never changed: a bought card goes by the terms of its version.
  `CREATE TABLE memberships_plan_version (
     plan_id BIGINT NOT NULL,
     version INT NOT NULL,
     name VARCHAR(80) NOT NULL,
     summary VARCHAR(200) NOT NULL,
     terms TEXT NOT NULL,
     price_fen INT NOT NULL,
     duration_unit ENUM('day', 'month') NOT NULL,
     duration_count INT NOT NULL,
     tier_code VARCHAR(32) ${ASCII} NOT NULL,
     coupons JSON NOT NULL,
     used_coupons ENUM('ignore', 'deduct', 'forbid') NOT NULL,
     reminder_days JSON NOT NULL,
     made_by VARCHAR(80) NOT NULL,
     made_at DATETIME(3) NOT NULL,
     PRIMARY KEY (plan_id, version),
     CONSTRAINT memberships_version_plan FOREIGN KEY (plan_id) REFERENCES memberships_plan (id)
   ) ${END}`,
  // The row that is locked whenever cards of a member change: what one request sees, the next one cannot overtake.
  'CREATE TABLE memberships_holder (member_id BIGINT NOT NULL PRIMARY KEY) ENGINE=InnoDB',
  // open_order is 1 while it waits for its payment and NULL afterwards: one open order per member and plan.
  `CREATE TABLE memberships_card (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     card_no CHAR(12) ${ASCII} NOT NULL UNIQUE,
     plan_id BIGINT NOT NULL,
     version INT NOT NULL,
     member_id BIGINT NOT NULL,
     state ENUM('ordered', 'upcoming', 'active', 'ended', 'refunded', 'closed') NOT NULL DEFAULT 'ordered',
     open_order TINYINT NULL DEFAULT 1,
     price_fen INT NOT NULL,
     tier_code VARCHAR(32) ${ASCII} NOT NULL,
     payment_no VARCHAR(32) ${ASCII} NOT NULL,
     ordered_at DATETIME(3) NOT NULL,
     paid_at DATETIME(3) NULL,
     starts_on CHAR(10) ${ASCII} NULL,
     last_on CHAR(10) ${ASCII} NULL,
     anchor_on CHAR(10) ${ASCII} NULL,
     anchor_months INT NULL,
     follows_id BIGINT NULL,
     coupons_missed INT NOT NULL DEFAULT 0,
     ended_at DATETIME(3) NULL,
     refund_fen INT NULL,
     refund_cause ENUM('member', 'staff', 'account-closed', 'not-honoured') NULL,
     refund_note VARCHAR(200) NULL,
     UNIQUE KEY open_orders (member_id, plan_id, open_order),
     KEY member (member_id, id),
     KEY of_plan (plan_id, state, id),
     KEY begins (state, starts_on),
     KEY ends (state, last_on),
     KEY before_it (follows_id),
     CONSTRAINT memberships_card_version FOREIGN KEY (plan_id, version) REFERENCES memberships_plan_version (plan_id, version)
   ) ${END}`,
  `CREATE TABLE memberships_card_coupon (
     card_id BIGINT NOT NULL,
     coupon_id BIGINT NOT NULL,
     worth_fen INT NOT NULL,
     PRIMARY KEY (card_id, coupon_id),
     CONSTRAINT memberships_coupon_card FOREIGN KEY (card_id) REFERENCES memberships_card (id)
   ) ${END}`,
  `CREATE TABLE memberships_reminder (
     card_id BIGINT NOT NULL,
     days_before INT NOT NULL,
     told_at DATETIME(3) NOT NULL,
     PRIMARY KEY (card_id, days_before),
     CONSTRAINT memberships_reminder_card FOREIGN KEY (card_id) REFERENCES memberships_card (id)
   ) ${END}`,
];
