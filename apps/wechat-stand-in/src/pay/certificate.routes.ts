import type { FastifyInstance } from 'fastify';
import { PayError } from '../http/pay-error';
import { requireMerchant } from './authorization';
import type { PayWorld } from './pay-world';
import { timeText } from './wire';

/** The platform's certificates, for a merchant in certificate mode; one with a public key has none. */
export const certificateRoutes = (app: FastifyInstance, pay: PayWorld): void => {
  const { platform, clock } = pay;
  app.get('/v3/certificates', async (request) => {
    requireMerchant(request, platform, clock);
    if (platform.merchant.publicKeyId)
      throw new PayError(404, 'RESOURCE_NOT_EXISTS', '无可用的平台证书,请在商户平台-API安全申请使用微信支付公钥');
    return {
      data: [
        {
          serial_no: platform.certificateSerial,
          effective_time: timeText(clock.nowMs() - 86_400_000),
          expire_time: timeText(clock.nowMs() + 365 * 86_400_000),
          encrypt_certificate: platform.seal(platform.certificatePem, 'certificate'),
        },
      ],
    };
  });
};
