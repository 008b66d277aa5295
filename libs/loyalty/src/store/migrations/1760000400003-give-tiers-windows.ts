import type { MigrationInterface, QueryRunner } from 'typeorm';

const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin';

/** Windows, graces and grants of tiers; thresholds to keep and to leave; benefits as data; history with causes. */
export class GiveTiersWindows1760000400003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of SCHEMA) await runner.query(statement);
    await benefitsAsData(runner);
    for (const statement of MEMBERS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('windows, graces and grants cannot be kept in the older tables: restore a backup instead');
  }
}

const SCHEMA = [
  `ALTER TABLE loyalty_points_account
     ADD COLUMN tier_earned VARCHAR(32) ${ASCII} NULL,
     ADD COLUMN tier_from CHAR(10) ${ASCII} NULL,
     ADD COLUMN tier_until CHAR(10) ${ASCII} NULL,
     ADD COLUMN tier_grace_until CHAR(10) ${ASCII} NULL,
     ADD COLUMN tier_judgements TEXT ${ASCII} NULL,
     ADD COLUMN tier_grant VARCHAR(32) ${ASCII} NULL,
     ADD COLUMN tier_grant_until CHAR(10) ${ASCII} NULL,
     ADD COLUMN tier_check_on CHAR(10) ${ASCII} NULL,
     ADD KEY tier_check (tier_check_on, member_id),
     ADD KEY earned_tier (tier_earned, member_id)`,
  // A tier that is no more keeps its row, for its name in the history and for where its members went.
  `ALTER TABLE loyalty_tier
     CHANGE COLUMN at_points enter_at INT NOT NULL,
     ADD COLUMN keep_at INT NOT NULL DEFAULT 0,
     ADD COLUMN leave_at INT NOT NULL DEFAULT 0,
     ADD COLUMN successor VARCHAR(32) ${ASCII} NULL`,
  `ALTER TABLE loyalty_tier_change
     MODIFY to_code VARCHAR(32) ${ASCII} NULL,
     MODIFY cause VARCHAR(120) ${ASCII} NOT NULL,
     MODIFY qualifying BIGINT NOT NULL,
     ADD COLUMN kind VARCHAR(16) ${ASCII} NOT NULL DEFAULT 'rise',
     ADD COLUMN why VARCHAR(400) NULL,
     ADD COLUMN needed BIGINT NOT NULL DEFAULT 0,
     ADD COLUMN until_day CHAR(10) ${ASCII} NULL`,
  `CREATE TABLE loyalty_tier_grant (
     id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
     member_id BIGINT NOT NULL,
     code VARCHAR(32) ${ASCII} NOT NULL,
     from_day CHAR(10) ${ASCII} NOT NULL,
     until_day CHAR(10) ${ASCII} NOT NULL,
     reason VARCHAR(200) NOT NULL,
     actor VARCHAR(80) NOT NULL,
     at DATETIME(3) NOT NULL,
     ended_at DATETIME(3) NULL,
     ended_by VARCHAR(80) NULL,
     end_reason VARCHAR(200) NULL,
     KEY member (member_id, id)
   )`,
  `CREATE TABLE loyalty_benefit_given (
     member_id BIGINT NOT NULL,
     benefit VARCHAR(40) ${ASCII} NOT NULL,
     given_on CHAR(10) ${ASCII} NOT NULL,
     PRIMARY KEY (member_id, benefit)
   )`,
  `CREATE TABLE loyalty_tier_recheck (
     id TINYINT NOT NULL PRIMARY KEY,
     request VARCHAR(36) ${ASCII} NOT NULL,
     after_member BIGINT NOT NULL
   )`,
];

const benefitsAsData = async (runner: QueryRunner): Promise<void> => {
  const tiers = (await runner.query('SELECT code, benefits FROM loyalty_tier')) as { code: string; benefits: string }[];
  for (const { code, benefits } of tiers) {
    const texts = JSON.parse(benefits) as string[];
    await runner.query('UPDATE loyalty_tier SET benefits = ? WHERE code = ?', [
      JSON.stringify({ monthlyCoupons: [], birthdayGift: null, prioritySeats: false, texts }),
      code,
    ]);
  }
};

/**
 * What lifted a member keeps the tier, as before, now with a grace for everybody who misses it. Members above the first
 * tier get their window from the day of the last judgement on, when the next sweep meets them.
 */
const MEMBERS = [
  'UPDATE loyalty_tier SET keep_at = enter_at',
  "UPDATE loyalty_tier_change SET kind = 'down' WHERE cause = 'window'",
  'UPDATE loyalty_points_account SET tier_earned = tier_code, tier_from = tier_day',
  `UPDATE loyalty_points_account a JOIN loyalty_tier t ON t.code = a.tier_earned
      SET a.tier_check_on = a.tier_day WHERE t.enter_at > 0 AND a.closed_at IS NULL`,
];
