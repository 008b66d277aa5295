import { AdjustByHand, EntriesRead } from '@fanloop/loyalty';
import { IdempotencyKey, refusePlatform } from '@fanloop/platform';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { RowId } from '../row-id.pipe';
import { entryWire, pointsEntry } from '../shapes/points-entry';

export class AdjustmentDto extends createZodDto(
  z.object({
    points: z.number().int().min(-1_000_000).max(1_000_000).describe('signed, not 0'),
    reason: z.string().trim().min(1).max(200),
  }),
) {}

export class PointsEntryDto extends createZodDto(pointsEntry) {}

/** A manager corrects a member's points, with a reason that stays. */
@Controller('console/members/:id/points-adjustments')
export class PointsAdjustmentsController {
  constructor(
    private readonly adjust: AdjustByHand,
    private readonly entries: EntriesRead,
  ) {}

  @Post()
  @ForConsole('points.adjust')
  @Answers({ status: 201, type: PointsEntryDto })
  async create(
    @Param('id', RowId) memberId: string,
    @Body() { points, reason }: AdjustmentDto,
    @IdempotencyKey() idempotencyKey: string,
    @Caller() { staffId, role }: StaffCaller,
  ) {
    const actor = { kind: 'staff', id: staffId } as const;
    const { seq } = await this.adjust.execute({ memberId, points, reason, actor, role, idempotencyKey });
    const entry = await this.entries.one(memberId, seq);
    if (!entry) throw refusePlatform('NotFound');
    return entryWire(entry, null);
  }
}
