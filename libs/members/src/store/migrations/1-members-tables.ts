import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members, their identities, consents, used member codes and receipts of closed accounts. */
export class CreateMembersTables1760000200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['closure', 'code_use', 'consent', 'consent_text', 'identity', 'member'])
      await runner.query(`DROP TABLE IF EXISTS members_${table}`);
  }
}

const UP = [
  `CREATE TABLE members_member (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     member_no CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     status ENUM('active', 'frozen', 'closed') NOT NULL DEFAULT 'active',
     nickname VARCHAR(64) NOT NULL,
     avatar_url VARCHAR(500) NULL,
     birthday CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
     gender ENUM('female', 'male', 'undisclosed') NOT NULL DEFAULT 'undisclosed',
     channel ENUM('mini-program', 'import', 'console') NOT NULL,
     inviter_member_id BIGINT NULL,
     joined_at DATETIME(3) NOT NULL,
     enrolled_at DATETIME(3) NULL,
     closed_at DATETIME(3) NULL,
     UNIQUE KEY member_number (member_no),
     KEY joined (joined_at),
     KEY nickname (nickname),
     KEY inviter (inviter_member_id)
   )`,
  `CREATE TABLE members_identity (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     blind_index CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     value_encrypted VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     tail_index CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
     member_id BIGINT NULL,
     verified_at DATETIME(3) NULL,
     created_at DATETIME(3) NOT NULL,
     UNIQUE KEY identity_value (blind_index),
     KEY identity_member (member_id),
     KEY identity_tail (tail_index)
   )`,
  `CREATE TABLE members_consent_text (
     purpose VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     version INT NOT NULL,
     title VARCHAR(100) NOT NULL,
     text TEXT NOT NULL,
     required BOOLEAN NOT NULL,
     position INT NOT NULL,
     PRIMARY KEY (purpose, version)
   )`,
  `CREATE TABLE members_consent (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     member_id BIGINT NOT NULL,
     purpose VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     version INT NOT NULL,
     granted BOOLEAN NOT NULL,
     at DATETIME(3) NOT NULL,
     source VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     ip VARCHAR(45) NULL,
     KEY consent_member (member_id, purpose, id),
     CONSTRAINT consent_member FOREIGN KEY (member_id) REFERENCES members_member (id)
   )`,
  `CREATE TABLE members_code_use (
     member_id BIGINT NOT NULL,
     step BIGINT NOT NULL,
     used_at DATETIME(3) NOT NULL,
     staff_id BIGINT NOT NULL,
     PRIMARY KEY (member_id, step),
     KEY used (used_at)
   )`,
  `CREATE TABLE members_closure (
     receipt_no CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
     member_id BIGINT NOT NULL,
     closed_at DATETIME(3) NOT NULL,
     UNIQUE KEY closure_member (member_id)
   )`,
];
