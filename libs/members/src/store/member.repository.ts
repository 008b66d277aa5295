import type { MemberId, Period } from '@fanloop/kernel';
import { chunks, DIGITS, type Queryable, randomCode, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { MEMBER_NUMBER_RANDOM_DIGITS, memberNumber } from '../rules/member-number';
import type { Gender, Profile } from '../rules/profile';
import { refuse } from '../rules/refusals';

export type Channel = 'mini-program' | 'import' | 'console';
export type MemberStatus = 'active' | 'frozen' | 'closed';

export interface MemberRow extends Profile {
  readonly id: MemberId;
  readonly memberNo: string;
  readonly status: MemberStatus;
  readonly joinedAt: Date;
  readonly enrolledAt: Date | null;
}

export interface NewMember {
  /** null: named after the member number. */
  readonly nickname: string | null;
  readonly birthday: string | null;
  readonly gender: Gender;
  readonly channel: Channel;
  readonly inviterMemberId: MemberId | null;
  readonly joinedAt: Date;
  readonly enrolledAt: Date | null;
}

export interface ActivePage {
  /** The last id of the page before; `0` begins. */
  readonly after: MemberId;
  readonly limit: number;
  readonly joined: Period;
  /** Only of these. */
  readonly among?: readonly MemberId[];
}

const COLUMNS = `CAST(id AS CHAR) AS id, member_no AS memberNo, status, nickname, avatar_url AS avatarUrl, birthday, gender,
  joined_at AS joinedAt, enrolled_at AS enrolledAt`;

/** What stays in the place of a name. */
export const CLOSED_NICKNAME = '已注销会员';

@Injectable()
export class MemberRepository {
  /** Makes members with random numbers and answers id and number in the order given. */
  async insertMany(tx: Tx, members: readonly NewMember[]): Promise<{ id: MemberId; memberNo: string }[]> {
    const numbers = await this.freeNumbers(tx, members.length);
    for (const part of chunks(
      members.map((member, i) => rowOf(member, numbers[i]!)),
      500,
    ))
      await tx.execute(
        `INSERT INTO members_member
           (member_no, nickname, birthday, gender, channel, inviter_member_id, joined_at, enrolled_at) VALUES ?`,
        [part],
      );
    const ids = await this.idsByNumber(tx, numbers);
    return numbers.map((memberNo) => ({ id: ids.get(memberNo)!, memberNo }));
  }

  async lock(tx: Tx, id: MemberId): Promise<MemberRow> {
    const [row] = await tx.query<MemberRow>(`SELECT ${COLUMNS} FROM members_member WHERE id = ? FOR UPDATE`, [id]);
    if (!row) throw refuse('MemberNotFound');
    if (row.status === 'closed') throw refuse('MemberClosed');
    return row;
  }

  async byIds(from: Queryable, ids: readonly MemberId[]): Promise<MemberRow[]> {
    const rows: MemberRow[] = [];
    for (const part of chunks(ids, 1000))
      rows.push(...(await from.query<MemberRow>(`SELECT ${COLUMNS} FROM members_member WHERE id IN (?)`, [part])));
    return rows;
  }

  /** Ids of active members behind `after`, ascending: a page of a walk over everybody. */
  async activePage(from: Queryable, { after, limit, joined, among }: ActivePage): Promise<MemberId[]> {
    if (among?.length === 0) return [];
    const rows = await from.query<{ id: MemberId }>(
      `SELECT CAST(id AS CHAR) AS id FROM members_member
        WHERE id > ? AND status = 'active' ${joined.from ? 'AND joined_at >= ?' : ''} ${joined.until ? 'AND joined_at < ?' : ''}
          ${among ? 'AND id IN (?)' : ''}
        ORDER BY members_member.id LIMIT ?`,
      [after, joined.from, joined.until, among ?? null, limit].filter((value) => value !== null),
    );
    return rows.map((row) => row.id);
  }

  /** Locked in ascending order: who closes the account meanwhile is waited for, or waits. */
  async lockStatuses(tx: Tx, ids: readonly MemberId[]): Promise<Map<MemberId, MemberStatus>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<{ id: MemberId; status: MemberStatus }>(
      'SELECT CAST(id AS CHAR) AS id, status FROM members_member WHERE id IN (?) ORDER BY members_member.id FOR UPDATE',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.status]));
  }

  async idsByNumber(from: Queryable, numbers: readonly string[]): Promise<Map<string, MemberId>> {
    const found = new Map<string, MemberId>();
    for (const part of chunks(numbers, 1000)) {
      const rows = await from.query<{ id: MemberId; memberNo: string }>(
        'SELECT CAST(id AS CHAR) AS id, member_no AS memberNo FROM members_member WHERE member_no IN (?)',
        [part],
      );
      for (const row of rows) found.set(row.memberNo, row.id);
    }
    return found;
  }

  async setProfile(tx: Tx, id: MemberId, profile: Profile): Promise<void> {
    await tx.execute('UPDATE members_member SET nickname = ?, avatar_url = ?, birthday = ?, gender = ? WHERE id = ?', [
      profile.nickname,
      profile.avatarUrl,
      profile.birthday,
      profile.gender,
      id,
    ]);
  }

  /** A member who was imported has now come in person. */
  async markEnrolled(tx: Tx, id: MemberId, at: Date): Promise<void> {
    await tx.execute('UPDATE members_member SET enrolled_at = COALESCE(enrolled_at, ?) WHERE id = ?', [at, id]);
  }

  /** Everything personal goes; id, number and dates stay for the journals. */
  async close(tx: Tx, id: MemberId, at: Date): Promise<void> {
    const closed = await tx.execute(
      `UPDATE members_member SET status = 'closed', closed_at = ?, nickname = ?, avatar_url = NULL, birthday = NULL,
         gender = 'undisclosed', inviter_member_id = NULL WHERE id = ? AND status <> 'closed'`,
      [at, CLOSED_NICKNAME, id],
    );
    if (closed.affectedRows !== 1) throw refuse('MemberClosed');
  }

  /** Random numbers that no member has; the unique index has the last word. */
  private async freeNumbers(tx: Tx, count: number): Promise<string[]> {
    const numbers = new Set<string>();
    while (numbers.size < count) {
      const drawn = new Set<string>();
      while (numbers.size + drawn.size < count)
        drawn.add(memberNumber(randomCode(MEMBER_NUMBER_RANDOM_DIGITS, DIGITS)));
      const taken = await this.idsByNumber(tx, [...drawn]);
      for (const number of drawn) if (!taken.has(number)) numbers.add(number);
    }
    return [...numbers];
  }
}

const rowOf = (member: NewMember, memberNo: string): unknown[] => [
  memberNo,
  member.nickname ?? `会员${memberNo.slice(-4)}`,
  member.birthday,
  member.gender,
  member.channel,
  member.inviterMemberId,
  member.joinedAt,
  member.enrolledAt,
];
