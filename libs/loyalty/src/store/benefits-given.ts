import type { MemberId } from '@fanloop/kernel';
import type { Queryable, Tx } from '@fanloop/platform';
import { type Day, plusDays } from '../rules/calendar/days';
import { BIRTHDAY_APART_DAYS, birthdaysAround } from '../rules/tiers/benefits';

const idsOf = (rows: readonly { member_id: MemberId }[]): MemberId[] => rows.map((row) => row.member_id);

/** Members of these tiers who have nothing of this month yet, by id. */
export const monthlyCandidates = async (
  db: Queryable,
  tiers: readonly string[],
  today: Day,
  after: MemberId,
  limit: number,
): Promise<MemberId[]> => {
  if (tiers.length === 0) return [];
  return idsOf(
    await db.query<{ member_id: MemberId }>(
      `SELECT a.member_id FROM loyalty_points_account a
        WHERE a.tier_code IN (?) AND a.closed_at IS NULL AND a.member_id > ? AND NOT EXISTS
          (SELECT 1 FROM loyalty_benefit_given g WHERE g.member_id = a.member_id AND g.benefit = ?)
        ORDER BY a.member_id LIMIT ?`,
      [tiers, after, `monthly:${today.slice(0, 7)}`, limit],
    ),
  );
};

/** Members of these tiers whose birthday was in the last days and who had no birthday gift for most of a year. */
export const birthdayCandidates = async (
  db: Queryable,
  tiers: readonly string[],
  today: Day,
  after: MemberId,
  limit: number,
): Promise<MemberId[]> => {
  if (tiers.length === 0) return [];
  return idsOf(
    await db.query<{ member_id: MemberId }>(
      `SELECT a.member_id FROM loyalty_points_account a
        WHERE a.birthday IN (?) AND a.tier_code IN (?) AND a.closed_at IS NULL AND a.member_id > ? AND NOT EXISTS
          (SELECT 1 FROM loyalty_benefit_given g
            WHERE g.member_id = a.member_id AND g.benefit LIKE 'birthday:%' AND g.given_on > ?)
        ORDER BY a.member_id LIMIT ?`,
      [birthdaysAround(today), tiers, after, plusDays(today, -BIRTHDAY_APART_DAYS), limit],
    ),
  );
};

/** Keys repeat after a year at the soonest. */
const REMEMBERED_DAYS = 400;

/** What has been given to members; a birthday gift of the last months stands for every later one. */
export class Given {
  constructor(private readonly keys: ReadonlySet<string>) {}

  has(memberId: MemberId, benefit: string): boolean {
    return (
      this.keys.has(`${memberId} ${benefit}`) || (isBirthdayGift(benefit) && this.keys.has(`${memberId} birthday`))
    );
  }
}

const isBirthdayGift = (benefit: string): boolean => benefit.startsWith('birthday:');

/** Needs the locks of the members' accounts. */
export const givenTo = async (tx: Tx, ids: readonly MemberId[], today: Day): Promise<Given> => {
  if (ids.length === 0) return new Given(new Set());
  const rows = await tx.query<{ member_id: MemberId; benefit: string; given_on: Day }>(
    'SELECT member_id, benefit, given_on FROM loyalty_benefit_given WHERE member_id IN (?) AND given_on > ?',
    [ids, plusDays(today, -REMEMBERED_DAYS)],
  );
  const apart = plusDays(today, -BIRTHDAY_APART_DAYS);
  const keys = rows.flatMap(({ member_id, benefit, given_on }) => [
    `${member_id} ${benefit}`,
    ...(isBirthdayGift(benefit) && given_on > apart ? [`${member_id} birthday`] : []),
  ]);
  return new Given(new Set(keys));
};

export const recordGiven = async (
  tx: Tx,
  given: readonly { readonly memberId: MemberId; readonly benefit: string }[],
  today: Day,
): Promise<void> => {
  if (given.length === 0) return;
  await tx.execute('INSERT INTO loyalty_benefit_given (member_id, benefit, given_on) VALUES ?', [
    given.map(({ memberId, benefit }) => [memberId, benefit, today]),
  ]);
};
