import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWechatAccessToken1760000900001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE wechat_access_token (
         app_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
         generation BIGINT NOT NULL DEFAULT 0,
         token_cipher TEXT CHARACTER SET ascii COLLATE ascii_bin NULL,
         issued_at DATETIME(3) NULL,
         expires_at DATETIME(3) NULL,
         claimed_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
         claimed_until DATETIME(3) NULL
       )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS wechat_access_token');
  }
}
