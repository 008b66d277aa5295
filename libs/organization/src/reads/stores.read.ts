import { Injectable } from '@nestjs/common';
import { distanceMeters, type Store } from '../rules/store';
import { StoreRepository } from '../store/store.repository';

export type StoreNearby = Store & { readonly distanceMeters: number | null };

/** Stores for screens. */
@Injectable()
export class StoresRead {
  constructor(private readonly stores: StoreRepository) {}

  all(): Promise<Store[]> {
    return this.stores.all();
  }

  /** Nearest first; stores without a location come last. Without a point: by code. */
  async nearest(point: { lat: number; lng: number } | null): Promise<StoreNearby[]> {
    const stores = (await this.stores.all()).map((store) => ({ ...store, distanceMeters: distanceTo(store, point) }));
    return point
      ? stores.sort(
          (a, b) =>
            (a.distanceMeters ?? Number.MAX_SAFE_INTEGER) - (b.distanceMeters ?? Number.MAX_SAFE_INTEGER) ||
            (a.code < b.code ? -1 : 1),
        )
      : stores;
  }
}

const distanceTo = (store: Store, point: { lat: number; lng: number } | null): number | null =>
  point === null || store.lat === null || store.lng === null
    ? null
    : distanceMeters(point, { lat: store.lat, lng: store.lng });
