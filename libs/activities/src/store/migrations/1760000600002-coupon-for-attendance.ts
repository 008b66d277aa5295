import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CouponForAttendance1760000600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE activities_activity ADD COLUMN coupon_template_id BIGINT NULL`);
    // What became of the coupon of an attendance: its id, or the code of what stood in its way.
    await runner.query(`ALTER TABLE activities_entry
      ADD COLUMN coupon_id BIGINT NULL,
      ADD COLUMN coupon_refusal VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE activities_entry DROP COLUMN coupon_refusal, DROP COLUMN coupon_id');
    await runner.query('ALTER TABLE activities_activity DROP COLUMN coupon_template_id');
  }
}
