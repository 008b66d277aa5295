import { systemActor } from '@fanloop/kernel';
import { ImportStores, OrganizationDoor, type StoreFields } from '@fanloop/organization';
import { useApiApp } from '../../support/api-app';
import { member, staff, store } from '../../support/people';
import { usePrivateDatabase } from '../../support/private-database';

const actor = systemActor('test');

describe('stores', () => {
  const db = usePrivateDatabase();
  const api = useApiApp(db);

  it('are listed for a shopper, nearest first, and those without a place last', async () => {
    await store(api, { code: 'FAR', lat: 39.9, lng: 116.4 });
    await store(api, { code: 'NOWHERE', lat: null, lng: null });
    await store(api, { code: 'NEAR', lat: 31.24, lng: 121.49 });
    const { token } = await member(api);
    const near = await api.call<{ items: { code: string; distanceMeters: number | null }[] }>(
      'GET',
      '/api/member/stores?lat=31.2384&lng=121.4905',
      { token },
    );
    expect(near.body.items.map(({ code }) => code)).toEqual(['NEAR', 'FAR', 'NOWHERE']);
    expect(near.body.items[0]!.distanceMeters).toBeLessThan(300);
    expect(near.body.items[2]!.distanceMeters).toBeNull();
    expect((await api.call('GET', '/api/member/stores?lat=31', { token })).status).toBe(400);
  });

  it('are opened and changed in the console, with a trace in the audit log', async () => {
    const owner = await staff(api, 'owner');
    const body = {
      code: 'SH-01',
      name: '静安店',
      address: '上海市静安区',
      lat: 31.23,
      lng: 121.45,
      zone: 'Asia/Shanghai',
      openHours: '10:00–22:00',
      phone: null,
      photoUrl: null,
    };
    const opened = await api.call<{ id: string }>('POST', '/api/console/stores', { token: owner.token, body });
    expect(opened).toMatchObject({ status: 201, body });
    const change = (id: string, more: object) =>
      api.call('PUT', `/api/console/stores/${id}`, { token: owner.token, body: { ...body, ...more } });
    expect(await change(opened.body.id, { name: '静安寺店' })).toMatchObject({
      status: 200,
      body: { name: '静安寺店' },
    });
    expect(await change('424242', {})).toMatchObject({ status: 404, body: { code: 'StoreNotFound' } });
    expect(await change(opened.body.id, { zone: 'Nowhere/Land' })).toMatchObject({ status: 400 });
    expect(await api.call('POST', '/api/console/stores', { token: owner.token, body })).toMatchObject({
      status: 409,
      body: { code: 'StoreCodeTaken' },
    });
    const audit = await api.call<{ items: { action: string }[] }>(
      'GET',
      `/api/console/audit?subject=store:${opened.body.id}`,
      { token: owner.token },
    );
    expect(audit.body.items.map(({ action }) => action)).toEqual([
      'organization.store-changed',
      'organization.store-opened',
    ]);
  });

  it('are imported by code: twice the same, in parallel as well', async () => {
    const stores = Array.from({ length: 40 }, (_, i): StoreFields => {
      const place = { lat: null, lng: null, zone: 'America/New_York', openHours: '', phone: null, photoUrl: null };
      return { code: `S${i}`, name: `Store ${i}`, address: '', ...place };
    });
    const runs = await Promise.all([1, 2, 3].map(() => api.get(ImportStores).execute({ actor, stores })));
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[2]).toEqual(runs[0]);
    expect(await api.get(OrganizationDoor).stores()).toHaveLength(40);
    expect((await api.get(OrganizationDoor).storeByCode('s7'))?.name).toBe('Store 7');
  });
});
