import { checkStore, distanceMeters, type StoreFields } from './store';

const store: StoreFields = {
  code: 'SH-03',
  name: '外滩店',
  address: '上海市黄浦区中山东一路 18 号',
  lat: 31.2384,
  lng: 121.4905,
  zone: 'Asia/Shanghai',
  openHours: '10:00–22:00',
  phone: null,
  photoUrl: null,
};

describe('a store', () => {
  it('is taken as it is', () => expect(checkStore(store)).toEqual({ ok: true, value: store }));

  it.each([
    [{ code: 'a b' }, 'code'],
    [{ name: ' ' }, 'name'],
    [{ lat: 91 }, 'lat'],
    [{ lat: Number.NaN }, 'lat'],
    [{ lng: null }, 'lat'],
    [{ lng: 181 }, 'lng'],
    [{ zone: 'Shanghai' }, 'zone'],
    [{ zone: 'Asia/Nowhere' }, 'zone'],
  ])('is refused with %j', (change, field) =>
    expect(checkStore({ ...store, ...change })).toMatchObject({ ok: false, refusal: { details: { field } } }),
  );
});

describe('the distance between two points', () => {
  it.each([
    ['Shanghai to Beijing', { lat: 31.2304, lng: 121.4737 }, { lat: 39.9042, lng: 116.4074 }, 1_067_311],
    ['the same point', { lat: 31, lng: 121 }, { lat: 31, lng: 121 }, 0],
    ['over the date line', { lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 }, 111_195],
  ])('%s', (_, a, b, metres) => expect(Math.abs(distanceMeters(a, b) - metres)).toBeLessThan(1000));
});
