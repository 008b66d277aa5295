import { BareRows } from '../../bench/bare-rows';
import { usePrivateDatabase } from '../../support/private-database';
import { aSale, openShop, openVisit, record } from './till';
import { useTillProcesses } from './till-process';

/** The bench is not part of `npm test`; what it copies from the tables must not be forgotten when they change. */
describe("the bare side of the till's bench", () => {
  const database = usePrivateDatabase();
  const api = useTillProcesses(database)[0]!;

  it('writes again what the till has written, row for row', async () => {
    const shop = await openShop(api);
    const lines = [1, 2].map((quantity) => ({ sku: 'TEA', quantity, unitPriceFen: 1600 }));
    await record(api, aSale(shop.clerk, await openVisit(api, shop.clerk, shop.members[0]!), { lines }));
    const bare = new BareRows(database.url);
    try {
      await bare.prepare();
      const { done } = await bare.run(2, 0.1);
      const written = async (table: string) =>
        Number((await database.query<{ n: string }>(`SELECT COUNT(*) AS n FROM bare_${table}`))[0]!.n);
      expect(done).toBeGreaterThan(0);
      expect(await written('sales_purchase')).toBe(done);
      expect(await written('sales_purchase_line')).toBe(2 * done);
      expect(await written('loyalty_entry')).toBe(done);
    } finally {
      await bare.end();
    }
  });
});
