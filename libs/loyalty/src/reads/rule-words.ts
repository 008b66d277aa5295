import { type Queryable } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Names } from '../rules/judging/sentence-names';
import { BrandTime } from '../store/brand-time';
import { ProgrammeRepository } from '../store/programme.repository';

/** Names that other contexts give: loyalty knows stores, coupons and tags by their ids alone. */
export type OtherNames = Pick<Names, 'stores' | 'coupons' | 'tags'>;

/** What sentences and explanations call things. */
@Injectable()
export class RuleWords {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
  ) {}

  async names(db: Queryable, others: OtherNames = {}): Promise<Names> {
    const { tiers } = await this.programmes.current(db);
    return {
      ...others,
      tiers: new Map(tiers.map((tier) => [tier.code, tier.name])),
      wall: (iso) => this.time.wall(new Date(iso)),
    };
  }
}
