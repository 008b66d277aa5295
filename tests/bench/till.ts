import type { Env } from '../../config/env';
import { BareRows } from './bare-rows';
import { type BenchRow, inTurn } from './figures';
import { startApi, startLoad } from './processes';
import { openBenchShop } from './till-shop';

const CALLERS = [1, 16, 64] as const;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3);
const WARM_UP_SECONDS = 3;
const PATH = '/api/clerk/purchases';

/** The till by HTTP, durable and with rules, beside the same rows written one by one by bare mysql2. */
export const benchTill = async (env: Env): Promise<BenchRow[]> => {
  const requests = await openBenchShop(env);
  const api = await startApi();
  const load = startLoad();
  const bare = new BareRows(env.DATABASE_URL);
  try {
    const plan = { origin: api.origin, path: PATH, requests };
    await load.run({ ...plan, callers: 64, seconds: WARM_UP_SECONDS });
    await bare.prepare();
    await bare.run(16, WARM_UP_SECONDS);
    const rows: BenchRow[] = [];
    for (const callers of CALLERS) {
      const figures = await inTurn(
        () => load.run({ ...plan, callers, seconds: SECONDS }),
        () => bare.run(callers, SECONDS),
      );
      const judged = callers === 64 ? { aim: 1, least: 0.5 } : { aim: null, least: null };
      rows.push({ name: `till by HTTP, ${callers} callers`, ...figures, ...judged });
    }
    return rows;
  } finally {
    await bare.end();
    load.stop();
    await api.stop();
  }
};
