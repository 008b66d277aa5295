import { type Clerk, RecordPurchase, type RecordPurchaseCommand } from '@fanloop/counter';
import { systemActor } from '@fanloop/kernel';
import { InstallDefaultProgramme } from '@fanloop/loyalty';
import { MembersDoor } from '@fanloop/members';
import { AddStaff, ImportStores, type Role } from '@fanloop/organization';
import { UnitOfWork } from '@fanloop/platform';
import { PutProducts } from '@fanloop/sales';
import { VisitRepository } from '../../../libs/counter/src/store/visit.repository';
import type { TillProcess } from './till-process';

/** A process under test, with HTTP or without. */
type Deployed = Pick<TillProcess, 'clock' | 'get'>;

export interface Shop {
  readonly stores: readonly [string, string];
  /** A clerk of the first store, one of the second, and the first store's manager. */
  readonly clerk: Clerk;
  readonly otherClerk: Clerk;
  readonly manager: Clerk;
  readonly members: readonly string[];
}

const actor = systemActor('test');

/** Two stores with staff, a menu, the default programme and members. */
export const openShop = async (api: Deployed, members = 8): Promise<Shop> => {
  await api.get(InstallDefaultProgramme).execute();
  const none = { address: '', lat: null, lng: null, phone: null, photoUrl: null, openHours: '' };
  const stores = await api.get(ImportStores).execute({
    actor,
    stores: ['S1', 'S2'].map((code) => ({ ...none, code, name: `门店 ${code}`, zone: 'Asia/Shanghai' })),
  });
  const [first, second] = [stores.get('S1')!.id, stores.get('S2')!.id];
  const staff = async (name: string, role: Role, storeId: string): Promise<Clerk> => {
    const { staffId } = await api.get(AddStaff).execute({ actor, name, role, storeIds: [storeId], login: null });
    return { staffId, role, storeIds: [storeId] };
  };
  const uow = api.get(UnitOfWork);
  const menu = [
    { sku: 'TEA', name: '桂花乌龙', category: '原叶茶', priceFen: 1600, pictureUrl: null },
    { sku: 'MLK', name: '禾叶奶茶', category: '奶茶', priceFen: 1500, pictureUrl: null },
  ];
  await uow.run((tx) => api.get(PutProducts).execute(tx, menu));
  const rows = Array.from({ length: members }, (_, i) => ({
    kind: 'pos-card',
    externalKey: `card-${i}`,
    nickname: `茶客 ${i}`,
    joinedAt: api.clock.now(),
  }));
  const ids = await uow.run((tx) => api.get(MembersDoor).importMany(tx, rows));
  return {
    stores: [first, second],
    clerk: await staff('店员甲', 'clerk', first),
    otherClerk: await staff('店员乙', 'clerk', second),
    manager: await staff('店长', 'store-manager', first),
    members: ids,
  };
};

/** A visit as a scan opens it. */
export const openVisit = (api: Deployed, clerk: Clerk, memberId: string): Promise<string> =>
  api
    .get(UnitOfWork)
    .run((tx) =>
      api
        .get(VisitRepository)
        .open(tx, { memberId, storeId: clerk.storeIds![0]!, staffId: clerk.staffId, openedAt: api.clock.now() }),
    );

let next = 0;
export const newKey = (): string => {
  next += 1;
  return `test-key-${next}`;
};

export const aSale = (
  clerk: Clerk,
  visitToken: string,
  change: Partial<RecordPurchaseCommand> = {},
): RecordPurchaseCommand => ({
  clerk,
  idempotencyKey: newKey(),
  visitToken,
  storeId: clerk.storeIds![0]!,
  lines: [{ sku: 'TEA', quantity: 2, unitPriceFen: 1600 }],
  couponIds: [],
  ...change,
});

export const record = (api: Deployed, command: RecordPurchaseCommand) => api.get(RecordPurchase).execute(command);

/** The code of each refusal, `ok` for each success. */
export const codesOf = async (calls: readonly Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(calls)).map((settled) =>
    settled.status === 'fulfilled' ? 'ok' : ((settled.reason as { code?: string }).code ?? String(settled.reason)),
  );
