import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Grants of paid cards stand beside those by hand: each names what gives it, and an account keeps those that take over later. */
export class GrantTiersBeside1760001400002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE loyalty_tier_grant ADD COLUMN reference VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL',
    );
    await runner.query('ALTER TABLE loyalty_points_account ADD COLUMN tier_grants_after TEXT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE loyalty_points_account DROP COLUMN tier_grants_after');
    await runner.query('ALTER TABLE loyalty_tier_grant DROP COLUMN reference');
  }
}
