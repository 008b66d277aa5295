import { Injectable } from '@nestjs/common';
import { ChangeTiers } from './change-tiers.use-case';
import { EndGrant } from './end-grant.use-case';
import { GrantTier } from './grant-tier.use-case';

/** What a manager can do to tiers. */
@Injectable()
export class TierEdits {
  constructor(
    readonly change: ChangeTiers,
    readonly grant: GrantTier,
    readonly endGrant: EndGrant,
  ) {}
}
