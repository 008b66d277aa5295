import prand, { type RandomGenerator } from 'pure-rand';

/** Chances drawn from one seed: the same seed gives the same brand on every machine. */
export class Chance {
  private readonly generator: RandomGenerator;

  constructor(seed: number) {
    this.generator = prand.xoroshiro128plus(seed);
  }

  /** Even in [0, 1). */
  unit(): number {
    return prand.unsafeUniformIntDistribution(0, 0x7fffffff, this.generator) / 0x80000000;
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return prand.unsafeUniformIntDistribution(from, to, this.generator);
  }

  happens(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.whole(0, items.length - 1)]!;
  }

  weighted<T>(items: readonly T[], weightOf: (item: T) => number): T {
    let left = this.unit() * items.reduce((sum, item) => sum + weightOf(item), 0);
    for (const item of items) {
      left -= weightOf(item);
      if (left < 0) return item;
    }
    return items[items.length - 1]!;
  }

  /** Exponential waiting time with this mean. */
  waiting(mean: number): number {
    return -mean * Math.log(1 - this.unit());
  }
}
