import { ScanCustomer } from '@fanloop/counter';
import { systemActor } from '@fanloop/kernel';
import { InstallDefaultProgramme } from '@fanloop/loyalty';
import { CurrentMemberCodeRead, MembersDoor } from '@fanloop/members';
import { AddStaff, ImportStores } from '@fanloop/organization';
import { Sessions, UnitOfWork } from '@fanloop/platform';
import { PutProducts } from '@fanloop/sales';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { contextModules } from '../../config/contexts';
import type { Env } from '../../config/env';

export interface TillRequest {
  readonly token: string;
  readonly body: string;
}

const STORES = 4;
const CLERKS = 16;
const MEMBERS = 800;
const actor = systemActor('bench');

/** Stores, clerks with sessions, members whose codes were scanned: ready-made requests of two lines each. */
export const openBenchShop = async (env: Env): Promise<TillRequest[]> => {
  const app = await NestFactory.createApplicationContext(shopModule(env), { logger: ['error'] });
  try {
    const get = <T>(token: abstract new (...args: never[]) => T): T => app.get(token as never, { strict: false });
    const uow = get(UnitOfWork);
    await get(InstallDefaultProgramme).execute();
    const none = { address: '', lat: null, lng: null, phone: null, photoUrl: null, openHours: '' };
    const codes = Array.from({ length: STORES }, (_, i) => `B${i}`);
    const stores = await get(ImportStores).execute({
      actor,
      stores: codes.map((code) => ({ ...none, code, name: `门店 ${code}`, zone: env.BRAND_TIME_ZONE })),
    });
    const menu = Array.from({ length: 40 }, (_, i) => ({
      sku: `SKU-${i}`,
      name: `茶饮 ${i}`,
      category: `品类 ${i % 5}`,
      priceFen: 1500 + i * 10,
      pictureUrl: null,
    }));
    await uow.run((tx) => get(PutProducts).execute(tx, menu));
    const clerks = [];
    for (let i = 0; i < CLERKS; i += 1) {
      const storeId = stores.get(codes[i % STORES]!)!.id;
      const staff = { actor, name: `店员 ${i}`, role: 'clerk', storeIds: [storeId], login: null } as const;
      const { staffId } = await get(AddStaff).execute(staff);
      const { accessToken } = await uow.run((tx) => get(Sessions).open(tx, 'staff', staffId));
      clerks.push({ staffId, storeId, token: accessToken, role: 'clerk', storeIds: [storeId] } as const);
    }
    const rows = Array.from({ length: MEMBERS }, (_, i) => ({
      kind: 'bench-card',
      externalKey: String(i),
      nickname: `茶客 ${i}`,
      joinedAt: new Date(),
    }));
    const members = await uow.run((tx) => get(MembersDoor).importMany(tx, rows));
    const requests: TillRequest[] = [];
    for (const [i, memberId] of members.entries()) {
      const clerk = clerks[i % CLERKS]!;
      const { code } = get(CurrentMemberCodeRead).of(memberId);
      const { visitToken } = await get(ScanCustomer).execute({ clerk, code, storeId: clerk.storeId });
      const lines = [menu[i % 40]!, menu[(i * 7 + 1) % 40]!].map(({ sku, priceFen }, line) => ({
        sku,
        quantity: line + 1,
        unitPriceFen: priceFen,
      }));
      const body = { visitToken, storeId: clerk.storeId, lines, couponIds: [] };
      requests.push({ token: clerk.token, body: JSON.stringify(body) });
    }
    return requests;
  } finally {
    await app.close();
  }
};

const shopModule = (env: Env) => {
  @Module({ imports: contextModules(env) })
  class Shop {}
  return Shop;
};
