import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery } from '../shapes/page';

const time = z.iso.datetime();
const fen = z.number().int();
const count = z.number().int();
const PAYMENT_STATES = ['created', 'paying', 'paid', 'partially-refunded', 'refunded', 'closed'] as const;
const REFUND_STATES = ['requested', 'processing', 'succeeded', 'failed'] as const;

const look = pageQuery.extend({
  q: z
    .string()
    .trim()
    .max(96)
    .optional()
    .describe('number of a payment, a refund, an order or a member, or a phone: whole'),
  day: z.iso.date().optional().describe('in Beijing'),
});
export class PaymentsQueryDto extends createZodDto(look.extend({ state: z.enum(PAYMENT_STATES).optional() })) {}
export class RefundsQueryDto extends createZodDto(
  look.extend({
    state: z
      .enum([...REFUND_STATES, 'abnormal'])
      .optional()
      .describe('abnormal: needs a person'),
  }),
) {}

const payment = z.object({
  paymentNo: z.string(),
  purpose: z.string(),
  reference: z.string(),
  description: z.string(),
  memberId: z.string(),
  memberNo: z.string().nullable(),
  nickname: z.string().nullable(),
  amountFen: fen,
  reservedFen: fen.describe('on its way back, or back already'),
  refundedFen: fen,
  state: z.enum(PAYMENT_STATES),
  isLate: z.boolean().describe('paid after the close: all of it goes back'),
  createdAt: time,
  expiresAt: time,
  paidAt: time.nullable(),
});
const refund = z.object({
  refundNo: z.string(),
  paymentNo: z.string(),
  description: z.string(),
  amountFen: fen,
  reason: z.string(),
  state: z.enum(REFUND_STATES),
  failure: z.string().nullable().describe("WeChat's code: why it failed, or why it has not gone through yet"),
  needsPerson: z.boolean().describe('no card takes it: to be settled in the merchant platform of WeChat'),
  requestedBy: z.string().describe('a name of staff, or member:7, system:rewards'),
  createdAt: time,
  succeededAt: time.nullable(),
});
const notice = z.object({
  noticeId: z.string(),
  eventType: z.string(),
  number: z.string(),
  times: count,
  outcome: z.string(),
  firstAt: time,
  lastAt: time,
});

export class PaymentsDto extends createZodDto(z.object({ items: z.array(payment), total: count })) {}
export class PaymentDetailDto extends createZodDto(
  payment.extend({
    transactionId: z.string().nullable(),
    payerFen: fen.nullable(),
    settledBy: z.enum(['notification', 'query']).nullable(),
    notices: z.array(notice),
    refunds: z.array(refund),
  }),
) {}
export class RefundsDto extends createZodDto(z.object({ items: z.array(refund), total: count })) {}

export class RefundByHandDto extends createZodDto(
  z.strictObject({
    amountFen: fen.min(1).max(100_000_000),
    reason: z.string().trim().min(1).max(80).describe('the shopper reads it'),
  }),
) {}
export class RefundAskedDto extends createZodDto(z.object({ refundNo: z.string() })) {}

export class PaymentDaysQueryDto extends createZodDto(
  z.object({ count: z.coerce.number().int().min(1).max(92).default(30) }),
) {}
export class PaymentDaysDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        day: z.string().describe('YYYY-MM-DD in Beijing'),
        payments: count,
        paidFen: fen,
        refunds: count,
        refundedFen: fen,
        feeFen: fen.nullable().describe("of WeChat's bill; null: not there yet"),
        comparedAt: time.nullable(),
        billLines: count.nullable(),
        differences: count.nullable(),
        openDifferences: count,
      }),
    ),
  }),
) {}
