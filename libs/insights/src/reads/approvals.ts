import { AdjustmentRequestsRead, LoyaltyDoor } from '@fanloop/loyalty';
import { Injectable } from '@nestjs/common';

/** What waits for a second person. */
@Injectable()
export class Approvals {
  constructor(
    private readonly loyalty: LoyaltyDoor,
    private readonly requests: AdjustmentRequestsRead,
  ) {}

  rules(): Promise<number> {
    return this.loyalty.rulesInReview();
  }

  adjustments(): Promise<number> {
    return this.requests.waiting();
  }
}
