import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepBackFromRefunds1760000500006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What refunds of parts have kept back for a discount that was no longer earned.
    await runner.query('ALTER TABLE coupons_redemption ADD COLUMN kept_back_fen BIGINT NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE coupons_redemption DROP COLUMN kept_back_fen');
  }
}
