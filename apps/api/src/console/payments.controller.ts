import { OrganizationDoor } from '@fanloop/organization';
import { PaymentDaysRead, PaymentsAdminRead, RefundByHand } from '@fanloop/payments';
import { IdempotencyKey } from '@fanloop/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForConsole, type StaffCaller } from '../auth';
import { staffNamer } from '../staff-names';
import { toWire } from '../wire';
import {
  PaymentDaysDto,
  PaymentDaysQueryDto,
  PaymentDetailDto,
  PaymentsDto,
  PaymentsQueryDto,
  RefundAskedDto,
  RefundByHandDto,
} from './payments.dto';

/** Money by WeChat Pay, whatever it is for. */
@Controller('console/payments')
export class ConsolePaymentsController {
  constructor(
    private readonly payments: PaymentsAdminRead,
    private readonly days: PaymentDaysRead,
    private readonly refund: RefundByHand,
    private readonly organization: OrganizationDoor,
  ) {}

  @Get()
  @ForConsole('payments.read')
  @Answers({ status: 200, type: PaymentsDto })
  async list(@Query() { q, state, day, page, pageSize }: PaymentsQueryDto) {
    const filter = { q: q || null, state: state ?? null, day: day ?? null };
    return toWire(await this.payments.page(filter, page, pageSize));
  }

  /** What came, what went back and what WeChat kept, day by day, newest first. */
  @Get('days')
  @ForConsole('payments.read')
  @Answers({ status: 200, type: PaymentDaysDto })
  async byDay(@Query() { count }: PaymentDaysQueryDto) {
    return { items: toWire(await this.days.last(count)) };
  }

  @Get(':paymentNo')
  @ForConsole('payments.read')
  @Answers({ status: 200, type: PaymentDetailDto })
  async show(@Param('paymentNo') paymentNo: string) {
    const { refunds, ...payment } = await this.payments.one(paymentNo);
    const nameOf = await staffNamer(
      this.organization,
      refunds.map((one) => one.requestedBy),
    );
    return toWire({ ...payment, refunds: refunds.map((one) => ({ ...one, requestedBy: nameOf(one.requestedBy) })) });
  }

  /** Money goes back the way it came; the order that was paid for stays as it is. */
  @Post(':paymentNo/refunds')
  @ForConsole('payments.refund')
  @Answers({ status: 201, type: RefundAskedDto })
  async giveBack(
    @Param('paymentNo') paymentNo: string,
    @Body() { amountFen, reason }: RefundByHandDto,
    @IdempotencyKey() idempotencyKey: string,
    @Caller() { staffId }: StaffCaller,
  ) {
    return { refundNo: await this.refund.execute({ paymentNo, amountFen, reason, staffId, idempotencyKey }) };
  }
}
