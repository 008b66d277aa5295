import { expectStatus, newKey } from '../../../apps/stack/src/tour/http';
import type { RunningStack } from '../../support/running-stack';
import { api, logIn, type Person, type Shopper, somebody } from './people';

export interface BoundStaff extends Person {
  readonly token: string;
  readonly store: { readonly id: string; readonly name: string };
}

/** A manager, or a clerk, of the brand's first store whose WeChat is bound: for stories that begin behind the counter. */
export const storeManager = async (
  stack: RunningStack,
  owner: string,
  name: string,
  role: 'store-manager' | 'clerk' = 'store-manager',
): Promise<BoundStaff> => {
  const call = api(stack);
  const [store] = expectStatus(await call('GET', '/console/stores', { token: owner }), 200).body.items;
  const body = { name, role, storeIds: [store.id] };
  const { staffId } = expectStatus(await call('POST', '/console/staff', { token: owner, body }), 200, 201).body;
  const path = `/console/staff/${staffId}/invitations`;
  const { code } = expectStatus(await call('POST', path, { token: owner, body: {} }), 200, 201).body;
  const person = await somebody(stack, name);
  const token = await logIn(stack, person);
  expectStatus(await call('POST', '/clerk/binding', { token, body: { invitationCode: code } }), 200, 201);
  return { ...person, token, store };
};

interface Sold {
  readonly purchaseNo: string;
  readonly paidFen: number;
  readonly points: number;
}

/** A purchase over HTTP: `lines` by SKU and number at the list's price. */
export const sell = async (
  stack: RunningStack,
  staff: BoundStaff,
  shopper: Shopper,
  basket: {
    readonly lines: readonly (readonly [sku: string, quantity: number])[];
    readonly couponIds?: readonly string[];
  },
): Promise<Sold> => {
  const call = api(stack);
  const storeId = staff.store.id;
  const { code } = expectStatus(await call('GET', '/member/me/code', { token: shopper.token }), 200).body;
  const scan = { token: staff.token, body: { code, storeId } };
  const { visitToken } = expectStatus(await call('POST', '/clerk/customers/scan', scan), 200, 201).body;
  const products = expectStatus(
    await call('GET', `/clerk/products?storeId=${storeId}`, { token: staff.token }),
    200,
  ).body;
  const priceOf = (sku: string): number => products.items.find((one: { sku: string }) => one.sku === sku).priceFen;
  const lines = basket.lines.map(([sku, quantity]) => ({ sku, quantity, unitPriceFen: priceOf(sku) }));
  const body = { visitToken, storeId, lines, couponIds: basket.couponIds ?? [] };
  return expectStatus(await call('POST', '/clerk/purchases', { token: staff.token, body, key: newKey() }), 201).body;
};
