import { ReceiptsRead } from '@fanloop/counter';
import { Controller, Get, Query } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { Caller, ForMember, type MemberCaller } from '../auth';
import { receiptLine, refundState } from '../shapes/receipt';

export class PurchaseFeedQueryDto extends createZodDto(
  z.object({
    cursor: z.string().max(48).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
) {}

const fen = z.number().int().describe('fen');

export class PurchaseFeedDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        purchaseNo: z.string(),
        storeName: z.string(),
        at: z.iso.datetime(),
        amountFen: fen.describe('paid'),
        discountFen: fen,
        points: z.number().int(),
        why: z.array(z.string()),
        couponName: z.string().nullable(),
        lines: z.array(receiptLine.omit({ lineNo: true })),
        refundState,
        refundedFen: fen,
        refunds: z.array(
          z.object({
            at: z.iso.datetime(),
            amountFen: fen.describe('taken off the sale'),
            paidBackFen: fen.describe('less what was kept back for points that were spent already'),
            why: z.array(z.string()).describe('what happened to the points'),
          }),
        ),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
) {}

@Controller('member/purchases')
export class MemberPurchasesController {
  constructor(private readonly receipts: ReceiptsRead) {}

  @Get()
  @ForMember()
  @Answers({ status: 200, type: PurchaseFeedDto })
  async list(@Query() query: PurchaseFeedQueryDto, @Caller() caller: MemberCaller) {
    const found = await this.receipts.ofMember(caller.memberId, query.limit, query.cursor ?? null);
    const items = found.items.map((receipt) => ({
      purchaseNo: receipt.purchaseNo,
      storeName: receipt.storeName,
      at: receipt.at,
      amountFen: receipt.paidFen,
      discountFen: receipt.discountFen,
      points: receipt.points,
      why: [...receipt.why],
      couponName: receipt.couponName,
      lines: [...receipt.lines],
      refundState: receipt.refundState,
      refundedFen: receipt.refundedFen,
      refunds: receipt.refunds.map(({ at, amountFen, paidBackFen, points }) => ({
        at,
        amountFen,
        paidBackFen,
        why: [...(points?.why ?? [])],
      })),
    }));
    return { items, nextCursor: found.nextCursor };
  }
}
