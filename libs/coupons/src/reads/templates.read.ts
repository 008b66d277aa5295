import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Budgets } from '../rules/budgets';
import type { OpenTo } from '../rules/issue-channel';
import { refuse } from '../rules/refusals';
import { headline } from '../rules/sentence';
import type { CouponTerms, TemplateStatus } from '../rules/terms';
import { budgetsOf, type TemplateRow } from '../store/template.repository';
import { TermsRepository } from '../store/terms.repository';

/** A template as the console shows and edits it. Times are ISO 8601 UTC. */
export interface TemplateView {
  readonly templateId: string;
  readonly terms: CouponTerms;
  readonly headline: string;
  readonly stockTotal: number;
  readonly stockLeft: number;
  readonly perMemberLimit: number;
  readonly claimFrom: string | null;
  readonly claimUntil: string | null;
  readonly status: TemplateStatus;
  readonly sentence: string;
  readonly openTo: OpenTo;
  readonly audienceId: string | null;
  readonly clerkPerDay: number | null;
  readonly budgets: Budgets;
  /** The use is paused as well. */
  readonly usePaused: boolean;
  /** Why what was unused went with the end; null: it stayed. */
  readonly endReason: string | null;
}

/** Templates for the console, newest first. */
@Injectable()
export class TemplatesRead {
  constructor(
    private readonly reader: Reader,
    private readonly terms: TermsRepository,
  ) {}

  async page(page: number, pageSize: number): Promise<{ items: TemplateView[]; total: number }> {
    const [count] = await this.reader.query<{ n: string }>('SELECT COUNT(*) AS n FROM coupons_template');
    const rows = await this.reader.query<TemplateRow>(
      'SELECT * FROM coupons_template ORDER BY id DESC LIMIT ? OFFSET ?',
      [pageSize, (page - 1) * pageSize],
    );
    const terms = await this.terms.byIds(rows.map((row) => row.terms_id));
    return { items: rows.map((row) => view(row, terms.get(row.terms_id)!.terms)), total: num(count?.n) };
  }

  /** What every template is called, the newest first: for texts and choices. */
  async names(): Promise<{ templateId: string; name: string; status: TemplateStatus }[]> {
    const rows = await this.reader.query<TemplateRow>('SELECT * FROM coupons_template ORDER BY id DESC');
    const terms = await this.terms.byIds(rows.map((row) => row.terms_id));
    return rows.map((row) => ({ templateId: row.id, name: terms.get(row.terms_id)!.terms.name, status: row.status }));
  }

  /** Throws TemplateNotFound. */
  async one(templateId: string): Promise<TemplateView> {
    const row = await this.reader.one<TemplateRow>('SELECT * FROM coupons_template WHERE id = ?', [templateId]);
    if (!row) throw refuse('TemplateNotFound');
    return view(row, (await this.terms.byId(row.terms_id)).terms);
  }
}

const view = (row: TemplateRow, terms: CouponTerms): TemplateView => ({
  templateId: row.id,
  terms,
  headline: headline(terms),
  stockTotal: row.stock_total,
  stockLeft: row.stock_left,
  perMemberLimit: row.per_member_limit,
  openTo: row.open_to,
  audienceId: row.audience_id,
  clerkPerDay: row.clerk_per_day,
  budgets: budgetsOf(row),
  usePaused: row.use_paused === 1,
  endReason: row.voided === 1 ? row.end_reason : null,
  claimFrom: row.claim_from?.toISOString() ?? null,
  claimUntil: row.claim_until?.toISOString() ?? null,
  status: row.status,
  sentence: row.sentence,
});
