import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCouponsTables1760000500001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['redemption', 'coupon', 'terms', 'template'])
      await runner.query(`DROP TABLE IF EXISTS coupons_${table}`);
  }
}

const UP = [
  // The row that a rush meets: narrow, and locked first by each batch of claims.
  `CREATE TABLE coupons_template (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     status ENUM('active', 'paused', 'ended') NOT NULL,
     terms_id BIGINT NULL,
     stock_total INT NOT NULL,
     stock_left INT NOT NULL,
     per_member_limit INT NOT NULL,
     claim_from DATETIME(3) NULL,
     claim_until DATETIME(3) NULL,
     sentence VARCHAR(1000) NOT NULL,
     created_at DATETIME(3) NOT NULL,
     updated_at DATETIME(3) NOT NULL,
     KEY status (status, id)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  // Never updated: a coupon names the version that it was claimed under.
  `CREATE TABLE coupons_terms (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     template_id BIGINT NOT NULL,
     version INT NOT NULL,
     terms JSON NOT NULL,
     terms_text VARCHAR(1000) NOT NULL,
     stores_text VARCHAR(1000) NOT NULL,
     created_at DATETIME(3) NOT NULL,
     UNIQUE KEY version (template_id, version)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  // The unique key `claim` keeps the limit per member, whatever the code above it believes.
  `CREATE TABLE coupons_coupon (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     coupon_no CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
     template_id BIGINT NOT NULL,
     terms_id BIGINT NOT NULL,
     member_id BIGINT NOT NULL,
     ordinal INT NOT NULL,
     state ENUM('claimed', 'locked', 'redeemed', 'expired', 'void') NOT NULL DEFAULT 'claimed',
     valid_from DATETIME(3) NOT NULL,
     valid_until DATETIME(3) NOT NULL,
     graced TINYINT NOT NULL DEFAULT 0,
     lock_reference VARCHAR(96) NULL,
     locked_until DATETIME(3) NULL,
     claimed_at DATETIME(3) NOT NULL,
     state_at DATETIME(3) NOT NULL,
     UNIQUE KEY claim (template_id, member_id, ordinal),
     KEY wallet (member_id, state, valid_until),
     KEY expiry (state, valid_until),
     KEY template_state (template_id, state)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  // `open` is 1 until the redemption is returned, then NULL: a coupon has one open redemption at most.
  `CREATE TABLE coupons_redemption (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     coupon_id BIGINT NOT NULL,
     template_id BIGINT NOT NULL,
     reference VARCHAR(96) NOT NULL,
     purchase_id BIGINT NULL,
     purchase_no VARCHAR(32) NULL,
     store_id BIGINT NOT NULL,
     redeemed_at DATETIME(3) NOT NULL,
     gross_fen BIGINT NOT NULL,
     discount_fen BIGINT NOT NULL,
     line_discounts JSON NOT NULL,
     open TINYINT NULL DEFAULT 1,
     returned_at DATETIME(3) NULL,
     UNIQUE KEY open_redemption (coupon_id, open),
     KEY reference (reference),
     KEY purchase (purchase_id),
     KEY template (template_id, open)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
];
