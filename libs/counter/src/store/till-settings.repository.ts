import { num, numOrNull, type Queryable, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { DEFAULT_UNDO, type UndoSettings } from '../rules/undo';

/** What the brand has decided for its tills. */
@Injectable()
export class TillSettingsRepository {
  async undo(from: Queryable): Promise<UndoSettings> {
    const [row] = await from.query<{ undo_minutes: number; undo_second_above_fen: string | null }>(
      'SELECT undo_minutes, undo_second_above_fen FROM counter_setting WHERE id = 1',
    );
    if (!row) return DEFAULT_UNDO;
    return { minutes: num(row.undo_minutes), secondAboveFen: numOrNull(row.undo_second_above_fen) };
  }

  async save(tx: Tx, { minutes, secondAboveFen }: UndoSettings): Promise<void> {
    await tx.execute(
      `INSERT INTO counter_setting (id, undo_minutes, undo_second_above_fen) VALUES (1, ?, ?)
       ON DUPLICATE KEY UPDATE undo_minutes = VALUES(undo_minutes), undo_second_above_fen = VALUES(undo_second_above_fen)`,
      [minutes, secondAboveFen],
    );
  }
}
