import { json } from '@fanloop/platform';
import { usePrivateDatabase } from '../../support/private-database';
import { membersOn } from './members-on';

const row = (i: number) => ({
  externalKey: `h-${i}`,
  kind: 'household',
  nickname: `家庭 ${i}`,
  joinedAt: new Date(Date.UTC(2025, 0, 1 + (i % 28))),
  phone: `137${String(i).padStart(8, '0')}`,
  birthday: i % 2 === 0 ? '1980-05-06' : null,
});

describe('importing members', () => {
  const db = usePrivateDatabase();

  it('makes thousands in one transaction, once however often it runs', async () => {
    const { unitOfWork, imports } = membersOn(db.dataSource);
    const rows = Array.from({ length: 3000 }, (_, i) => row(i));
    const first = await unitOfWork.run((tx) => imports.execute(tx, rows));
    const second = await unitOfWork.run((tx) => imports.execute(tx, rows));
    expect(second).toEqual(first);
    expect(new Set(first).size).toBe(3000);
    const [count] = await db.query<{ members: string; identities: string; events: string }>(
      `SELECT (SELECT COUNT(*) FROM members_member) AS members, (SELECT COUNT(*) FROM members_identity) AS identities,
              (SELECT COUNT(*) FROM platform_outbox) AS events`,
    );
    expect(count).toEqual({ members: '3000', identities: '6000', events: '3000' });
  });

  it('tells the others when each joined, and the day of the birthday only', async () => {
    const { unitOfWork, imports } = membersOn(db.dataSource);
    const [memberId] = await unitOfWork.run((tx) => imports.execute(tx, [row(2)]));
    const [event] = await db.query<{ payload: unknown }>('SELECT payload FROM platform_outbox');
    expect(json(event!.payload)).toMatchObject({
      memberId,
      channel: 'import',
      at: '2025-01-03T00:00:00.000Z',
      birthday: '05-06',
    });
  });

  it('refuses a phone number that is none, and writes nothing of the batch', async () => {
    const { unitOfWork, imports } = membersOn(db.dataSource);
    const rows = [row(1), { ...row(2), phone: '12' }];
    await expect(unitOfWork.run((tx) => imports.execute(tx, rows))).rejects.toMatchObject({ code: 'PhoneInvalid' });
    expect(await db.query('SELECT id FROM members_member')).toEqual([]);
  });

  it('stores no phone number in the clear', async () => {
    const { unitOfWork, imports } = membersOn(db.dataSource);
    await unitOfWork.run((tx) => imports.execute(tx, [row(5)]));
    const tables = await db.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
    );
    for (const { name } of tables)
      expect(JSON.stringify(await db.query(`SELECT * FROM \`${name}\``))).not.toContain('13700000005');
  });
});
