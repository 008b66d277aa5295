import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Running sums beside each purchase and line say what is left; purchases refunded before are brought up to them. */
export class RefundByLineAndAmount1760000300003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  /** A purchase refunded in part counts as not refunded again: the older schema knows no word for it. */
  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE sales_purchase MODIFY refund_state ENUM('none', 'partial', 'full') NOT NULL DEFAULT 'none'`,
  'ALTER TABLE sales_purchase ADD COLUMN refunded_fen BIGINT NOT NULL DEFAULT 0',
  'ALTER TABLE sales_purchase_line ADD COLUMN refunded_fen BIGINT NOT NULL DEFAULT 0',
  'ALTER TABLE sales_purchase_line ADD COLUMN refunded_quantity INT NOT NULL DEFAULT 0',
  'ALTER TABLE sales_refund ADD COLUMN deducted_fen BIGINT NOT NULL DEFAULT 0',
  "UPDATE sales_purchase SET refunded_fen = net_fen WHERE refund_state = 'full'",
  `UPDATE sales_purchase_line l JOIN sales_purchase p ON p.id = l.purchase_id
      SET l.refunded_fen = l.amount_fen, l.refunded_quantity = l.quantity WHERE p.refund_state = 'full'`,
];

const DOWN = [
  "UPDATE sales_purchase SET refund_state = 'none' WHERE refund_state = 'partial'",
  `ALTER TABLE sales_purchase MODIFY refund_state ENUM('none', 'full') NOT NULL DEFAULT 'none'`,
  'ALTER TABLE sales_purchase DROP COLUMN refunded_fen',
  'ALTER TABLE sales_purchase_line DROP COLUMN refunded_fen',
  'ALTER TABLE sales_purchase_line DROP COLUMN refunded_quantity',
  'ALTER TABLE sales_refund DROP COLUMN deducted_fen',
];
