import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { forward } from './forward';
import { sendFile } from './send-file';

export interface SiteOptions {
  /** The folder of the built front end. */
  readonly folder: string;
  readonly port: number;
  /** Where /api goes, so that the browser sees one origin. */
  readonly apiUrl: string;
  /** Answers that this host itself gives, by path ("/config.json"): what a build must not contain. */
  readonly documents?: Readonly<Record<string, unknown>>;
}

/** Serves one built front end on loopback: files, the API behind /api, and index.html for the app's own paths. */
export const openSite = async (options: SiteOptions): Promise<Server> => {
  const server = createServer((request, response) => {
    answer(options, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return server;
};

/** Ends it at once: browsers keep connections open for minutes. */
export const closeSite = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const PASSED_ON = /^\/api(\/|\?|$)/;

const answer = async (options: SiteOptions, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const target = request.url ?? '/';
  if (PASSED_ON.test(target)) return forward(options.apiUrl, request, response);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const path = pathOf(target);
  const document = path === null ? undefined : options.documents?.[path];
  if (document !== undefined) {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
    response.end(JSON.stringify(document));
    return;
  }
  await sendFile(options.folder, path, request, response);
};

/** The decoded path, or null for one that cannot be decoded. */
const pathOf = (target: string): string | null => {
  try {
    return decodeURIComponent(target.split(/[?#]/, 1)[0] ?? '/');
  } catch {
    return null;
  }
};
