import { CARD_STATES } from '@fanloop/memberships';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { card, refundPreview, refundSum } from '../shapes/membership';
import { pageQuery, rowId } from '../shapes/page';

const count = z.number().int();

export class MembershipCardsPageDto extends createZodDto(
  pageQuery.extend({
    state: z.enum(CARD_STATES).optional(),
    planId: rowId.optional(),
    memberId: rowId.optional(),
    q: z.string().trim().max(40).optional().describe('a card, payment or member number, whole'),
  }),
) {}
export class MembershipCardsDto extends createZodDto(
  z.object({
    items: z.array(
      card.extend({
        memberId: z.string(),
        nickname: z.string(),
        phoneMasked: z.string().nullable(),
        paymentNo: z.string(),
      }),
    ),
    total: count,
  }),
) {}
export class StaffRefundPreviewDto extends createZodDto(refundPreview) {}
export class StaffRefundDto extends createZodDto(
  z.object({
    amountFen: count.min(1).describe('the amount that was shown'),
    note: z.string().trim().min(1).max(120).describe('the reason, for the record'),
  }),
) {}
export class StaffRefundedDto extends createZodDto(refundSum) {}
