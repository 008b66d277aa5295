import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The member's inbox in the mini-program. */
export class CreateNotices1760000200003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE members_notice (
      id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
      member_id BIGINT NOT NULL,
      title VARCHAR(100) NOT NULL,
      text VARCHAR(1000) NOT NULL,
      link VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
      reference VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      at DATETIME(3) NOT NULL,
      read_at DATETIME(3) NULL,
      UNIQUE KEY told_once (reference),
      KEY inbox (member_id, id),
      KEY unread (member_id, read_at)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS members_notice');
  }
}
