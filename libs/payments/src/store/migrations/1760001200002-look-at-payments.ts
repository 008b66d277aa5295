import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the console looks at: lists by state and by day, and what WeChat's bill says of its fee. */
export class LookAtPayments1760001200002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE payments_bill ADD COLUMN fee_fen BIGINT NULL');
    await runner.query(
      'ALTER TABLE payments_payment ADD KEY created (created_at), ADD KEY state (state, id), ADD KEY reference (reference)',
    );
    await runner.query('ALTER TABLE payments_refund ADD KEY created (created_at), ADD KEY state (state, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE payments_refund DROP KEY created, DROP KEY state');
    await runner.query('ALTER TABLE payments_payment DROP KEY created, DROP KEY state, DROP KEY reference');
    await runner.query('ALTER TABLE payments_bill DROP COLUMN fee_fen');
  }
}
