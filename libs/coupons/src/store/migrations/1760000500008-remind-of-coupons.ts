import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RemindOfCoupons1760000500008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['reminder', 'setting']) await runner.query(`DROP TABLE IF EXISTS coupons_${table}`);
  }
}

const UP = [
  // Who was told of which coupon's which end: the key is the promise to tell once, however often and by whomever the sweep runs.
  `CREATE TABLE coupons_reminder (
     coupon_id BIGINT NOT NULL,
     end_day CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     days_before INT NOT NULL,
     member_id BIGINT NOT NULL,
     told_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     told_at DATETIME(3) NOT NULL,
     PRIMARY KEY (coupon_id, end_day, days_before)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  // One row. Absent: the defaults of the rules.
  `CREATE TABLE coupons_setting (
     id TINYINT NOT NULL PRIMARY KEY,
     reminder_days JSON NOT NULL
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
];
