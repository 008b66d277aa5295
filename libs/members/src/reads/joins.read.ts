import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** How the membership grows. Closed members are not counted. */
@Injectable()
export class JoinsRead {
  constructor(private readonly reader: Reader) {}

  async total(): Promise<number> {
    const row = await this.reader.one<{ n: string }>(
      "SELECT COUNT(*) AS n FROM members_member WHERE status <> 'closed'",
    );
    return num(row?.n);
  }

  /** The instants at which members joined from `from` on: the caller draws the day boundaries. */
  async since(from: Date): Promise<Date[]> {
    const rows = await this.reader.query<{ joined_at: Date }>(
      "SELECT joined_at FROM members_member WHERE joined_at >= ? AND status <> 'closed'",
      [from],
    );
    return rows.map((row) => row.joined_at);
  }
}
