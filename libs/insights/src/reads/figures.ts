import { LoyaltyDoor } from '@fanloop/loyalty';
import { JoinsRead } from '@fanloop/members';
import { DailySalesRead } from '@fanloop/sales';
import { TaggingDoor } from '@fanloop/tagging';
import { Injectable } from '@nestjs/common';

/** Where the numbers come from. */
@Injectable()
export class Figures {
  constructor(
    readonly sales: DailySalesRead,
    readonly joins: JoinsRead,
    readonly loyalty: LoyaltyDoor,
    readonly tagging: TaggingDoor,
  ) {}
}
