/** One line of the bench: the product beside the bare limit of the same run. */
export interface BenchRow {
  readonly name: string;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly barePerSecond: number;
  /** The ratio aimed at, and the one below which the run fails; null: told, not judged. */
  readonly aim: number | null;
  readonly least: number | null;
}

export interface Verdict {
  readonly ok: boolean;
}

export const ratioOf = (row: BenchRow): number => (row.barePerSecond > 0 ? row.perSecond / row.barePerSecond : 0);

export const printRows = (rows: readonly BenchRow[], out: { write(text: string): unknown }): Verdict => {
  const cells = (...texts: string[]): string =>
    `${texts[0]!.padEnd(34)}${texts
      .slice(1)
      .map((text) => text.padStart(11))
      .join('')}\n`;
  out.write(cells('', 'per s', 'p50 ms', 'p99 ms', 'bare per s', 'ratio', 'aim', 'least'));
  let ok = true;
  for (const row of rows) {
    const ratio = ratioOf(row);
    if (row.least !== null && ratio < row.least) ok = false;
    out.write(
      cells(
        row.name,
        row.perSecond.toFixed(0),
        row.p50Ms.toFixed(1),
        row.p99Ms.toFixed(1),
        row.barePerSecond.toFixed(0),
        ratio.toFixed(2),
        row.aim === null ? '–' : row.aim.toFixed(1),
        row.least === null ? '–' : row.least.toFixed(1),
      ),
    );
  }
  return { ok };
};

export interface Latencies {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly done: number;
}

export const latenciesOf = (times: number[], seconds: number): Latencies => {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { perSecond: sorted.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99), done: sorted.length };
};

/** Runs `call` by so many callers at once for so long; each caller waits for its answer before the next call. */
export const drive = async (
  callers: number,
  seconds: number,
  call: (caller: number, n: number) => Promise<void>,
): Promise<Latencies> => {
  const times: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let n = 0; performance.now() < until; n += 1) {
        const start = performance.now();
        await call(caller, n);
        times.push(performance.now() - start);
      }
    }),
  );
  return latenciesOf(times, (performance.now() - began) / 1000);
};

/** The same for a computation that waits for nothing: one after another in this process. */
export const driveAlone = (seconds: number, call: (n: number) => unknown): Latencies => {
  const times: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  let start = began;
  for (let n = 0; start < until; n += 1) {
    call(n);
    const end = performance.now();
    times.push(end - start);
    start = end;
  }
  return latenciesOf(times, (start - began) / 1000);
};

/** The rounds that are played; the machine's speed drifts within seconds, so both sides take turns. */
const ROUNDS = 3;

/** Plays the product and its limit in turn, and answers the round with the middle ratio: both figures of the same moment. */
export const inTurn = async (
  product: () => Promise<Latencies>,
  bare: () => Promise<Latencies>,
): Promise<Latencies & { readonly barePerSecond: number }> => {
  const rounds: (Latencies & { readonly barePerSecond: number })[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const figures = await product();
    rounds.push({ ...figures, barePerSecond: (await bare()).perSecond });
  }
  const ratio = (one: { perSecond: number; barePerSecond: number }): number => one.perSecond / one.barePerSecond;
  return rounds.sort((a, b) => ratio(a) - ratio(b))[Math.floor(ROUNDS / 2)]!;
};
