import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import { drive, type Latencies } from './figures';

/** What the parent asks of this process: it drives HTTP, so that the caller's work is not measured as the server's. */
export interface LoadPlan {
  readonly origin: string;
  readonly path: string;
  readonly callers: number;
  readonly seconds: number;
  /** One of these for each request, in turn. A body, or none: clients then name no content type. */
  readonly requests: readonly { readonly token: string; readonly body: string | null }[];
}

const run = async (plan: LoadPlan): Promise<Latencies> => {
  const pool = new Pool(plan.origin, { connections: plan.callers, pipelining: 1 });
  let next = 0;
  const latencies = await drive(plan.callers, plan.seconds, async () => {
    const { token, body } = plan.requests[next % plan.requests.length]!;
    next += 1;
    const answer = await pool.request({
      method: 'POST',
      path: plan.path,
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': randomUUID(),
        ...(body === null ? {} : { 'content-type': 'application/json' }),
      },
      body,
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${text}`);
  });
  await pool.close();
  return latencies;
};

process.on('message', (plan: LoadPlan) => {
  run(plan).then(
    (latencies) => process.send?.({ latencies }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
