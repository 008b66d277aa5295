import type { MemberId } from '@fanloop/kernel';
import type { Queryable } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';

/** Tags of members as events told them: rules may ask for them without asking another context. */
@Injectable()
export class MemberTags {
  async of(db: Queryable, ids: readonly MemberId[]): Promise<Map<MemberId, string[]>> {
    const tags = new Map<MemberId, string[]>();
    if (ids.length === 0) return tags;
    const rows = await db.query<{ member_id: string; tag_code: string }>(
      'SELECT member_id, tag_code FROM loyalty_member_tag WHERE member_id IN (?) AND held = 1 ORDER BY member_id, tag_code',
      [ids],
    );
    for (const { member_id, tag_code } of rows) {
      const list = tags.get(member_id);
      if (list) list.push(tag_code);
      else tags.set(member_id, [tag_code]);
    }
    return tags;
  }
}
