import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores, staff with their stores, and invitations that bind a WeChat identity to staff. */
export class CreateOrganizationTables1760000100001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['invitation', 'staff_store', 'staff', 'store'])
      await runner.query(`DROP TABLE IF EXISTS organization_${table}`);
  }
}

const UP = [
  `CREATE TABLE organization_store (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
     name VARCHAR(64) NOT NULL,
     address VARCHAR(200) NOT NULL,
     lat DOUBLE NULL,
     lng DOUBLE NULL,
     zone VARCHAR(64) NOT NULL,
     open_hours VARCHAR(64) NOT NULL,
     phone VARCHAR(32) NULL,
     photo_url VARCHAR(500) NULL,
     created_at DATETIME(3) NOT NULL,
     UNIQUE KEY store_code (code)
   )`,
  `CREATE TABLE organization_staff (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     name VARCHAR(64) NOT NULL,
     role VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     status ENUM('active', 'revoked') NOT NULL DEFAULT 'active',
     login VARCHAR(64) NULL,
     password_hash VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NULL,
     must_change_password BOOLEAN NOT NULL DEFAULT FALSE,
     wechat_identity_id BIGINT NULL,
     created_at DATETIME(3) NOT NULL,
     revoked_at DATETIME(3) NULL,
     UNIQUE KEY staff_login (login),
     UNIQUE KEY staff_identity (wechat_identity_id)
   )`,
  `CREATE TABLE organization_staff_store (
     staff_id BIGINT NOT NULL,
     store_id BIGINT NOT NULL,
     PRIMARY KEY (staff_id, store_id),
     CONSTRAINT staff_store_staff FOREIGN KEY (staff_id) REFERENCES organization_staff (id),
     CONSTRAINT staff_store_store FOREIGN KEY (store_id) REFERENCES organization_store (id)
   )`,
  `CREATE TABLE organization_invitation (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     staff_id BIGINT NOT NULL,
     code_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     created_at DATETIME(3) NOT NULL,
     expires_at DATETIME(3) NOT NULL,
     used_at DATETIME(3) NULL,
     withdrawn_at DATETIME(3) NULL,
     UNIQUE KEY invitation_code (code_hash),
     KEY invitation_staff (staff_id),
     CONSTRAINT invitation_staff FOREIGN KEY (staff_id) REFERENCES organization_staff (id)
   )`,
];
