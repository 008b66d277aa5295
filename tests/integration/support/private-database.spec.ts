import { bareConnection } from '../../support/own-schema';
import { usePrivateDatabase } from '../../support/private-database';

describe('the private database of a jest worker', () => {
  const db = usePrivateDatabase();

  it('has run the real migrations and is empty', async () => {
    const tables = await db.query<{ n: string }>(
      'SELECT COUNT(*) AS n FROM information_schema.tables WHERE table_schema = DATABASE()',
    );
    expect(Number(tables[0]?.n)).toBeGreaterThan(1);
    const migrations = await db.query('SELECT * FROM platform_migration');
    expect(migrations.length).toBeGreaterThan(0);
  });

  it('talks UTC, reads committed rows and keeps all digits of a BIGINT', async () => {
    const [row] = await db.dataSource.query(
      'SELECT @@session.time_zone AS zone, @@session.tx_isolation AS isolation, 9007199254740993 AS big',
    );
    expect(row).toEqual({ zone: '+00:00', isolation: 'READ-COMMITTED', big: '9007199254740993' });
  });

  it('empties tables between tests, also those that forbid DELETE, and puts first rows back', async () => {
    const connection = await bareConnection(db.url);
    await connection.query(
      `CREATE TABLE support_plain (id BIGINT AUTO_INCREMENT PRIMARY KEY);
       CREATE TABLE support_journal (id BIGINT AUTO_INCREMENT PRIMARY KEY);
       CREATE TRIGGER support_keep BEFORE DELETE ON support_journal FOR EACH ROW
         SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'append only';
       INSERT INTO support_plain VALUES (), (); INSERT INTO support_journal VALUES ()`,
    );
    try {
      await db.truncateAll();
      expect(await db.query('SELECT * FROM support_plain')).toEqual([]);
      expect(await db.query('SELECT * FROM support_journal')).toEqual([]);
    } finally {
      await connection.query('DROP TABLE support_plain; DROP TABLE support_journal');
      await connection.end();
    }
  });
});
