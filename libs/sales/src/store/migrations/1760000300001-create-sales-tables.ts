import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSalesTables1760000300001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['refund_line', 'refund', 'purchase_line', 'purchase', 'member_count', 'product'])
      await runner.query(`DROP TABLE IF EXISTS sales_${table}`);
  }
}

const UP = [
  `CREATE TABLE sales_product (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     sku VARCHAR(64) NOT NULL UNIQUE,
     name VARCHAR(128) NOT NULL,
     category VARCHAR(190) NULL,
     price_fen BIGINT NULL,
     picture_url VARCHAR(255) NULL,
     on_sale TINYINT NOT NULL DEFAULT 1,
     updated_at DATETIME(3) NOT NULL,
     KEY shelf (on_sale, category, name)
   )`,
  // One row per member: its lock gives each purchase of a member its number, whoever records at the same moment.
  `CREATE TABLE sales_member_count (
     member_id BIGINT NOT NULL PRIMARY KEY,
     purchases INT NOT NULL
   )`,
  `CREATE TABLE sales_purchase (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     purchase_no CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
     source VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     external_key VARCHAR(96) COLLATE utf8mb4_bin NOT NULL,
     member_id BIGINT NULL,
     member_ordinal INT NULL,
     store_id BIGINT NOT NULL,
     clerk_staff_id BIGINT NULL,
     channel VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     occurred_at DATETIME(3) NOT NULL,
     business_date DATE NOT NULL,
     gross_fen BIGINT NOT NULL,
     discount_fen BIGINT NOT NULL,
     net_fen BIGINT NOT NULL,
     refund_state ENUM('none', 'full') NOT NULL DEFAULT 'none',
     recorded_at DATETIME(3) NOT NULL,
     UNIQUE KEY once (source, external_key),
     KEY of_member (member_id, occurred_at, net_fen),
     KEY of_store (store_id, business_date),
     KEY by_day (business_date, store_id, net_fen),
     KEY by_time (occurred_at)
   )`,
  `CREATE TABLE sales_purchase_line (
     purchase_id BIGINT NOT NULL,
     line_no INT NOT NULL,
     sku VARCHAR(64) NULL,
     name VARCHAR(128) NOT NULL,
     category VARCHAR(190) NULL,
     quantity INT NOT NULL,
     gross_fen BIGINT NOT NULL,
     discount_fen BIGINT NOT NULL,
     amount_fen BIGINT NOT NULL,
     coupon_discount_fen BIGINT NOT NULL DEFAULT 0,
     coupon_tender_fen BIGINT NOT NULL DEFAULT 0,
     PRIMARY KEY (purchase_id, line_no)
   )`,
  `CREATE TABLE sales_refund (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     refund_no CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
     purchase_id BIGINT NOT NULL,
     member_id BIGINT NULL,
     store_id BIGINT NOT NULL,
     amount_fen BIGINT NOT NULL,
     full TINYINT NOT NULL,
     reason VARCHAR(255) NOT NULL,
     actor VARCHAR(64) NOT NULL,
     at DATETIME(3) NOT NULL,
     KEY of_purchase (purchase_id),
     KEY of_member (member_id, at),
     KEY by_time (at)
   )`,
  `CREATE TABLE sales_refund_line (
     refund_id BIGINT NOT NULL,
     line_no INT NOT NULL,
     quantity INT NOT NULL,
     amount_fen BIGINT NOT NULL,
     PRIMARY KEY (refund_id, line_no)
   )`,
];
