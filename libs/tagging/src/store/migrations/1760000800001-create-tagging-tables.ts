import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  'run',
  'fan_tier_change',
  'fan_tier',
  'rfm',
  'membership',
  'tag',
  'interaction',
  'category_fact',
  'purchase_fact',
  'member_facts',
];

export class CreateTaggingTables1760000800001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...FACTS, ...RESULTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE IF EXISTS tagging_${table}`);
  }
}

const FACTS = [
  `CREATE TABLE tagging_member_facts (
     member_id BIGINT NOT NULL PRIMARY KEY,
     joined_on DATE NULL,
     inviter_member_id BIGINT NULL,
     closed TINYINT NOT NULL DEFAULT 0,
     first_purchase_at DATETIME(3) NULL,
     last_purchase_at DATETIME(3) NULL,
     purchases INT NOT NULL DEFAULT 0,
     net_fen BIGINT NOT NULL DEFAULT 0,
     KEY inviter (inviter_member_id)
   )`,
  `CREATE TABLE tagging_purchase_fact (
     purchase_id BIGINT NOT NULL PRIMARY KEY,
     member_id BIGINT NULL,
     store_id BIGINT NULL,
     at DATETIME(3) NULL,
     business_date DATE NULL,
     paid_fen BIGINT NOT NULL DEFAULT 0,
     refunded_fen BIGINT NOT NULL DEFAULT 0,
     wholly_refunded TINYINT NOT NULL DEFAULT 0,
     KEY window_of_member (member_id, business_date, wholly_refunded, paid_fen, refunded_fen),
     KEY window_of_all (business_date, member_id, wholly_refunded, paid_fen, refunded_fen)
   )`,
  `CREATE TABLE tagging_category_fact (
     purchase_id BIGINT NOT NULL,
     category VARCHAR(64) NOT NULL,
     member_id BIGINT NOT NULL,
     quantity INT NOT NULL,
     PRIMARY KEY (purchase_id, category),
     KEY taste (member_id, category, quantity)
   )`,
  `CREATE TABLE tagging_interaction (
     member_id BIGINT NOT NULL,
     kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     reference VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     at DATETIME(3) NOT NULL,
     active TINYINT NOT NULL,
     PRIMARY KEY (member_id, kind, reference),
     KEY recent (kind, at, member_id, active)
   )`,
];

const RESULTS = [
  `CREATE TABLE tagging_tag (
     code VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
     name VARCHAR(48) NOT NULL,
     kind ENUM('manual', 'rule', 'scored') NOT NULL,
     version INT NOT NULL,
     description VARCHAR(200) NOT NULL
   )`,
  `CREATE TABLE tagging_membership (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     member_id BIGINT NOT NULL,
     tag_code VARCHAR(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     valid_from DATETIME(3) NOT NULL,
     valid_until DATETIME(3) NULL,
     is_open TINYINT NULL DEFAULT 1,
     rule_version INT NOT NULL,
     why VARCHAR(300) NOT NULL,
     UNIQUE KEY one_open (member_id, tag_code, is_open),
     KEY of_tag (tag_code, is_open, member_id)
   )`,
  `CREATE TABLE tagging_rfm (
     member_id BIGINT NOT NULL PRIMARY KEY,
     r TINYINT NOT NULL, f TINYINT NOT NULL, m TINYINT NOT NULL,
     recency_days INT NOT NULL,
     frequency INT NOT NULL,
     net_fen BIGINT NOT NULL,
     run_id BIGINT NOT NULL,
     KEY cell (r, f, m, member_id)
   )`,
  `CREATE TABLE tagging_fan_tier (
     member_id BIGINT NOT NULL PRIMARY KEY,
     code VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     since DATE NOT NULL,
     score INT NOT NULL,
     parts JSON NOT NULL,
     KEY of_tier (code, member_id)
   )`,
  `CREATE TABLE tagging_fan_tier_change (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     member_id BIGINT NOT NULL,
     from_code VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
     to_code VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     at DATETIME(3) NOT NULL,
     why VARCHAR(300) NOT NULL,
     KEY of_member (member_id, id)
   )`,
  `CREATE TABLE tagging_run (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     state ENUM('requested', 'running', 'done', 'failed') NOT NULL,
     as_of DATE NOT NULL,
     window_days INT NOT NULL,
     requested_by VARCHAR(64) NOT NULL,
     requested_at DATETIME(3) NOT NULL,
     started_at DATETIME(3) NULL,
     lease_until DATETIME(3) NULL,
     finished_at DATETIME(3) NULL,
     members INT NOT NULL DEFAULT 0,
     processed INT NOT NULL DEFAULT 0,
     changed INT NOT NULL DEFAULT 0,
     boundaries JSON NULL,
     error VARCHAR(300) NULL,
     KEY due (state, id)
   )`,
];
