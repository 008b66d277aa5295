import { ADJUSTMENT_STATES } from '@fanloop/loyalty';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery, rowId } from '../shapes/page';

const time = z.iso.datetime();

export class AdjustmentLimitsDto extends createZodDto(
  z.object({
    alone: z.number().int().nullable().describe('most points that the caller may move alone; null: none'),
    approve: z.number().int().nullable().describe('most points that the caller may approve; null: no limit'),
  }),
) {}

export class RequestQueryDto extends createZodDto(
  pageQuery.extend({
    state: z.enum(ADJUSTMENT_STATES).optional(),
    memberId: rowId.optional(),
    mine: z.enum(['yes']).optional().describe('those that the caller asked for'),
  }),
) {}

export class AdjustmentRequestDto extends createZodDto(
  z.object({
    requestId: z.string(),
    memberId: z.string(),
    memberNo: z.string().nullable(),
    nickname: z.string().nullable(),
    available: z.number().int().describe('of the member, now'),
    points: z.number().int().describe('signed'),
    reason: z.string(),
    state: z.enum(ADJUSTMENT_STATES),
    askedBy: z.string(),
    askedAt: time,
    expiresAt: time,
    decidedBy: z.string().nullable(),
    decidedAt: time.nullable(),
    note: z.string().nullable(),
    entrySeq: z.number().int().nullable(),
    mayApprove: z.boolean(),
    mayReject: z.boolean(),
    mayWithdraw: z.boolean(),
    whyNotApprove: z.string().nullable(),
  }),
) {}

export class AdjustmentRequestListDto extends createZodDto(
  z.object({ items: z.array(AdjustmentRequestDto.schema), total: z.number().int() }),
) {}

export class DecisionDto extends createZodDto(
  z.object({
    verdict: z.enum(['approved', 'rejected']),
    note: z.string().trim().max(200).nullable().default(null),
  }),
) {}
