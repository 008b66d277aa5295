import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateActivitiesTables1760000600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['entry', 'activity']) await runner.query(`DROP TABLE IF EXISTS activities_${table}`);
  }
}

const UP = [
  `CREATE TABLE activities_activity (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     kind ENUM('event') NOT NULL DEFAULT 'event',
     status ENUM('draft', 'open', 'closed', 'settled', 'cancelled') NOT NULL DEFAULT 'draft',
     title VARCHAR(80) NOT NULL,
     summary VARCHAR(200) NOT NULL,
     body TEXT NOT NULL,
     cover_url VARCHAR(500) NULL,
     store_id BIGINT NULL,
     place VARCHAR(200) NOT NULL,
     starts_at DATETIME(3) NOT NULL,
     ends_at DATETIME(3) NOT NULL,
     sign_up_until DATETIME(3) NOT NULL,
     seats_total INT NOT NULL,
     seats_taken INT NOT NULL DEFAULT 0,
     waiting INT NOT NULL DEFAULT 0,
     last_queue_no INT NOT NULL DEFAULT 0,
     created_at DATETIME(3) NOT NULL,
     updated_at DATETIME(3) NOT NULL,
     KEY shown (status, ends_at)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  // One row per person and activity, for good: a second entry of the same person cannot exist.
  `CREATE TABLE activities_entry (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     activity_id BIGINT NOT NULL,
     member_id BIGINT NOT NULL,
     entry_no CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
     state ENUM('joined', 'waiting', 'cancelled', 'attended') NOT NULL,
     queue_no INT NOT NULL,
     joined_at DATETIME(3) NOT NULL,
     promoted_at DATETIME(3) NULL,
     cancelled_at DATETIME(3) NULL,
     attended_at DATETIME(3) NULL,
     UNIQUE KEY person (activity_id, member_id),
     UNIQUE KEY queue (activity_id, queue_no),
     KEY waiting_list (activity_id, state, queue_no),
     KEY member (member_id, activity_id)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
];
