import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCampaignsTables1760001300001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['skip', 'issue', 'list_member', 'list'])
      await runner.query(`DROP TABLE IF EXISTS campaigns_${table}`);
  }
}

const UP = [
  // Numbers and phones of an uploaded list are looked up at once: only members' ids are kept.
  `CREATE TABLE campaigns_list (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     name VARCHAR(100) NOT NULL,
     size INT NOT NULL,
     created_by VARCHAR(64) NOT NULL,
     created_at DATETIME(3) NOT NULL
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  `CREATE TABLE campaigns_list_member (
     list_id BIGINT NOT NULL,
     member_id BIGINT NOT NULL,
     PRIMARY KEY (list_id, member_id),
     CONSTRAINT list_of_member FOREIGN KEY (list_id) REFERENCES campaigns_list (id) ON DELETE CASCADE
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  // A job: whoever runs it holds its lease. `done_position` is the last member of the frozen audience that is dealt with; the one
  // behind it has `carried` coupons already, where the stock ended in the middle of somebody's share.
  `CREATE TABLE campaigns_issue (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     name VARCHAR(60) NOT NULL,
     template_id BIGINT NOT NULL,
     coupon_name VARCHAR(100) NOT NULL,
     conditions JSON NOT NULL,
     sentence VARCHAR(1000) NOT NULL,
     copies INT NOT NULL,
     notify TINYINT NOT NULL,
     state ENUM('planned', 'freezing', 'running', 'held', 'done', 'cancelled', 'failed') NOT NULL,
     held_by VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
     start_at DATETIME(3) NOT NULL,
     audience_id BIGINT NULL,
     frozen_to BIGINT NOT NULL DEFAULT 0,
     members INT NOT NULL DEFAULT 0,
     done_position INT NOT NULL DEFAULT 0,
     carried INT NOT NULL DEFAULT 0,
     told_position INT NOT NULL DEFAULT 0,
     issued INT NOT NULL DEFAULT 0,
     issued_members INT NOT NULL DEFAULT 0,
     skipped INT NOT NULL DEFAULT 0,
     lease_owner VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
     lease_until DATETIME(3) NULL,
     attempts INT NOT NULL DEFAULT 0,
     failure VARCHAR(500) NULL,
     created_by VARCHAR(64) NOT NULL,
     created_at DATETIME(3) NOT NULL,
     started_at DATETIME(3) NULL,
     finished_at DATETIME(3) NULL,
     KEY due (state, start_at)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  `CREATE TABLE campaigns_skip (
     issue_id BIGINT NOT NULL,
     position INT NOT NULL,
     member_id BIGINT NOT NULL,
     reason VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     missing INT NOT NULL,
     PRIMARY KEY (issue_id, position),
     KEY by_reason (issue_id, reason),
     CONSTRAINT skip_of_issue FOREIGN KEY (issue_id) REFERENCES campaigns_issue (id)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
];
