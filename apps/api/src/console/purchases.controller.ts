import { ReceiptsRead } from '@fanloop/counter';
import { MembersDoor } from '@fanloop/members';
import { assertAllowed, storesWithin } from '@fanloop/organization';
import { Controller, Get, Query } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { receipt, receiptOf } from '../shapes/receipt';

const id = z.string().regex(/^\d{1,19}$/);

export class ConsolePurchaseQueryDto extends createZodDto(
  z.object({
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    pageSize: z.coerce.number().int().min(1).max(100).default(20),
    storeId: id.optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional().describe('included'),
    q: z.string().trim().max(16).optional().describe('beginning of a purchase number'),
  }),
) {}

export class ConsolePurchaseListDto extends createZodDto(
  z.object({
    items: z.array(
      receipt.extend({
        memberId: z.string().nullable(),
        memberNo: z.string().nullable(),
        source: z.string(),
      }),
    ),
    total: z.number().int(),
  }),
) {}

@Controller('console/purchases')
export class ConsolePurchasesController {
  constructor(
    private readonly receipts: ReceiptsRead,
    private readonly members: MembersDoor,
  ) {}

  @Get()
  @ForConsole('purchases.read')
  @Answers({ status: 200, type: ConsolePurchaseListDto })
  async list(@Query() query: ConsolePurchaseQueryDto, @Caller() staff: StaffCaller) {
    const { page, pageSize, ...filter } = query;
    if (filter.storeId) assertAllowed(staff, 'purchases.read', filter.storeId);
    const within = storesWithin(staff);
    const found = await this.receipts.page(within ? { ...filter, storeIds: within } : filter, page, pageSize);
    const members = await this.members.summaries(found.items.flatMap((item) => item.memberId ?? []));
    const items = found.items.map((item) => ({
      ...receiptOf(item),
      memberNo: item.memberId ? (members.get(item.memberId)?.memberNo ?? null) : null,
    }));
    return { items, total: found.total };
  }
}
