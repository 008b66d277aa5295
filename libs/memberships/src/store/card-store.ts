import { Injectable } from '@nestjs/common';
import { CardRepository } from './card.repository';
import { PlanRepository } from './plan.repository';

/** Plans and cards together, as most deeds need them. */
@Injectable()
export class CardStore {
  constructor(
    readonly plans: PlanRepository,
    readonly cards: CardRepository,
  ) {}
}
