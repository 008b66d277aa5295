import { type Clock, type MemberId, type Points } from '@fanloop/kernel';
import { CLOCK, num, Reader } from '@fanloop/platform';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '../rules/refusals';
import type { TransferSettings } from '../rules/settings';
import { BrandTime } from '../store/brand-time';
import { ProgrammeRepository } from '../store/programme.repository';

export interface TransferView {
  readonly transferId: string;
  readonly direction: 'out' | 'in';
  readonly otherMemberId: MemberId;
  readonly points: Points;
  readonly at: Date;
}

export interface TransferTerms extends TransferSettings {
  readonly pointsLeftToday: Points;
  readonly timesLeftToday: number;
}

interface Row {
  transfer_id: string;
  from_member_id: MemberId;
  to_member_id: MemberId;
  points: number;
  at: Date;
}

/** What a member gave and got, and what may still be given today. */
@Injectable()
export class TransfersRead {
  constructor(
    private readonly reader: Reader,
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async terms(memberId: MemberId): Promise<TransferTerms> {
    const { transfers } = (await this.programmes.current(this.reader)).settings;
    const given = await this.reader.one<{ n: string; points: string | null }>(
      'SELECT COUNT(*) AS n, SUM(points) AS points FROM loyalty_transfer WHERE from_member_id = ? AND day = ?',
      [memberId, this.time.day(this.clock.now())],
    );
    return {
      ...transfers,
      pointsLeftToday: Math.max(0, transfers.dailyPoints - num(given?.points)),
      timesLeftToday: Math.max(0, transfers.dailyTimes - num(given?.n)),
    };
  }

  /** Throws TransfersOff. */
  async assertEnabled(): Promise<void> {
    if (!(await this.programmes.current(this.reader)).settings.transfers.enabled) throw refuse('TransfersOff');
  }

  /** Throws TransferToOneself, TransferRecipientMissing (`toMemberId` null: nobody was found). Answers who receives. */
  async assertMayReceive(fromMemberId: MemberId, toMemberId: MemberId | null): Promise<MemberId> {
    if (fromMemberId === toMemberId) throw refuse('TransferToOneself');
    const open = await this.reader.one(
      'SELECT member_id FROM loyalty_points_account WHERE member_id = ? AND closed_at IS NULL',
      [toMemberId],
    );
    if (toMemberId === null || !open) throw refuse('TransferRecipientMissing');
    return toMemberId;
  }

  /** Before an instant (null: from the newest on), newest first. */
  async before(memberId: MemberId, before: Date | null, limit: number): Promise<TransferView[]> {
    const side = (column: string) =>
      `(SELECT * FROM loyalty_transfer WHERE ${column} = ? AND at < ? ORDER BY day DESC, at DESC LIMIT ?)`;
    const params = [memberId, before ?? this.time.endOf('9000-12-31'), limit];
    const rows = await this.reader.query<Row>(
      `${side('from_member_id')} UNION ALL ${side('to_member_id')} ORDER BY at DESC, transfer_id LIMIT ?`,
      [...params, ...params, limit],
    );
    return rows.map((row) => {
      const isOut = row.from_member_id === memberId;
      return {
        transferId: row.transfer_id,
        direction: isOut ? 'out' : 'in',
        otherMemberId: isOut ? row.to_member_id : row.from_member_id,
        points: row.points,
        at: row.at,
      };
    });
  }
}
