import { formatPoints } from '@fanloop/kernel';

export interface Tally {
  readonly rows: number;
  readonly skipped: readonly { readonly row: number; readonly reason: string }[];
  readonly purchases: number;
  readonly written: number;
  readonly writtenLines: number;
  readonly duplicates: number;
  readonly points: number;
}

export interface Ends {
  readonly deliveries: number;
  readonly asOf: string | null;
  readonly tiers: readonly { readonly name: string; readonly members: number }[];
  readonly fanTiers: readonly { readonly name: string; readonly members: number }[];
}

export class Stopwatch {
  readonly laps: { readonly name: string; readonly seconds: number }[] = [];
  private last = performance.now();

  lap(name: string): void {
    const now = performance.now();
    this.laps.push({ name, seconds: (now - this.last) / 1000 });
    this.last = now;
  }

  secondsOf(name: string): number {
    return this.laps.find((lap) => lap.name === name)?.seconds ?? 0;
  }
}

const SKIPPED_SHOWN = 10;

/** What the import did, for a person. */
export const summaryLines = (tally: Tally, ends: Ends, watch: Stopwatch): string[] => {
  const seconds = watch.secondsOf('purchases');
  const perSecond = seconds > 0 ? Math.round(tally.purchases / seconds) : 0;
  const members = (groups: Ends['tiers']): string => groups.map((g) => `${g.name} ${g.members}`).join(', ');
  return [
    `rows read          ${tally.rows}`,
    `purchases written  ${tally.written} (${tally.writtenLines} lines)`,
    `already there      ${tally.duplicates}`,
    `rows skipped       ${tally.skipped.length}`,
    ...tally.skipped.slice(0, SKIPPED_SHOWN).map(({ row, reason }) => `  row ${row}: ${reason}`),
    `points issued      ${formatPoints(tally.points)}`,
    `events handled     ${ends.deliveries}`,
    `tiers              ${members(ends.tiers)}`,
    `fan tiers          ${members(ends.fanTiers)}${ends.asOf ? ` (as of ${ends.asOf})` : ' (unchanged)'}`,
    ...watch.laps.map((lap) => `${lap.name.padEnd(27)}${lap.seconds.toFixed(1)} s`),
    `speed              ${perSecond} purchases/s with rules, ledger and receipts`,
  ];
};
