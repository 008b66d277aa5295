import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountAttention1760000700002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // `day`: the brand's business day. Reading and sharing count once per member, post and day.
    await runner.query(`CREATE TABLE community_attention (
      post_id BIGINT NOT NULL,
      member_id BIGINT NOT NULL,
      kind ENUM('read', 'share') NOT NULL,
      day CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      at DATETIME(3) NOT NULL,
      PRIMARY KEY (post_id, member_id, kind, day),
      KEY member (member_id, at)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS community_attention');
  }
}
