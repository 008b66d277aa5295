import type { Probe } from '../process/wait-until-ready';

/** A server is ready when this address answers 200. */
export const httpProbe = (url: string): Probe => {
  return async () => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(3000) });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  };
};
