import type { MemberId } from '@fanloop/kernel';
import type { PersonalDataSource } from '@fanloop/members';
import { Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { CardTime } from '../use-cases/card-work';
import { type CardRow, SELECT_CARD, toCardView } from './card-views';

/** Every card of a member, for the member's own export. */
@Injectable()
export class MembershipsPersonalData implements PersonalDataSource {
  readonly context = 'memberships';

  constructor(
    private readonly reader: Reader,
    private readonly time: CardTime,
  ) {}

  async personalDataOf(memberId: MemberId): Promise<unknown> {
    const { today } = this.time.present();
    const rows = await this.reader.query<CardRow>(`${SELECT_CARD} WHERE c.member_id = ? ORDER BY c.id`, [memberId]);
    return rows.map((row) => ({ ...toCardView(row, today), paymentNo: row.paymentNo }));
  }
}
