import { domainEvent } from '@fanloop/events';
import type { MemberId } from '@fanloop/kernel';
import { Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { joinImported } from '../rules/join-imported';
import { normalPhone } from '../rules/phone';
import { refuse } from '../rules/refusals';
import { IdentityRepository, type IdentityRow } from '../store/identity.repository';
import { MemberRepository } from '../store/member.repository';

/** A member as another system knows him. */
export interface ImportedMember {
  /** The account there; the same account is the same member at every import. */
  readonly externalKey: string;
  /** The kind of that account, for example `household` or `pos-card`. */
  readonly kind: string;
  readonly nickname: string | null;
  readonly joinedAt: Date;
  readonly phone?: string | null;
  /** `YYYY-MM-DD`. */
  readonly birthday?: string | null;
}

/**
 * Many members in few statements, in the caller's transaction; safe beside other imports and enrolments, because every
 * identity is locked before anybody looks whose it is. The same rows again change nothing.
 */
@Injectable()
export class ImportMembers {
  constructor(
    private readonly identities: IdentityRepository,
    private readonly members: MemberRepository,
    private readonly outbox: Outbox,
  ) {}

  /** The member of each row, in order. Refuses PhoneInvalid: check rows with `normalPhone` before. */
  async execute(tx: Tx, rows: readonly ImportedMember[]): Promise<MemberId[]> {
    const keyed = rows.map((row) => this.keysOf(row));
    const claimed = await this.identities.claim(
      tx,
      keyed.flatMap(({ external, phone }) => (phone ? [external.key, phone.key] : [external.key])),
    );
    const known = new Map([...claimed].flatMap(([index, row]) => (row.memberId ? [[index, row.memberId]] : [])));
    const joined = joinImported(
      keyed.map(({ external, phone }) => ({ externalKey: external.index, phone: phone?.index ?? null })),
      { external: known, phone: known },
    );
    const made = await this.create(
      tx,
      joined.fresh.map((index) => rows[index]!),
    );
    const ids = joined.members.map((member) => (typeof member === 'number' ? made[member]! : member));
    await this.assign(
      tx,
      claimed,
      keyed.flatMap(({ external, phone }, i) =>
        [external.index, ...(phone ? [phone.index] : [])].map((index) => [index, ids[i]!] as const),
      ),
    );
    return ids;
  }

  /** The first owner of an identity keeps it. */
  private async assign(
    tx: Tx,
    claimed: ReadonlyMap<string, IdentityRow>,
    owners: readonly (readonly [string, MemberId])[],
  ): Promise<void> {
    const first = new Map<string, MemberId>();
    for (const [index, memberId] of owners) if (!first.has(index)) first.set(index, memberId);
    const open = [...first].map(([index, memberId]) => ({ row: claimed.get(index)!, memberId }));
    await this.identities.assignMany(
      tx,
      open.filter(({ row }) => row.memberId === null),
    );
  }

  private async create(tx: Tx, rows: readonly ImportedMember[]): Promise<MemberId[]> {
    if (rows.length === 0) return [];
    const created = await this.members.insertMany(
      tx,
      rows.map((row) => ({
        nickname: row.nickname,
        birthday: row.birthday ?? null,
        gender: 'undisclosed',
        channel: 'import',
        inviterMemberId: null,
        joinedAt: row.joinedAt,
        enrolledAt: null,
      })),
    );
    await this.outbox.append(
      tx,
      created.map(({ id, memberNo }, i) => {
        const { joinedAt, birthday } = rows[i]!;
        const fact = { memberId: id, memberNo, at: joinedAt.toISOString(), channel: 'import' as const };
        return domainEvent(
          'members.member-enrolled.v1',
          { ...fact, inviterMemberId: null, birthday: birthday?.slice(5) ?? null },
          joinedAt,
        );
      }),
    );
    return created.map(({ id }) => id);
  }

  private keysOf(row: ImportedMember) {
    const external = { kind: row.kind, value: row.externalKey };
    const number = row.phone ? normalPhone(row.phone) : null;
    if (row.phone && number === null) throw refuse('PhoneInvalid');
    const phone = number === null ? null : { kind: 'phone', value: number };
    return {
      external: { key: external, index: this.identities.indexOf(external) },
      phone: phone && { key: phone, index: this.identities.indexOf(phone) },
    };
  }
}
