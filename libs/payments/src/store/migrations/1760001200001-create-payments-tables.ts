import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePaymentsTables1760001200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['difference', 'bill', 'notice', 'refund', 'payment'])
      await runner.query(`DROP TABLE IF EXISTS payments_${table}`);
  }
}

const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin';

const UP = [
  // `check_at` is when WeChat is asked next: null once nothing is to be learnt any more.
  `CREATE TABLE payments_payment (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     payment_no VARCHAR(32) ${ASCII} NOT NULL UNIQUE,
     purpose VARCHAR(32) ${ASCII} NOT NULL,
     reference VARCHAR(96) ${ASCII} NOT NULL,
     member_id BIGINT NOT NULL,
     description VARCHAR(127) NOT NULL,
     amount_fen BIGINT NOT NULL,
     state ENUM('created', 'paying', 'paid', 'partially-refunded', 'refunded', 'closed') NOT NULL,
     expires_at DATETIME(3) NOT NULL,
     prepay_id VARCHAR(64) ${ASCII} NULL,
     prepaid_at DATETIME(3) NULL,
     transaction_id VARCHAR(32) ${ASCII} NULL UNIQUE,
     paid_at DATETIME(3) NULL,
     payer_fen BIGINT NULL,
     settled_by ENUM('notification', 'query') NULL,
     late TINYINT NOT NULL DEFAULT 0,
     reserved_fen BIGINT NOT NULL DEFAULT 0,
     refunded_fen BIGINT NOT NULL DEFAULT 0,
     refunds INT NOT NULL DEFAULT 0,
     billed_on DATE NULL,
     check_at DATETIME(3) NULL,
     checks INT NOT NULL DEFAULT 0,
     created_at DATETIME(3) NOT NULL,
     updated_at DATETIME(3) NOT NULL,
     UNIQUE KEY purpose (purpose, reference),
     KEY due (check_at),
     KEY member (member_id, id),
     KEY paid (paid_at)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  `CREATE TABLE payments_refund (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     refund_no VARCHAR(64) ${ASCII} NOT NULL UNIQUE,
     payment_id BIGINT NOT NULL,
     reference VARCHAR(96) ${ASCII} NOT NULL,
     amount_fen BIGINT NOT NULL,
     reason VARCHAR(80) NOT NULL,
     state ENUM('requested', 'processing', 'succeeded', 'failed') NOT NULL DEFAULT 'requested',
     failure VARCHAR(64) ${ASCII} NULL,
     requested_by VARCHAR(80) NOT NULL,
     wechat_refund_id VARCHAR(64) ${ASCII} NULL,
     succeeded_at DATETIME(3) NULL,
     billed_on DATE NULL,
     check_at DATETIME(3) NULL,
     checks INT NOT NULL DEFAULT 0,
     created_at DATETIME(3) NOT NULL,
     updated_at DATETIME(3) NOT NULL,
     UNIQUE KEY reference (payment_id, reference),
     KEY due (check_at),
     KEY succeeded (succeeded_at),
     CONSTRAINT payments_refund_payment FOREIGN KEY (payment_id) REFERENCES payments_payment (id)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  // What WeChat sent, word for word, once each; `outcome` is what became of it at the last attempt.
  `CREATE TABLE payments_notice (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     notice_id VARCHAR(64) ${ASCII} NOT NULL UNIQUE,
     event_type VARCHAR(64) ${ASCII} NOT NULL,
     number VARCHAR(64) ${ASCII} NOT NULL,
     body MEDIUMTEXT NOT NULL,
     times INT NOT NULL DEFAULT 1,
     outcome VARCHAR(64) ${ASCII} NOT NULL,
     first_at DATETIME(3) NOT NULL,
     last_at DATETIME(3) NOT NULL,
     KEY number (number)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  // A day is compared once: whoever comes second finds its row.
  `CREATE TABLE payments_bill (
     day DATE NOT NULL PRIMARY KEY,
     line_count INT NOT NULL,
     differences INT NOT NULL,
     compared_at DATETIME(3) NOT NULL
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
  `CREATE TABLE payments_difference (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     day DATE NOT NULL,
     subject ENUM('payment', 'refund') NOT NULL,
     number VARCHAR(64) NOT NULL,
     kind ENUM('missing-here', 'missing-there', 'amount-differs') NOT NULL,
     bill_fen BIGINT NULL,
     our_fen BIGINT NULL,
     state ENUM('open', 'settled') NOT NULL DEFAULT 'open',
     note VARCHAR(500) NULL,
     settled_by BIGINT NULL,
     settled_at DATETIME(3) NULL,
     found_at DATETIME(3) NOT NULL,
     UNIQUE KEY difference (subject, number, day),
     KEY state (state, id)
   ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
];
