import { chunks, json, type Tx } from '@fanloop/platform';
import { plusDays } from '../rules/calendar/days';
import type { Account } from '../rules/ledger/account';
import type { TierGrant } from '../rules/tiers/stair';
import { type Judgement, nextEnd, type TierState } from '../rules/tiers/tier-state';
import { derivedTable, expectRows, numeric, ROWS_PER_STATEMENT } from './bulk-update';
import type { LedgerBatch } from './ledger-batch';

/** A member's tier as columns of the account. */
export interface TierColumns {
  tier_code: string | null;
  tier_day: string;
  tier_earned: string | null;
  tier_from: string | null;
  tier_until: string | null;
  tier_grace_until: string | null;
  tier_judgements: string | null;
  tier_grant: string | null;
  tier_grant_until: string | null;
  tier_grants_after: string | null;
}

export const tierOf = (row: TierColumns): TierState => ({
  code: row.tier_code,
  day: row.tier_day,
  earned:
    row.tier_earned === null
      ? null
      : {
          code: row.tier_earned,
          from: row.tier_from ?? row.tier_day,
          until: row.tier_until,
          graceUntil: row.tier_grace_until,
        },
  judgements: row.tier_judgements === null ? [] : json<Judgement[]>(row.tier_judgements),
  grant:
    row.tier_grant === null || row.tier_grant_until === null
      ? null
      : {
          code: row.tier_grant,
          until: row.tier_grant_until,
          ...(row.tier_grants_after === null ? {} : { after: json<TierGrant[]>(row.tier_grants_after) }),
        },
});

/** Writes windows, grants and history of the tiers that moved; code, day and beginning go with every change of an account. */
export const writeTiers = async (tx: Tx, batch: LedgerBatch): Promise<void> => {
  for (const part of chunks(batch.changed().filter(hasMoved), ROWS_PER_STATEMENT)) {
    const { sql, params } = derivedTable(
      COLUMNS,
      part.map(({ after }) => rowOf(after)),
    );
    const { affectedRows } = await tx.execute(
      `UPDATE loyalty_points_account a JOIN ${sql} d ON d.member_id = a.member_id
          SET a.tier_earned = d.tier_earned, a.tier_from = d.tier_from, a.tier_until = d.tier_until,
              a.tier_grace_until = d.tier_grace_until, a.tier_judgements = d.tier_judgements, a.tier_grant = d.tier_grant,
              a.tier_grant_until = d.tier_grant_until,
              a.tier_grants_after = d.tier_grants_after, a.tier_check_on = d.tier_check_on
        WHERE a.seq = d.seq`,
      params,
    );
    expectRows('loyalty_points_account (tiers)', affectedRows, part.length);
  }
  for (const part of chunks(batch.tierChanges, ROWS_PER_STATEMENT)) {
    const rows = part.map((change) => [
      change.memberId,
      change.kind,
      change.from,
      change.to,
      change.cause,
      change.why,
      change.qualifying,
      change.needed,
      change.until,
      change.at,
    ]);
    await tx.execute(
      `INSERT INTO loyalty_tier_change (member_id, kind, from_code, to_code, cause, why, qualifying, needed, until_day, at)
       VALUES ?`,
      [rows],
    );
  }
};

const COLUMNS = [
  'member_id',
  'seq',
  'tier_earned',
  'tier_from',
  'tier_until',
  'tier_grace_until',
  'tier_judgements',
  'tier_grant',
  'tier_grant_until',
  'tier_grants_after',
  'tier_check_on',
];

const hasMoved = ({ before, after }: { before: Account; after: Account }): boolean =>
  before.tier.earned !== after.tier.earned ||
  before.tier.judgements !== after.tier.judgements ||
  before.tier.grant !== after.tier.grant ||
  before.closedAt !== after.closedAt;

const rowOf = ({ memberId, seq, tier, closedAt }: Account): unknown[] => {
  const { earned, judgements, grant } = tier;
  const end = closedAt === null ? nextEnd(tier) : null;
  return [
    numeric(memberId),
    seq,
    earned?.code ?? null,
    earned?.from ?? null,
    earned?.until ?? null,
    earned?.graceUntil ?? null,
    judgements.length > 0 ? JSON.stringify(judgements) : null,
    grant?.code ?? null,
    grant?.until ?? null,
    grant?.after ? JSON.stringify(grant.after) : null,
    // The day after the end: what the nightly sweep looks for.
    end === null ? null : plusDays(end, 1),
  ];
};
