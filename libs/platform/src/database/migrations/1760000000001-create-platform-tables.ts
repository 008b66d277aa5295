import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlatformTables1760000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['audit', 'session_token', 'session', 'delivery', 'outbox', 'idempotency_key'])
      await runner.query(`DROP TABLE IF EXISTS platform_${table}`);
  }
}

const UP = [
  `CREATE TABLE platform_idempotency_key (
     key_id CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
     scope VARCHAR(96) NOT NULL,
     request_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     claimed_by VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     answer LONGTEXT NULL,
     created_at DATETIME(3) NOT NULL,
     KEY created (created_at)
   )`,
  `CREATE TABLE platform_outbox (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
     name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     payload JSON NOT NULL,
     occurred_at DATETIME(3) NOT NULL,
     state ENUM('pending', 'relayed') NOT NULL DEFAULT 'pending',
     KEY relay (state, id)
   )`,
  `CREATE TABLE platform_delivery (
     consumer VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     outbox_id BIGINT NOT NULL,
     state ENUM('pending', 'done', 'dead') NOT NULL DEFAULT 'pending',
     attempts INT NOT NULL DEFAULT 0,
     next_attempt_at DATETIME(3) NOT NULL,
     done_at DATETIME(3) NULL,
     last_error VARCHAR(500) NULL,
     PRIMARY KEY (consumer, outbox_id),
     KEY due (state, next_attempt_at)
   )`,
  `CREATE TABLE platform_session (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     audience VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     subject VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     created_at DATETIME(3) NOT NULL,
     revoked_at DATETIME(3) NULL,
     KEY subject (audience, subject)
   )`,
  `CREATE TABLE platform_session_token (
     hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
     session_id BIGINT NOT NULL,
     kind ENUM('access', 'refresh') NOT NULL,
     expires_at DATETIME(3) NOT NULL,
     used_at DATETIME(3) NULL,
     KEY expiry (expires_at)
   )`,
  `CREATE TABLE platform_audit (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     at DATETIME(3) NOT NULL,
     actor_kind VARCHAR(16) NOT NULL,
     actor_id VARCHAR(64) NOT NULL,
     action VARCHAR(96) NOT NULL,
     subject VARCHAR(96) NOT NULL,
     details JSON NOT NULL,
     ip VARCHAR(45) NULL,
     KEY actor (actor_kind, actor_id, id),
     KEY action (action, id),
     KEY subject (subject, id)
   )`,
];
