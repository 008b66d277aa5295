import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 128 });

/** Passes a request on to the API and its answer back, both as streams; 502 with a readable body when nobody answers. */
export const forward = (apiUrl: string, request: IncomingMessage, response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const { hostname, port, host } = new URL(apiUrl);
    const upstream = httpRequest({
      agent,
      hostname,
      port,
      method: request.method,
      path: request.url,
      headers: { ...request.headers, ...forwardedFor(request, host) },
    });
    upstream.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.once('error', () => response.destroy());
    });
    upstream.once('error', () => refuse(response));
    // A browser that went away must not keep the API working for nobody.
    response.once('close', () => {
      if (!response.writableFinished) upstream.destroy();
      resolve();
    });
    request.pipe(upstream);
  });

const forwardedFor = (request: IncomingMessage, host: string): Record<string, string> => ({
  host,
  'x-forwarded-for': request.socket.remoteAddress ?? '127.0.0.1',
  'x-forwarded-host': request.headers.host ?? host,
  'x-forwarded-proto': 'http',
});

const refuse = (response: ServerResponse): void => {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(502, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ code: 'ApiUnavailable', message: '服务暂时没有响应，请稍后再试', details: {} }));
};
