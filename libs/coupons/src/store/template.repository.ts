import type { MemberId } from '@fanloop/kernel';
import { jsonOrNull, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type Budgets, NO_BUDGETS } from '../rules/budgets';
import type { OpenTo } from '../rules/issue-channel';
import type { TemplateDraft } from '../rules/template';
import type { TemplateStatus } from '../rules/terms';
import { AudienceRepository } from './audience.repository';
import { TermsRepository, type TermsVersion } from './terms.repository';

export interface TemplateRow {
  readonly id: string;
  readonly status: TemplateStatus;
  readonly terms_id: string;
  readonly stock_total: number;
  readonly stock_left: number;
  readonly per_member_limit: number;
  readonly claim_from: Date | null;
  readonly claim_until: Date | null;
  readonly sentence: string;
  readonly open_to: OpenTo;
  readonly audience_id: string | null;
  readonly budgets: unknown;
  /** The brand's day on which the last coupon was given, and how many on it. */
  readonly claimed_day: string;
  readonly claimed_today: number;
  readonly use_paused: number;
  readonly voided: number;
  readonly end_reason: string | null;
  /** How many of it one clerk may give on one day; null: clerks do not give it. */
  readonly clerk_per_day: number | null;
}

export const budgetsOf = (row: Pick<TemplateRow, 'budgets'>): Budgets => ({
  ...NO_BUDGETS,
  ...jsonOrNull<Budgets>(row.budgets),
});

/** What `day` may still give out; null: as much as there is. */
export const dayLeftOf = (row: TemplateRow, day: string): number | null => {
  const { claimsPerDay } = budgetsOf(row);
  return claimsPerDay === null ? null : claimsPerDay - (row.claimed_day < day ? 0 : row.claimed_today);
};

const kept = (budgets: Budgets | undefined): string | null =>
  budgets && Object.values(budgets).some((limit) => limit !== null) ? JSON.stringify(budgets) : null;

/** Templates and their stock. */
@Injectable()
export class TemplateRepository {
  constructor(
    private readonly terms: TermsRepository,
    private readonly audiences: AudienceRepository,
  ) {}

  /** Locks the rows in ascending order: who comes next waits here and sees what this transaction leaves. */
  async lock(tx: Tx, ids: readonly string[]): Promise<Map<string, TemplateRow>> {
    const rows = await tx.query<TemplateRow>('SELECT * FROM coupons_template WHERE id IN (?) ORDER BY id FOR UPDATE', [
      ids,
    ]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async byId(from: Queryable, id: string): Promise<TemplateRow | null> {
    const [row] = await from.query<TemplateRow>('SELECT * FROM coupons_template WHERE id = ?', [id]);
    return row ?? null;
  }

  /** Which of these members the template is open to by its audience; none when it has no audience. */
  async invited(from: Queryable, template: TemplateRow, members: readonly MemberId[]): Promise<ReadonlySet<MemberId>> {
    if (template.open_to !== 'audience' || template.audience_id === null) return new Set();
    return this.audiences.among(from, template.audience_id, members);
  }

  async hasAudience(from: Queryable, audienceId: string): Promise<boolean> {
    return (await this.audiences.sizeOf(from, audienceId)) !== null;
  }

  /**
   * Takes `count` from the stock, and counts them for `day`; or nothing: false when there are not so many left. What is given for an
   * earlier day than the last counts for the last.
   */
  async takeStock(tx: Tx, id: string, count: number, day = ''): Promise<boolean> {
    const taken = await tx.execute(
      `UPDATE coupons_template
          SET stock_left = stock_left - ?, claimed_today = IF(claimed_day < ?, 0, claimed_today) + ?,
              claimed_day = GREATEST(claimed_day, ?)
        WHERE id = ? AND stock_left >= ?`,
      [count, day, count, day, id, count],
    );
    return taken.affectedRows === 1;
  }

  /** Places that coupons gave back: in the stock, and in the day's count when they were given today. */
  async returnStock(tx: Tx, id: string, count: number, day = ''): Promise<void> {
    const returned = await tx.execute(
      `UPDATE coupons_template
          SET stock_left = stock_left + ?, claimed_today = GREATEST(0, claimed_today - IF(claimed_day = ?, ?, 0))
        WHERE id = ? AND stock_left + ? <= stock_total`,
      [count, day, count, id, count],
    );
    if (returned.affectedRows !== 1) throw new Error(`template ${id}: more came back than was given`);
  }

  async insert(tx: Tx, draft: TemplateDraft, status: TemplateStatus, sentence: string, now: Date): Promise<string> {
    const written = await tx.execute(
      `INSERT INTO coupons_template
         (status, stock_total, stock_left, per_member_limit, claim_from, claim_until, open_to, audience_id,
          sentence, created_at, updated_at, budgets, clerk_per_day)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        status,
        draft.stockTotal,
        draft.stockTotal,
        draft.perMemberLimit,
        draft.claimFrom,
        draft.claimUntil,
        draft.openTo,
        draft.audienceId,
        sentence,
        now,
        now,
        kept(draft.budgets),
        draft.clerkPerDay ?? null,
      ],
    );
    return written.insertId;
  }

  /** Appends the next version of the terms and makes it the current one. */
  async nameTerms(tx: Tx, id: string, version: Omit<TermsVersion, 'termsId'>, now: Date): Promise<void> {
    const termsId = await this.terms.append(tx, id, version, now);
    await tx.execute('UPDATE coupons_template SET terms_id = ? WHERE id = ?', [termsId, id]);
  }

  async termsOf(from: Queryable, template: TemplateRow): Promise<Omit<TermsVersion, 'termsId'>> {
    const { termsId: _, ...version } = await this.terms.byId(template.terms_id, from);
    return version;
  }

  /** Changes the stock by the difference of the totals; false when more are claimed than the new total. */
  async revise(tx: Tx, id: string, draft: TemplateDraft, sentence: string, now: Date): Promise<boolean> {
    const written = await tx.execute(
      `UPDATE coupons_template
          SET stock_left = stock_left + ? - stock_total, stock_total = ?, per_member_limit = ?, claim_from = ?,
              claim_until = ?, open_to = ?, audience_id = ?, sentence = ?, updated_at = ?, budgets = ?,
              clerk_per_day = ?
        WHERE id = ? AND stock_left + ? - stock_total >= 0`,
      [
        draft.stockTotal,
        draft.stockTotal,
        draft.perMemberLimit,
        draft.claimFrom,
        draft.claimUntil,
        draft.openTo,
        draft.audienceId,
        sentence,
        now,
        kept(draft.budgets),
        draft.clerkPerDay ?? null,
        id,
        draft.stockTotal,
      ],
    );
    return written.affectedRows === 1;
  }

  async setStatus(tx: Tx, id: string, status: TemplateStatus, now: Date, usePaused = false): Promise<void> {
    await tx.execute('UPDATE coupons_template SET status = ?, use_paused = ?, updated_at = ? WHERE id = ?', [
      status,
      usePaused ? 1 : 0,
      now,
      id,
    ]);
  }

  /** From now on what members have not used is void, for this reason; the sweep writes it down coupon by coupon. */
  async voidUnused(tx: Tx, id: string, reason: string): Promise<void> {
    await tx.execute('UPDATE coupons_template SET voided = 1, end_reason = ? WHERE id = ?', [reason, id]);
  }
}
