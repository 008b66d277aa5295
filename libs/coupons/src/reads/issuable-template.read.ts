import type { Clock } from '@fanloop/kernel';
import { CLOCK, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { whyNotClaimable } from '../rules/claim';
import { refuse } from '../rules/refusals';
import type { TemplateRow } from '../store/template.repository';
import { TermsRepository } from '../store/terms.repository';

/** A template as somebody sees it who is about to give its coupons to many. */
export interface IssuableTemplate {
  readonly templateId: string;
  readonly name: string;
  readonly sentence: string;
  readonly stockLeft: number;
  readonly perMemberLimit: number;
  /** Why nobody could be given one at `at`, in Chinese; an empty stock is told by `stockLeft`. */
  readonly why: string | null;
}

@Injectable()
export class IssuableTemplateRead {
  constructor(
    private readonly reader: Reader,
    private readonly terms: TermsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param at when they would be given; now without it. Throws TemplateNotFound. */
  async of(templateId: string, at: Date = this.clock.now()): Promise<IssuableTemplate> {
    const row = await this.reader.one<TemplateRow>('SELECT * FROM coupons_template WHERE id = ?', [templateId]);
    if (!row) throw refuse('TemplateNotFound');
    const { terms } = await this.terms.byId(row.terms_id);
    const claimable = {
      status: row.status,
      stockLeft: Number.POSITIVE_INFINITY,
      perMemberLimit: row.per_member_limit,
      claimFrom: row.claim_from,
      claimUntil: row.claim_until,
      terms,
    };
    return {
      templateId: row.id,
      name: terms.name,
      sentence: row.sentence,
      stockLeft: row.stock_left,
      perMemberLimit: row.per_member_limit,
      why: whyNotClaimable(claimable, { claimed: 0, isWelcome: true }, at)?.reason('zh') ?? null,
    };
  }
}
