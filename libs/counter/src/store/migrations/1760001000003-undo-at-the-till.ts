import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UndoAtTheTill1760001000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  // The primary key is the promise: one undo for one purchase, whoever asks for it and however often.
  `CREATE TABLE counter_undo (
     purchase_id BIGINT NOT NULL PRIMARY KEY,
     store_id BIGINT NOT NULL,
     state ENUM('waiting', 'done', 'declined') NOT NULL,
     asked_by BIGINT NOT NULL,
     asked_at DATETIME(3) NOT NULL,
     reason VARCHAR(200) NOT NULL,
     decided_by BIGINT NULL,
     decided_at DATETIME(3) NULL,
     refund_id BIGINT NULL UNIQUE,
     KEY waiting (store_id, state, asked_at)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  // One row. Absent: the defaults of the rules.
  `CREATE TABLE counter_setting (
     id TINYINT NOT NULL PRIMARY KEY,
     undo_minutes INT NOT NULL,
     undo_second_above_fen BIGINT NULL
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
];

const DOWN = ['DROP TABLE IF EXISTS counter_undo', 'DROP TABLE IF EXISTS counter_setting'];
