import { accept, type Outcome, reject } from '@fanloop/kernel';
import { refuse } from './refusals';

export interface StoreFields {
  /** The brand's own short code, for example `SH-03`; imports find the store by it. */
  readonly code: string;
  readonly name: string;
  readonly address: string;
  /** Degrees; both or neither. */
  readonly lat: number | null;
  readonly lng: number | null;
  /** IANA zone: the store's business day. */
  readonly zone: string;
  /** As shown to shoppers, for example `10:00–22:00`. */
  readonly openHours: string;
  readonly phone: string | null;
  readonly photoUrl: string | null;
}

export interface Store extends StoreFields {
  readonly id: string;
}

const CODE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/;

export const checkStore = (fields: StoreFields): Outcome<StoreFields> => {
  const wrong = (field: keyof StoreFields) => reject(refuse('StoreInvalid', { field }));
  if (!CODE.test(fields.code)) return wrong('code');
  if (fields.name.trim() === '') return wrong('name');
  if ((fields.lat === null) !== (fields.lng === null)) return wrong('lat');
  if (fields.lat !== null && !(Math.abs(fields.lat) <= 90)) return wrong('lat');
  if (fields.lng !== null && !(Math.abs(fields.lng) <= 180)) return wrong('lng');
  return isZone(fields.zone) ? accept(fields) : wrong('zone');
};

const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone })) && zone.includes('/');
  } catch {
    return false;
  }
};

const EARTH_RADIUS_METERS = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in whole metres (haversine on the mean earth radius; within 0.5 % of the truth). */
export const distanceMeters = (a: { lat: number; lng: number }, b: { lat: number; lng: number }): number => {
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const chord = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lng, b.lng);
  return Math.round(2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(chord))));
};
