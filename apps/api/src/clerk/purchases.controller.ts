import { PreviewPurchase, PreviewRefund, ReceiptsRead, RecordPurchase, RefundSale } from '@fanloop/counter';
import type { Clock } from '@fanloop/kernel';
import { assertAllowed, OrganizationDoor } from '@fanloop/organization';
import { BusinessCalendar, CLOCK, IdempotencyKey, refusePlatform } from '@fanloop/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForClerk, type StaffCaller } from '../auth';
import { freshReceiptOf, receiptOf } from '../shapes/receipt';
import {
  PreviewDto,
  PreviewInputDto,
  PurchaseInputDto,
  ReceiptDto,
  ReceiptListDto,
  ReceiptQueryDto,
  RefundDto,
  RefundInputDto,
  RefundPreviewDto,
  RefundPreviewInputDto,
} from './purchases.dto';

const MOST_OF_A_DAY = 200;

/** The till. */
@Controller('clerk/purchases')
export class ClerkPurchasesController {
  constructor(
    private readonly previewPurchase: PreviewPurchase,
    private readonly recordPurchase: RecordPurchase,
    private readonly previewRefund: PreviewRefund,
    private readonly refundSale: RefundSale,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @ForClerk('purchases.record')
  @Answers({ status: 200, type: PreviewDto })
  async preview(@Body() body: PreviewInputDto, @Caller() clerk: StaffCaller) {
    const preview = await this.previewPurchase.execute({ ...body, clerk });
    const { best } = preview;
    return {
      ...preview,
      why: [...preview.why],
      coupons: [...preview.coupons],
      best: { ...best, couponIds: [...best.couponIds] },
      gifts: [...preview.gifts],
    };
  }

  @Post()
  @ForClerk('purchases.record')
  @Answers({ status: 201, type: ReceiptDto })
  async record(@Body() body: PurchaseInputDto, @IdempotencyKey() idempotencyKey: string, @Caller() clerk: StaffCaller) {
    const occurredAt = body.occurredAt ? new Date(body.occurredAt) : null;
    const receipt = await this.recordPurchase.execute({ ...body, clerk, idempotencyKey, occurredAt });
    return freshReceiptOf(receipt);
  }

  /** Writes nothing. */
  @Post(':purchaseNo/refund-preview')
  @HttpCode(200)
  @ForClerk('purchases.refund')
  @Answers({ status: 200, type: RefundPreviewDto })
  async previewOfRefund(
    @Param('purchaseNo') purchaseNo: string,
    @Body() body: RefundPreviewInputDto,
    @Caller() clerk: StaffCaller,
  ) {
    const preview = await this.previewRefund.execute({ ...body, clerk, purchaseNo });
    return { ...preview, lines: [...preview.lines], why: [...preview.why] };
  }

  @Post(':purchaseNo/refunds')
  @ForClerk('purchases.refund')
  @Answers({ status: 201, type: RefundDto })
  async refund(
    @Param('purchaseNo') purchaseNo: string,
    @Body() body: RefundInputDto,
    @IdempotencyKey() idempotencyKey: string,
    @Caller() clerk: StaffCaller,
  ) {
    const refund = await this.refundSale.execute({ ...body, clerk, idempotencyKey, purchaseNo });
    return { ...refund, lines: [...refund.lines], why: [...refund.why] };
  }
}

/** The receipts of the clerk's own stores. */
@Controller('clerk/purchases')
export class ClerkReceiptsController {
  constructor(
    private readonly receipts: ReceiptsRead,
    private readonly organization: OrganizationDoor,
    private readonly calendar: BusinessCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ForClerk('purchases.read')
  @Answers({ status: 200, type: ReceiptListDto })
  async list(@Query() query: ReceiptQueryDto, @Caller() clerk: StaffCaller) {
    assertAllowed(clerk, 'purchases.read', query.storeId);
    const store = await this.organization.store(query.storeId);
    const day = query.date ?? this.calendar.date(this.clock.now(), store.zone);
    const filter = { storeId: query.storeId, from: day, to: day };
    const { items } = await this.receipts.page(filter, 1, MOST_OF_A_DAY);
    return { items: items.map(receiptOf) };
  }

  @Get(':purchaseNo')
  @ForClerk('purchases.read')
  @Answers({ status: 200, type: ReceiptDto })
  async one(@Param('purchaseNo') purchaseNo: string, @Caller() clerk: StaffCaller) {
    const receipt = await this.receipts.byNo(purchaseNo);
    if (!receipt) throw refusePlatform('NotFound');
    assertAllowed(clerk, 'purchases.read', receipt.storeId);
    return receiptOf(receipt);
  }
}
