import type { FastifyInstance } from 'fastify';

/** The h5 build lives on another port, and no secret is kept behind a cookie here: every origin may ask. */
export const allowEveryOrigin = (app: FastifyInstance): void => {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('access-control-allow-origin', '*');
    if (request.method !== 'OPTIONS') return;
    await reply
      .status(204)
      .headers({
        'access-control-allow-methods': 'GET,POST,DELETE,OPTIONS',
        'access-control-allow-headers': request.headers['access-control-request-headers'] ?? 'content-type',
        'access-control-max-age': '600',
      })
      .send();
  });
  app.options('/*', async (_request, reply) => reply.status(204).send());
};
