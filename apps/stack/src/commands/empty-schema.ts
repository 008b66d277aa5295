import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { Trouble } from '../trouble';

/** Whether the schema holds no table yet. Also the first use of a server of one's own: says what is wrong with it. */
export const isEmptySchema = async (url: string): Promise<boolean> => {
  const connection = await createConnection({ uri: url, connectTimeout: 5000 }).catch((error: unknown) => {
    throw new Trouble(`The database does not let us in: ${(error as Error).message}`, [
      'DATABASE_URL must name an existing schema: mysql://user:password@host:3306/schema',
    ]);
  });
  try {
    const [rows] = await connection.query<RowDataPacket[]>(
      'SELECT COUNT(*) AS tables FROM information_schema.tables WHERE table_schema = DATABASE()',
    );
    return Number(rows[0]?.['tables']) === 0;
  } finally {
    await connection.end();
  }
};
