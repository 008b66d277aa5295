import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCodes1760000500004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['code_source', 'code', 'code_batch'])
      await runner.query(`DROP TABLE IF EXISTS coupons_${table}`);
  }
}

const UP = [
  // A batch is its own job: `made` and the lease move in the transactions that write its codes.
  `CREATE TABLE coupons_code_batch (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     template_id BIGINT NOT NULL,
     name VARCHAR(60) NOT NULL,
     kind ENUM('generated', 'imported') NOT NULL,
     pattern VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
     charset VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
     checked TINYINT NOT NULL DEFAULT 0,
     case_sensitive TINYINT NOT NULL DEFAULT 0,
     least_length INT NOT NULL,
     most_length INT NOT NULL,
     wanted INT NOT NULL,
     made INT NOT NULL DEFAULT 0,
     skipped INT NOT NULL DEFAULT 0,
     state ENUM('waiting', 'running', 'ready', 'ended', 'cancelled', 'failed') NOT NULL,
     usable_until DATETIME(3) NULL,
     report JSON NULL,
     failure VARCHAR(500) NULL,
     strict TINYINT NOT NULL DEFAULT 0,
     source_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
     attempts INT NOT NULL DEFAULT 0,
     lease_owner CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
     lease_until DATETIME(3) NULL,
     created_by VARCHAR(40) NOT NULL,
     created_at DATETIME(3) NOT NULL,
     started_at DATETIME(3) NULL,
     finished_at DATETIME(3) NULL,
     KEY template (template_id, id),
     KEY work (state, id),
     KEY source (source_hash)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  // Codes are money: a reader of the table sees an index that leads nowhere and an encrypted text.
  `CREATE TABLE coupons_code (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     batch_id BIGINT NOT NULL,
     code_index CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     code_secret VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     state ENUM('unused', 'used') NOT NULL DEFAULT 'unused',
     member_id BIGINT NULL,
     coupon_id BIGINT NULL,
     used_at DATETIME(3) NULL,
     UNIQUE KEY code (code_index),
     KEY batch (batch_id),
     KEY batch_state (batch_id, state)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  // What is left to import of a file, in encrypted portions; a portion goes with the transaction that writes its codes.
  `CREATE TABLE coupons_code_source (
     batch_id BIGINT NOT NULL,
     part INT NOT NULL,
     content MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     PRIMARY KEY (batch_id, part)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
];
