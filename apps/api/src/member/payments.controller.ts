import { ConfirmPayment, MyPaymentRead, PrepayPayment } from '@fanloop/payments';
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForMember, type MemberCaller } from '../auth';
import { toWire } from '../wire';
import { MyPaymentDto, PayParametersDto } from './payments.dto';

/** A member's own payments: somebody else's is not found. */
@ForMember()
@Controller('member/payments/:paymentNo')
export class MemberPaymentsController {
  constructor(
    private readonly mine: MyPaymentRead,
    private readonly prepay: PrepayPayment,
    private readonly confirm: ConfirmPayment,
  ) {}

  @Get()
  @Answers({ status: 200, type: MyPaymentDto })
  async show(@Param('paymentNo') paymentNo: string, @Caller() { memberId }: MemberCaller) {
    return toWire(await this.mine.of(paymentNo, memberId));
  }

  /** What wx.requestPayment takes. However often it is asked for, the shopper pays once. */
  @Post('parameters')
  @HttpCode(200)
  @Answers({ status: 200, type: PayParametersDto })
  async parameters(@Param('paymentNo') paymentNo: string, @Caller() { memberId }: MemberCaller) {
    return this.prepay.execute({ paymentNo, memberId });
  }

  /** After wx.requestPayment: asks WeChat, whose word alone counts, and answers the state. */
  @Post('confirmation')
  @HttpCode(200)
  @Answers({ status: 200, type: MyPaymentDto })
  async confirmed(@Param('paymentNo') paymentNo: string, @Caller() { memberId }: MemberCaller) {
    return toWire(await this.confirm.execute({ paymentNo, memberId }));
  }
}
