import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * Bodies are JSON, and one of no length is none, whatever content type is named: `wx.request` names JSON on every POST, also
 * on those that send nothing. Routes that need a body refuse its absence themselves, by their DTO.
 */
export const readJsonBodies = (app: NestFastifyApplication): void => {
  const server = app.getHttpAdapter().getInstance();
  const parse = server.getDefaultJsonParser('error', 'error');
  const { bodyLimit } = server.initialConfig;
  app.useBodyParser('application/json', bodyLimit === undefined ? {} : { bodyLimit }, (request, body: Buffer, done) => {
    if (body.length === 0) done(null, undefined);
    else parse(request as never, body as never, done);
  });
};
