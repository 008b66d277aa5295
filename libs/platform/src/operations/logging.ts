import type { Params } from 'nestjs-pino';
import { randomId } from '../random/random-code';

/** JSON logs with a request id and without personal data: no bodies, no query strings, no tokens. */
export const loggingOptions = (level: string): Params => ({
  pinoHttp: {
    level,
    genReqId: () => randomId(),
    autoLogging: { ignore: (request) => /^\/(healthz|readyz|metrics)/.test(request.url ?? '') },
    redact: {
      paths: ['req.headers', 'res.headers', '*.phone', '*.accessToken', '*.refreshToken', '*.password', '*.code'],
      remove: true,
    },
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url?.split('?')[0],
      }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
    },
  },
});
