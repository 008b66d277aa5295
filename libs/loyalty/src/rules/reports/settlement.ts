import { type Fen, type Points, type StoreId } from '@fanloop/kernel';
import { valueOfPoints } from '../settings';

/** A store's id, or headquarters: points and uses without a store. */
export type Place = StoreId | null;

/** Points of one origin used in one place; a return counts negative. */
export interface PointsUsed {
  readonly origin: Place;
  readonly usedIn: Place;
  readonly points: Points;
}

/** `points` of store `from` were used in store `to`: so `from` owes `to` their value. */
export interface Flow {
  readonly from: Place;
  readonly to: Place;
  readonly points: Points;
}

export interface PlaceBalance {
  readonly place: Place;
  /** Earned here and used here: nothing to settle. */
  readonly own: Points;
  /** Earned elsewhere, used here. */
  readonly honoured: Points;
  /** Earned here, used elsewhere. */
  readonly issued: Points;
  /** honoured − issued: positive is to be paid to the store. Over all places zero. */
  readonly net: Points;
  /** The same at the value of a point. Over all places zero. */
  readonly netFen: Fen;
}

export interface Settlement {
  readonly points: Points;
  readonly places: readonly PlaceBalance[];
  readonly flows: readonly Flow[];
}

/** Adds up what was used where, a portion at a time. */
export class SettlementTally {
  private readonly used = new Map<string, PointsUsed>();

  add({ origin, usedIn, points }: PointsUsed): void {
    const key = `${origin} ${usedIn}`;
    this.used.set(key, { origin, usedIn, points: (this.used.get(key)?.points ?? 0) + points });
  }

  result(fenPer100Points: Fen): Settlement {
    const used = [...this.used.values()].filter(({ points }) => points !== 0);
    const flows = used
      .filter(({ origin, usedIn }) => origin !== usedIn)
      .map(({ origin, usedIn, points }) => ({ from: origin, to: usedIn, points }))
      .sort((a, b) => b.points - a.points);
    const places = [...new Set(used.flatMap(({ origin, usedIn }) => [origin, usedIn]))];
    const fen = fenOf(flows, fenPer100Points);
    return {
      points: sum(used),
      flows,
      places: places
        .map((place) => balanceOf(place, used, fen.get(place) ?? 0))
        .sort((a, b) => b.net - a.net || Number(a.place) - Number(b.place)),
    };
  }
}

const balanceOf = (place: Place, used: readonly PointsUsed[], netFen: Fen): PlaceBalance => {
  const own = sum(used.filter(({ origin, usedIn }) => origin === place && usedIn === place));
  const honoured = sum(used.filter(({ origin, usedIn }) => origin !== place && usedIn === place));
  const issued = sum(used.filter(({ origin, usedIn }) => origin === place && usedIn !== place));
  return { place, own, honoured, issued, net: honoured - issued, netFen };
};

/** Each two places settle what is left between them, rounded once: what one gives is what the other gets. */
const fenOf = (flows: readonly Flow[], fenPer100Points: Fen): Map<Place, Fen> => {
  const pairs = new Map<string, { a: Place; b: Place; points: Points }>();
  for (const { from, to, points } of flows) {
    const [a, b] = String(from) < String(to) ? [from, to] : [to, from];
    const pair = pairs.get(`${a} ${b}`) ?? { a, b, points: 0 };
    pair.points += from === a ? points : -points;
    pairs.set(`${a} ${b}`, pair);
  }
  const fen = new Map<Place, Fen>();
  for (const { a, b, points } of pairs.values()) {
    const value = Math.sign(points) * valueOfPoints({ fenPer100Points }, Math.abs(points));
    fen.set(a, (fen.get(a) ?? 0) - value);
    fen.set(b, (fen.get(b) ?? 0) + value);
  }
  return fen;
};

const sum = (used: readonly { readonly points: Points }[]): Points =>
  used.reduce((total, { points }) => total + points, 0);
