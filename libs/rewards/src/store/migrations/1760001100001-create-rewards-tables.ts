import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRewardsTables1760001100001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['code', 'reward', 'item']) await runner.query(`DROP TABLE IF EXISTS rewards_${table}`);
  }
}

const UP = [
  `CREATE TABLE rewards_item (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     kind ENUM('coupon', 'goods', 'code', 'entitlement', 'donation') NOT NULL,
     status ENUM('draft', 'active', 'paused', 'ended') NOT NULL DEFAULT 'draft',
     title VARCHAR(80) NOT NULL,
     summary VARCHAR(200) NOT NULL,
     terms TEXT NOT NULL,
     picture_url VARCHAR(500) NULL,
     price_points INT NOT NULL,
     price_fen INT NOT NULL DEFAULT 0,
     worth_fen INT NULL,
     stock_total INT NOT NULL DEFAULT 0,
     stock_left INT NOT NULL DEFAULT 0,
     per_member_limit INT NULL,
     min_tier VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
     available_from DATETIME(3) NULL,
     available_until DATETIME(3) NULL,
     template_id BIGINT NULL,
     store_ids JSON NULL,
     pick_up_days INT NOT NULL,
     position INT NOT NULL DEFAULT 0,
     created_at DATETIME(3) NOT NULL,
     updated_at DATETIME(3) NOT NULL,
     KEY shown (status, position, id)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  // The ordinal keeps the limit per member by itself; it is given free (NULL) when the reward is cancelled.
  `CREATE TABLE rewards_reward (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     reward_no CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
     item_id BIGINT NOT NULL,
     member_id BIGINT NOT NULL,
     ordinal INT NULL,
     kind ENUM('coupon', 'goods', 'code', 'entitlement', 'donation') NOT NULL,
     title VARCHAR(80) NOT NULL,
     terms TEXT NOT NULL,
     price_points INT NOT NULL,
     price_fen INT NOT NULL,
     state ENUM('ready', 'picked-up', 'delivered', 'cancelled', 'expired') NOT NULL,
     pick_up_code CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL UNIQUE,
     expires_at DATETIME(3) NULL,
     coupon_id BIGINT NULL,
     redeemed_at DATETIME(3) NOT NULL,
     ended_at DATETIME(3) NULL,
     store_id BIGINT NULL,
     staff_id BIGINT NULL,
     cancel_cause ENUM('member', 'manager', 'expired', 'account-closed') NULL,
     cancel_note VARCHAR(200) NULL,
     UNIQUE KEY place (item_id, member_id, ordinal),
     KEY member (member_id, id),
     KEY due (state, expires_at),
     KEY of_item (item_id, state, id),
     CONSTRAINT rewards_reward_item FOREIGN KEY (item_id) REFERENCES rewards_item (id)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  // Codes are worth money to whoever reads them: encrypted, found by a blind index.
  `CREATE TABLE rewards_code (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     item_id BIGINT NOT NULL,
     code_index CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     code_text VARCHAR(1200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
     reward_id BIGINT NULL UNIQUE,
     imported_at DATETIME(3) NOT NULL,
     UNIQUE KEY once (item_id, code_index),
     KEY free (item_id, reward_id, id),
     CONSTRAINT rewards_code_item FOREIGN KEY (item_id) REFERENCES rewards_item (id)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
];
