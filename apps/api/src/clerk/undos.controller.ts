import { DecideUndo, PreviewUndo, type RefundView, UndoSale, UndosRead } from '@fanloop/counter';
import { assertAllowed } from '@fanloop/organization';
import { IdempotencyKey } from '@fanloop/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Answers } from '../answers';
import { Caller, ForClerk, type StaffCaller } from '../auth';
import { RefundDto } from './purchases.dto';
import {
  UndoAnswerDto,
  UndoConfirmationDto,
  UndoInputDto,
  UndoPreviewDto,
  UndoQueryDto,
  WaitingUndosDto,
} from './undos.dto';

const plain = (refund: RefundView) => ({ ...refund, lines: [...refund.lines], why: [...refund.why] });

/** A record at the till is taken back as a slip: soon, once, and above a limit by two people. */
@Controller('clerk')
export class ClerkUndosController {
  constructor(
    private readonly preview: PreviewUndo,
    private readonly undoSale: UndoSale,
    private readonly decide: DecideUndo,
    private readonly undos: UndosRead,
  ) {}

  /** What waits for a second person. */
  @Get('undos')
  @ForClerk('purchases.refund')
  @Answers({ status: 200, type: WaitingUndosDto })
  async waiting(@Query() { storeId }: UndoQueryDto, @Caller() clerk: StaffCaller) {
    assertAllowed(clerk, 'purchases.refund', storeId);
    return { items: await this.undos.waiting(storeId) };
  }

  /** Writes nothing. */
  @Post('purchases/:purchaseNo/undo-preview')
  @HttpCode(200)
  @ForClerk('purchases.record')
  @Answers({ status: 200, type: UndoPreviewDto })
  async look(@Param('purchaseNo') purchaseNo: string, @Caller() clerk: StaffCaller) {
    const preview = await this.preview.execute(clerk, purchaseNo);
    return { ...preview, lines: [...preview.lines], why: [...preview.why], until: preview.until.toISOString() };
  }

  @Post('purchases/:purchaseNo/undos')
  @ForClerk('purchases.record')
  @Answers({ status: 201, type: UndoAnswerDto })
  async undo(
    @Param('purchaseNo') purchaseNo: string,
    @Body() body: UndoInputDto,
    @IdempotencyKey() idempotencyKey: string,
    @Caller() clerk: StaffCaller,
  ) {
    const answer = await this.undoSale.execute({ ...body, clerk, idempotencyKey, purchaseNo });
    return answer.state === 'done'
      ? { state: answer.state, until: null, refund: plain(answer.refund) }
      : { state: answer.state, until: answer.until, refund: null };
  }

  /** By a second person, in a session of his own. */
  @Post('purchases/:purchaseNo/undo-confirmations')
  @ForClerk('purchases.refund')
  @Answers({ status: 201, type: RefundDto })
  async confirm(
    @Param('purchaseNo') purchaseNo: string,
    @Body() { seen }: UndoConfirmationDto,
    @IdempotencyKey() idempotencyKey: string,
    @Caller() clerk: StaffCaller,
  ) {
    return plain(await this.decide.confirm({ clerk, idempotencyKey, purchaseNo, seen }));
  }

  @Post('purchases/:purchaseNo/undo-refusals')
  @HttpCode(204)
  @ForClerk('purchases.refund')
  async decline(@Param('purchaseNo') purchaseNo: string, @Caller() clerk: StaffCaller): Promise<void> {
    await this.decide.decline(clerk, purchaseNo);
  }
}
