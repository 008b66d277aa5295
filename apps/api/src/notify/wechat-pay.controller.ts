import { TakeNotice } from '@fanloop/payments';
import { Controller, HttpCode, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ForPublic } from '../auth';

/**
 * Where WeChat Pay tells of payments and refunds. No session stands before it: the signature over the raw bytes does. 204 means that
 * it is taken; anything else makes WeChat come again, at its own times.
 */
@ApiExcludeController()
@ForPublic()
@Controller('notify/wechat-pay')
export class WechatPayNotifyController {
  constructor(private readonly take: TakeNotice) {}

  @Post('payments')
  @HttpCode(204)
  async payments(@Req() request: RawBodyRequest<FastifyRequest>): Promise<void> {
    await this.take.execute(messageOf(request));
  }

  @Post('refunds')
  @HttpCode(204)
  async refunds(@Req() request: RawBodyRequest<FastifyRequest>): Promise<void> {
    await this.take.execute(messageOf(request));
  }
}

const messageOf = ({ headers, rawBody }: RawBodyRequest<FastifyRequest>) => ({
  header: (name: string): string | null => {
    const value = headers[name];
    return typeof value === 'string' ? value : null;
  },
  body: rawBody ?? Buffer.alloc(0),
});
