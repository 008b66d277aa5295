import type { MemberId } from '@fanloop/kernel';
import { Reader, SharedLookUp } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

export interface WechatIdentity {
  readonly identityId: string;
  /** null: a visitor. */
  readonly memberId: MemberId | null;
}

/** Asked at every request of the mini-program: requests that arrive together share one query, and nothing is cached. */
@Injectable()
export class WechatIdentitiesRead {
  private readonly loader = new SharedLookUp<string, WechatIdentity | null>((ids) => this.load(ids));

  constructor(private readonly reader: Reader) {}

  /** null where the identity was given back (a closed account). */
  byId(identityId: string): Promise<WechatIdentity | null> {
    return this.loader.load(identityId);
  }

  private async load(ids: readonly string[]): Promise<(WechatIdentity | null)[]> {
    const rows = await this.reader.query<WechatIdentity>(
      `SELECT CAST(id AS CHAR) AS identityId, CAST(member_id AS CHAR) AS memberId
         FROM members_identity WHERE id IN (?) AND kind = 'miniapp-openid'`,
      [ids],
    );
    const byId = new Map(rows.map((row) => [row.identityId, row]));
    return ids.map((id) => byId.get(id) ?? null);
  }
}
