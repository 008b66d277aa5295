import { type DynamicModule, Module } from '@nestjs/common';
import { AccessTokens } from './gateway/access-tokens';
import { MiniProgramGateway } from './gateway/mini-program.gateway';
import { WechatHttp } from './gateway/wechat-http';
import { WECHAT_OPTIONS, type WechatOptions } from './gateway/wechat-options';
import { PayGateway } from './pay/pay.gateway';
import { PAY_OPTIONS, type PayOptions } from './pay/pay-options';
import { AccessTokenRepository } from './store/access-token.repository';

/** The way out to WeChat. Stands on the platform's unit of work, clock and field encryption. */
@Module({})
export class WechatModule {
  static forRoot(options: WechatOptions, pay: PayOptions | null = null): DynamicModule {
    return {
      module: WechatModule,
      providers: [
        { provide: WECHAT_OPTIONS, useValue: options },
        { provide: PAY_OPTIONS, useValue: pay },
        AccessTokenRepository,
        WechatHttp,
        AccessTokens,
        MiniProgramGateway,
        PayGateway,
      ],
      exports: [MiniProgramGateway, PayGateway],
    };
  }
}
