import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { NODE_FLAGS } from '../../apps/stack/src/settings/node-flags';
import type { Latencies } from './figures';
import type { LoadPlan } from './load';

export interface RunningApi {
  readonly origin: string;
  stop(): Promise<void>;
}

/** The api as it ships, in a process of its own on a free port. */
export const startApi = async (): Promise<RunningApi> => {
  const child = fork(join(__dirname, '../../apps/api/src/main.js'), [], {
    execArgv: [...NODE_FLAGS],
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'error' },
  });
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the api ended with ${code}`))),
  ])) as [{ ready: string }];
  return {
    origin: message.ready,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
};

/** The callers, in a process of their own: their work is not the server's. */
export interface Load {
  run(plan: LoadPlan): Promise<Latencies>;
  stop(): void;
}

/** One process for all rounds, so that no round but the first meets it cold. */
export const startLoad = (): Load => {
  const child = fork(join(__dirname, 'load.js'));
  return {
    run: async (plan) => {
      child.send(plan);
      const [answer] = (await once(child, 'message')) as [{ latencies?: Latencies; error?: string }];
      if (!answer.latencies) throw new Error(`load: ${answer.error}`);
      return answer.latencies;
    },
    stop: () => child.disconnect(),
  };
};
