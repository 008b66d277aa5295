import type { MemberId, StaffId } from '@fanloop/kernel';
import type { Queryable, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { ContactsRead } from './reads/contacts.read';
import { type MemberSummary, MembersLookup } from './reads/members-lookup.read';
import { WechatIdentitiesRead, type WechatIdentity } from './reads/wechat-identities.read';
import type { ConsentPurpose } from './rules/consent';
import type { ActivePage, MemberStatus } from './store/member.repository';
import { type ImportedMember, ImportMembers } from './use-cases/import-members.use-case';
import { ResolveMemberCode } from './use-cases/resolve-member-code.use-case';

/** Who: what other contexts may ask of the members. */
@Injectable()
export class MembersDoor {
  constructor(
    private readonly lookup: MembersLookup,
    private readonly contacts: ContactsRead,
    private readonly identities: WechatIdentitiesRead,
    private readonly codes: ResolveMemberCode,
    private readonly imports: ImportMembers,
  ) {}

  /** Unknown ids are left out; closed members come with status `closed` and nothing personal. */
  summaries(ids: readonly MemberId[], from?: Queryable): Promise<Map<MemberId, MemberSummary>> {
    return this.lookup.summaries(ids, from);
  }

  /** Keyed by the value as given (a phone in any usual writing). */
  findByIdentity(kind: string, values: readonly string[], from?: Queryable): Promise<Map<string, MemberId>> {
    return this.lookup.byIdentity(kind, values, from);
  }

  findByNumber(memberNos: readonly string[]): Promise<Map<string, MemberId>> {
    return this.lookup.byNumber(memberNos);
  }

  /**
   * Ids of active members behind `after`, ascending: a page of a walk over everybody who joined within a period. It is answered
   * by the order of ids, so that a walk over a million members never sorts them.
   */
  activePage(page: ActivePage): Promise<MemberId[]> {
    return this.lookup.activePage(page);
  }

  /** Whether these are active, frozen or closed, with their rows locked until the end of `tx`. Unknown ids are left out. */
  lockStatuses(tx: Tx, ids: readonly MemberId[]): Promise<Map<MemberId, MemberStatus>> {
    return this.lookup.lockStatuses(tx, ids);
  }

  /** Who of these agrees to a purpose at present. */
  agreeing(ids: readonly MemberId[], purpose: ConsentPurpose): Promise<Set<MemberId>> {
    return this.lookup.agreeing(ids, purpose);
  }

  /** `138****8000` of those who have a phone. */
  maskedPhones(ids: readonly MemberId[]): Promise<Map<MemberId, string>> {
    return this.contacts.maskedPhones(ids);
  }

  /** For WeChat's content check and messages; null for members who never used the mini-program. */
  openidOf(id: MemberId): Promise<string | null> {
    return this.contacts.openidOf(id);
  }

  /** Whose rotating code it is; uses it up in `tx`. Refuses MemberCodeInvalid, MemberCodeUsed, TooManyTries. */
  resolveMemberCode(tx: Tx, code: string, staffId: StaffId): Promise<MemberId> {
    return this.codes.execute(tx, { code, staffId });
  }

  /** The members of the rows, in order, made where they are new. Refuses PhoneInvalid. */
  importMany(tx: Tx, rows: readonly ImportedMember[]): Promise<MemberId[]> {
    return this.imports.execute(tx, rows);
  }

  /** The WeChat identity behind a session; null where it was given back. */
  wechatIdentity(identityId: string): Promise<WechatIdentity | null> {
    return this.identities.byId(identityId);
  }
}
