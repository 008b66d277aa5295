import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMedia1760000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE platform_media (
      name VARCHAR(96) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
      content_type VARCHAR(64) NOT NULL,
      bytes MEDIUMBLOB NOT NULL,
      etag CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      updated_at DATETIME(3) NOT NULL
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS platform_media');
  }
}
