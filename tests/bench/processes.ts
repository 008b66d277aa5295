import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Latencies } from './figures';
import type { LoadPlan } from './load';

export interface RunningApi {
  readonly origin: string;
  stop(): Promise<void>;
}

/** The api as it ships, in a process of its own on a free port. */
export const startApi = async (): Promise<RunningApi> => {
  const child = fork(join(__dirname, '../../apps/api/src/main.js'), [], {
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

export const runLoad = async (plan: LoadPlan): Promise<Latencies> => {
  const child = fork(join(__dirname, 'load.js'));
  child.send(plan);
  const [answer] = (await once(child, 'message')) as [{ latencies?: Latencies; error?: string }];
  if (!answer.latencies) throw new Error(`load: ${answer.error}`);
  return answer.latencies;
};
