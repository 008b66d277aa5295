import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateGifts1760000500005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // `open` is 1 while a friend can take it, then NULL: a coupon has one open gift at most. The token opens the gift to whoever
    // holds it, so it is kept as codes are: an index that leads nowhere, and an encrypted text for its owner.
    // `from_ordinal` keeps the giver's place in the limit per member taken after the coupon has gone.
    await runner.query(`CREATE TABLE coupons_gift (
      id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
      coupon_id BIGINT NOT NULL,
      template_id BIGINT NOT NULL,
      from_member_id BIGINT NOT NULL,
      to_member_id BIGINT NULL,
      state ENUM('offered', 'accepted', 'withdrawn', 'expired') NOT NULL DEFAULT 'offered',
      open TINYINT NULL DEFAULT 1,
      token_index CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      token_secret VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      from_ordinal INT NULL,
      from_channel VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
      offered_at DATETIME(3) NOT NULL,
      expires_at DATETIME(3) NOT NULL,
      settled_at DATETIME(3) NULL,
      UNIQUE KEY token (token_index),
      UNIQUE KEY open_gift (coupon_id, open),
      KEY given (from_member_id, template_id, state),
      KEY received (to_member_id, template_id),
      KEY due (state, expires_at)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS coupons_gift');
  }
}
