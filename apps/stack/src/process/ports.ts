import { createServer } from 'node:net';

const HOST = '127.0.0.1';

/** A port that nobody uses at this moment (another process may still take it before we do). */
export const freePort = (): Promise<number> => listenOnce(0);

/** Whether we could listen on it. */
export const isFree = async (port: number): Promise<boolean> => {
  try {
    await listenOnce(port);
    return true;
  } catch {
    return false;
  }
};

const listenOnce = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, HOST, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(taken));
    });
  });
