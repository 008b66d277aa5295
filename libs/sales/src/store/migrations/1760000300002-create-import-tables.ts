import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateImportTables1760000300002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['import_row', 'import_content', 'import'])
      await runner.query(`DROP TABLE IF EXISTS sales_${table}`);
  }
}

const UP = [
  `CREATE TABLE sales_import (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     file_name VARCHAR(190) NOT NULL,
     content_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     state ENUM('uploaded', 'mapped', 'running', 'done', 'cancelled', 'failed') NOT NULL,
     settings JSON NULL,
     row_count INT NOT NULL,
     done_purchases INT NOT NULL DEFAULT 0,
     done_rows INT NOT NULL DEFAULT 0,
     written INT NOT NULL DEFAULT 0,
     duplicates INT NOT NULL DEFAULT 0,
     skipped INT NOT NULL DEFAULT 0,
     points BIGINT NOT NULL DEFAULT 0,
     failure VARCHAR(500) NULL,
     lease_owner VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
     lease_until DATETIME(3) NULL,
     created_by VARCHAR(64) NOT NULL,
     created_at DATETIME(3) NOT NULL,
     finished_at DATETIME(3) NULL,
     KEY waiting (state, lease_until)
   )`,
  // In parts, because a server's largest packet may be small.
  `CREATE TABLE sales_import_content (
     import_id BIGINT NOT NULL,
     part INT NOT NULL,
     text MEDIUMTEXT NOT NULL,
     PRIMARY KEY (import_id, part)
   )`,
  `CREATE TABLE sales_import_row (
     import_id BIGINT NOT NULL,
     row_no INT NOT NULL,
     outcome ENUM('written', 'duplicate', 'skipped') NOT NULL,
     code VARCHAR(48) NULL,
     message VARCHAR(255) NULL,
     purchase_no CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
     PRIMARY KEY (import_id, row_no),
     KEY faults (import_id, outcome, row_no)
   )`,
];
