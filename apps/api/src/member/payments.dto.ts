import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const fen = z.number().int().min(0);
const time = z.iso.datetime();

export class MyPaymentDto extends createZodDto(
  z.object({
    paymentNo: z.string(),
    description: z.string(),
    amountFen: fen,
    state: z.enum(['created', 'paying', 'paid', 'partially-refunded', 'refunded', 'closed']),
    expiresAt: time,
    paidAt: time.nullable(),
    reservedFen: fen.describe('on its way back, or back already'),
    refundedFen: fen,
  }),
) {}

export class PayParametersDto extends createZodDto(
  z.object({
    appId: z.string(),
    timeStamp: z.string().describe('seconds since 1970, as text'),
    nonceStr: z.string(),
    package: z.string().describe('prepay_id=…'),
    signType: z.literal('RSA'),
    paySign: z.string(),
  }),
) {}
