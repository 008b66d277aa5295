import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** A name that a bundler gave after the content: it can be kept for ever, everything else is asked for again. */
const HASHED = /[.-][A-Za-z0-9_-]{8,}\.\w+$/;

/** Sends a file of the folder; for the app's own paths (no file, no extension) index.html; never anything outside. */
export const sendFile = async (
  folder: string,
  path: string | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const file = await chosenFile(folder, path);
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(file.path).toLowerCase()] ?? 'application/octet-stream',
    'content-length': file.size,
    'cache-control': HASHED.test(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file.path), response);
};

const chosenFile = async (folder: string, path: string | null): Promise<{ path: string; size: number } | null> => {
  if (path === null || path.includes('\0') || path.split('/').some((part) => part.startsWith('.'))) return null;
  const wanted = normalize(join(folder, path));
  if (wanted !== folder && !wanted.startsWith(folder + sep)) return null;
  const direct = await fileAt(wanted);
  if (direct) return direct;
  return extname(path) === '' ? fileAt(join(folder, 'index.html')) : null;
};

const fileAt = async (path: string): Promise<{ path: string; size: number } | null> => {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? { path, size: found.size } : null;
};
