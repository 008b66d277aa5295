import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateApiKeys1760000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE platform_api_key (
      id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
      name VARCHAR(64) NOT NULL,
      prefix CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
      hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      scopes VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      created_by VARCHAR(80) NOT NULL,
      created_at DATETIME(3) NOT NULL,
      revoked_at DATETIME(3) NULL,
      last_used_at DATETIME(3) NULL
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS platform_api_key');
  }
}
