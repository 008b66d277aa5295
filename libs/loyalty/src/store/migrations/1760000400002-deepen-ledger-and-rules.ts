import type { MigrationInterface, QueryRunner } from 'typeorm';
import { settingsFrom, upgradedDraft } from './older-programme';

/**
 * Pending points, expiry policies, caps by week and month, budgets, history by day, the life of rules, and the global order
 * of entries that a replay follows.
 */
export class DeepenLedgerAndRules1760000400002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of LEDGER) await runner.query(statement);
    for (const statement of COUNTERS) await runner.query(statement);
    for (const statement of RULES) await runner.query(statement);
    await rewriteProgramme(runner);
  }

  async down(): Promise<void> {
    throw new Error('points that are pending or budgeted cannot be kept in the older tables: restore a backup instead');
  }
}

const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin';

const LEDGER = [
  `ALTER TABLE loyalty_points_account
     ADD COLUMN next_activation_at DATETIME(3) NULL,
     ADD COLUMN inactivity_ends_at DATETIME(3) NULL,
     ADD COLUMN inviter_id BIGINT NULL,
     ADD KEY activation (next_activation_at, member_id),
     ADD KEY birthday (birthday, member_id)`,
  `ALTER TABLE loyalty_lot
     ADD COLUMN pending INT NOT NULL DEFAULT 0,
     ADD COLUMN activate_at DATETIME(3) NULL,
     ADD COLUMN activate_on VARCHAR(64) ${ASCII} NULL,
     ADD COLUMN by_inactivity TINYINT NOT NULL DEFAULT 0,
     ADD COLUMN expire_after_days INT NULL,
     ADD COLUMN store_id BIGINT NULL,
     DROP COLUMN active_from,
     MODIFY source VARCHAR(120) ${ASCII} NOT NULL,
     ADD KEY expiry (expires_at, remaining)`,
  // The order in which entries were written, over all members: what shares of a budget went to whom first.
  `ALTER TABLE loyalty_entry
     ADD COLUMN id BIGINT NOT NULL AUTO_INCREMENT,
     ADD COLUMN pending INT NOT NULL DEFAULT 0,
     MODIFY reference VARCHAR(120) ${ASCII} NOT NULL,
     MODIFY trace MEDIUMTEXT NULL,
     ADD UNIQUE KEY written (id),
     ADD KEY by_time (at, id),
     ADD KEY by_kind (kind, at)`,
];

const COUNTERS = [
  'RENAME TABLE loyalty_tier_day TO loyalty_member_day',
  `ALTER TABLE loyalty_member_day
     CHANGE COLUMN points tier_points INT NOT NULL DEFAULT 0,
     ADD COLUMN purchases INT NOT NULL DEFAULT 0,
     ADD COLUMN net_fen BIGINT NOT NULL DEFAULT 0`,
  `ALTER TABLE loyalty_cap_use
     DROP PRIMARY KEY,
     CHANGE COLUMN day period VARCHAR(16) ${ASCII} NOT NULL,
     CHANGE COLUMN points used INT NOT NULL,
     ADD PRIMARY KEY (member_id, rule_id, period)`,
  "UPDATE loyalty_cap_use SET period = CONCAT('D', period)",
  `CREATE TABLE loyalty_budget_use (
     rule_id BIGINT NOT NULL,
     store_id BIGINT NOT NULL,
     used BIGINT NOT NULL,
     PRIMARY KEY (rule_id, store_id)
   )`,
  `CREATE TABLE loyalty_member_tag (
     member_id BIGINT NOT NULL,
     tag_code VARCHAR(64) NOT NULL,
     PRIMARY KEY (member_id, tag_code)
   )`,
];

const RULES = [
  // `version` is the newest, `active_version` the approved one that judges.
  'ALTER TABLE loyalty_rule ADD COLUMN active_version INT NULL',
  'UPDATE loyalty_rule SET active_version = version',
  `ALTER TABLE loyalty_rule_version
     MODIFY draft MEDIUMTEXT NOT NULL,
     ADD COLUMN state VARCHAR(16) ${ASCII} NOT NULL DEFAULT 'approved',
     ADD COLUMN decided_by VARCHAR(80) NULL,
     ADD COLUMN decided_at DATETIME(3) NULL,
     ADD COLUMN note VARCHAR(200) NULL`,
  `ALTER TABLE loyalty_programme ADD COLUMN settings TEXT NULL`,
];

const rewriteProgramme = async (runner: QueryRunner): Promise<void> => {
  const versions = (await runner.query('SELECT rule_id, version, draft FROM loyalty_rule_version')) as {
    rule_id: string;
    version: number;
    draft: string;
  }[];
  for (const { rule_id, version, draft } of versions)
    await runner.query('UPDATE loyalty_rule_version SET draft = ? WHERE rule_id = ? AND version = ?', [
      JSON.stringify(upgradedDraft(JSON.parse(draft))),
      rule_id,
      version,
    ]);
  const [programme] = (await runner.query('SELECT * FROM loyalty_programme WHERE id = 1')) as Parameters<
    typeof settingsFrom
  >[0][];
  if (programme)
    await runner.query('UPDATE loyalty_programme SET settings = ? WHERE id = 1', [
      JSON.stringify(settingsFrom(programme)),
    ]);
  await runner.query(
    `ALTER TABLE loyalty_programme DROP COLUMN expiry_months, DROP COLUMN clawback_policy,
       DROP COLUMN tier_window_months, DROP COLUMN return_window_days`,
  );
};
