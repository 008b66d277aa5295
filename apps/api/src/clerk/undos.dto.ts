import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { rowId } from '../shapes/page';
import { refundFigures, undo } from '../shapes/receipt';
import { refundOutcome, refundPreview } from './purchases.dto';

const isoTime = z.iso.datetime().describe('UTC');

export class UndoQueryDto extends createZodDto(z.object({ storeId: rowId })) {}

export class UndoPreviewDto extends createZodDto(
  refundPreview.extend({
    needsSecond: z.boolean().describe('a second person will have to agree'),
    until: isoTime,
  }),
) {}

export class UndoInputDto extends createZodDto(
  z.object({
    reason: z.string().trim().min(1).max(200),
    seen: refundFigures.describe('the figures of the preview; refused with RefundChanged when they no longer hold'),
  }),
) {}

export class UndoConfirmationDto extends createZodDto(z.object({ seen: refundFigures })) {}

export class UndoAnswerDto extends createZodDto(
  z.object({
    state: z.enum(['done', 'waiting']),
    until: isoTime.nullable().describe('until when a second person may agree'),
    refund: refundOutcome.extend({ refundNo: z.string() }).nullable(),
  }),
) {}

export class WaitingUndosDto extends createZodDto(
  z.object({
    items: z.array(undo.extend({ purchaseNo: z.string(), grossFen: z.number().int(), paidFen: z.number().int() })),
  }),
) {}
