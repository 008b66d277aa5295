import { AudienceRepository } from '@fanloop/coupons';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';

/** A frozen audience, and how many are in it. */
export interface KeptAudience {
  readonly audienceId: string;
  readonly name: string;
  readonly members: number;
}

@Injectable()
export class KeptAudienceRead {
  constructor(
    private readonly reader: Reader,
    private readonly audiences: AudienceRepository,
  ) {}

  /** Throws AudienceUnknown. */
  async one(audienceId: string): Promise<KeptAudience> {
    const found = await this.audiences.find(this.reader, audienceId);
    if (!found) throw refuse('AudienceUnknown');
    return { audienceId, name: found.name, members: found.size };
  }
}
