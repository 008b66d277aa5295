import { Injectable } from '@nestjs/common';
import { AdjustPoints } from './adjust-points.use-case';
import { ReturnPoints } from './return-points.use-case';
import { SpendPoints } from './spend-points.use-case';

/** Movements of points that are already there. */
@Injectable()
export class BalanceMovements {
  constructor(
    readonly spend: SpendPoints,
    readonly giveBack: ReturnPoints,
    readonly adjust: AdjustPoints,
  ) {}
}
