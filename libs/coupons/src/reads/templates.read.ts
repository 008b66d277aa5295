import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import type { CouponTerms, TemplateStatus, Validity } from '../rules/terms';
import type { TemplateRow } from '../store/template.repository';
import { TermsRepository } from '../store/terms.repository';

/** A template as the console shows and edits it. Times are ISO 8601 UTC. */
export interface TemplateView {
  readonly templateId: string;
  readonly name: string;
  readonly kind: 'cash';
  readonly amountFen: number;
  readonly thresholdFen: number;
  readonly stockTotal: number;
  readonly stockLeft: number;
  readonly perMemberLimit: number;
  readonly validity: Validity;
  readonly stores: readonly string[] | null;
  readonly categories: readonly string[] | null;
  readonly returnGraceDays: number;
  readonly claimFrom: string | null;
  readonly claimUntil: string | null;
  readonly status: TemplateStatus;
  readonly sentence: string;
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
  name: terms.name,
  kind: terms.kind,
  amountFen: terms.amountFen,
  thresholdFen: terms.thresholdFen,
  stockTotal: row.stock_total,
  stockLeft: row.stock_left,
  perMemberLimit: row.per_member_limit,
  validity: terms.validity,
  stores: terms.scope.stores,
  categories: terms.scope.categories,
  returnGraceDays: terms.returnGraceDays,
  claimFrom: row.claim_from?.toISOString() ?? null,
  claimUntil: row.claim_until?.toISOString() ?? null,
  status: row.status,
  sentence: row.sentence,
});
