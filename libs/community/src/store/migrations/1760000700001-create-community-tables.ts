import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCommunityTables1760000700001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of DOWN) await runner.query(`DROP TABLE IF EXISTS community_${table}`);
  }
}

const DOWN = [
  'comment',
  'like',
  'post',
  'content_history',
  'pace',
  'occurrence',
  'schedule',
  'content_version',
  'content',
];

const UP = [
  // The row that every change of a content item and its publication lock first.
  `CREATE TABLE community_content (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     version INT NOT NULL,
     created_at DATETIME(3) NOT NULL
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  `CREATE TABLE community_content_version (
     content_id BIGINT NOT NULL,
     version INT NOT NULL,
     title VARCHAR(64) NULL,
     text TEXT NOT NULL,
     picture_urls JSON NOT NULL,
     link JSON NULL,
     created_at DATETIME(3) NOT NULL,
     PRIMARY KEY (content_id, version)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  `CREATE TABLE community_schedule (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     content_id BIGINT NOT NULL UNIQUE,
     planned_local CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     planned_at DATETIME(3) NOT NULL,
     misfire ENUM('late', 'skip') NOT NULL,
     max_lateness_minutes INT NULL,
     paused TINYINT NOT NULL DEFAULT 0,
     KEY calendar (planned_at)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  // lease_until of a claimed row is also the time of its next attempt.
  `CREATE TABLE community_occurrence (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     schedule_id BIGINT NOT NULL,
     content_id BIGINT NOT NULL,
     planned_at DATETIME(3) NOT NULL,
     late_until DATETIME(3) NOT NULL,
     state ENUM('planned', 'claimed', 'dispatching', 'done', 'failed', 'skipped', 'cancelled') NOT NULL DEFAULT 'planned',
     lease_token CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
     lease_until DATETIME(3) NULL,
     attempts INT NOT NULL DEFAULT 0,
     failure VARCHAR(500) NULL,
     updated_at DATETIME(3) NOT NULL,
     UNIQUE KEY planned_once (schedule_id, planned_at),
     KEY due (state, planned_at)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  `CREATE TABLE community_pace (
     name VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
     next_at DATETIME(3) NOT NULL
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  `INSERT INTO community_pace (name, next_at) VALUES ('late', '2000-01-01')`,
  `CREATE TABLE community_content_history (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     content_id BIGINT NOT NULL,
     at DATETIME(3) NOT NULL,
     what VARCHAR(500) NOT NULL,
     actor_kind VARCHAR(16) NOT NULL,
     actor_id VARCHAR(64) NOT NULL,
     KEY content (content_id, id)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  // `published_once`: an occurrence has one post, whatever the code above it believes.
  `CREATE TABLE community_post (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     occurrence_id BIGINT NOT NULL,
     content_id BIGINT NOT NULL,
     content_version INT NOT NULL,
     title VARCHAR(64) NULL,
     text TEXT NOT NULL,
     picture_urls JSON NOT NULL,
     link JSON NULL,
     pinned TINYINT NOT NULL DEFAULT 0,
     likes INT NOT NULL DEFAULT 0,
     comments INT NOT NULL DEFAULT 0,
     published_at DATETIME(3) NOT NULL,
     UNIQUE KEY published_once (occurrence_id),
     KEY content (content_id),
     KEY feed (pinned, published_at, id)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  `CREATE TABLE community_like (
     post_id BIGINT NOT NULL,
     member_id BIGINT NOT NULL,
     liked_at DATETIME(3) NOT NULL,
     PRIMARY KEY (post_id, member_id),
     KEY member (member_id)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  // member_id is NULL when the author has closed the account.
  `CREATE TABLE community_comment (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     post_id BIGINT NOT NULL,
     member_id BIGINT NULL,
     text TEXT NOT NULL,
     state ENUM('visible', 'in-review', 'rejected', 'deleted') NOT NULL,
     check_result ENUM('pass', 'review', 'risky', 'unchecked') NOT NULL,
     check_label INT NULL,
     written_at DATETIME(3) NOT NULL,
     decided_at DATETIME(3) NULL,
     KEY post (post_id, state, id),
     KEY queue (state, id),
     KEY member (member_id, id)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
];
