import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLoyaltyTables1760000400001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...LEDGER, ...PROGRAMME]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE IF EXISTS loyalty_${table}`);
  }
}

const TABLES = [
  'points_account',
  'lot',
  'entry',
  'tier_day',
  'cap_use',
  'tier_change',
  'programme',
  'tier',
  'rule',
  'rule_version',
];

/**
 * Keys are natural (member and number), so that a batch of purchases becomes a handful of bulk inserts without asking for ids.
 * `lots` and `trace` are TEXT, not JSON: their bytes are hashed, and MySQL's JSON type would rewrite them.
 */
const LEDGER = [
  `CREATE TABLE loyalty_points_account (
     member_id BIGINT NOT NULL PRIMARY KEY,
     available INT NOT NULL DEFAULT 0,
     pending INT NOT NULL DEFAULT 0,
     debt INT NOT NULL DEFAULT 0,
     seq INT NOT NULL DEFAULT 0,
     head_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     lot_count INT NOT NULL DEFAULT 0,
     next_expiry_at DATETIME(3) NULL,
     tier_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
     tier_since DATETIME(3) NULL,
     tier_day CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     birthday CHAR(5) CHARACTER SET ascii COLLATE ascii_bin NULL,
     opened_at DATETIME(3) NOT NULL,
     closed_at DATETIME(3) NULL,
     KEY expiry (next_expiry_at, member_id),
     KEY tier (tier_code, tier_day, member_id)
   )`,
  `CREATE TABLE loyalty_lot (
     member_id BIGINT NOT NULL,
     lot_no INT NOT NULL,
     earned INT NOT NULL,
     remaining INT NOT NULL,
     expired INT NOT NULL DEFAULT 0,
     clawed_back INT NOT NULL DEFAULT 0,
     active_from DATETIME(3) NOT NULL,
     expires_at DATETIME(3) NULL,
     source VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     PRIMARY KEY (member_id, lot_no)
   )`,
  `CREATE TABLE loyalty_entry (
     member_id BIGINT NOT NULL,
     seq INT NOT NULL,
     kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     points INT NOT NULL,
     balance_after INT NOT NULL,
     lots TEXT NOT NULL,
     reference VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     actor VARCHAR(80) NOT NULL,
     reason VARCHAR(200) NULL,
     store_id BIGINT NULL,
     trace TEXT NULL,
     at DATETIME(3) NOT NULL,
     recorded_at DATETIME(3) NOT NULL,
     prev_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     PRIMARY KEY (member_id, seq),
     UNIQUE KEY business (kind, reference)
   )`,
  `CREATE TABLE loyalty_tier_day (
     member_id BIGINT NOT NULL,
     day CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     points INT NOT NULL,
     PRIMARY KEY (member_id, day)
   )`,
  `CREATE TABLE loyalty_cap_use (
     member_id BIGINT NOT NULL,
     rule_id BIGINT NOT NULL,
     day CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     points INT NOT NULL,
     PRIMARY KEY (member_id, rule_id, day)
   )`,
  `CREATE TABLE loyalty_tier_change (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     member_id BIGINT NOT NULL,
     from_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
     to_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     cause VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     qualifying INT NOT NULL,
     at DATETIME(3) NOT NULL,
     KEY member (member_id, id)
   )`,
];

const PROGRAMME = [
  `CREATE TABLE loyalty_programme (
     id TINYINT NOT NULL PRIMARY KEY,
     revision VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     expiry_months INT NOT NULL,
     clawback_policy VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     tier_window_months INT NOT NULL,
     return_window_days INT NOT NULL
   )`,
  `CREATE TABLE loyalty_tier (
     code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
     name VARCHAR(40) NOT NULL,
     at_points INT NOT NULL,
     colour CHAR(7) NOT NULL,
     multiplier_percent INT NOT NULL,
     benefits TEXT NOT NULL
   )`,
  `CREATE TABLE loyalty_rule (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     version INT NOT NULL,
     updated_at DATETIME(3) NOT NULL,
     updated_by VARCHAR(80) NOT NULL
   )`,
  `CREATE TABLE loyalty_rule_version (
     rule_id BIGINT NOT NULL,
     version INT NOT NULL,
     draft TEXT NOT NULL,
     at DATETIME(3) NOT NULL,
     by_actor VARCHAR(80) NOT NULL,
     PRIMARY KEY (rule_id, version),
     FOREIGN KEY (rule_id) REFERENCES loyalty_rule (id)
   )`,
];
