import { OrganizationModule } from '@fanloop/organization';
import { type DynamicModule, Module } from '@nestjs/common';
import { MembersOnNews } from './handlers/on-news.handler';
import { MembersDoor } from './members.door';
import { ConsentTextsRead } from './reads/consent-texts.read';
import { ContactsRead } from './reads/contacts.read';
import { CurrentMemberCodeRead } from './reads/current-member-code.read';
import { JoinsRead } from './reads/joins.read';
import { MemberProfileRead } from './reads/member-profile.read';
import { MemberSearchRead } from './reads/member-search.read';
import { MembersLookup } from './reads/members-lookup.read';
import { NoticesRead } from './reads/notices.read';
import { PersonalDataExportRead } from './reads/personal-data-export.read';
import { WechatIdentitiesRead } from './reads/wechat-identities.read';
import { CodeUseRepository } from './store/code-use.repository';
import { ConsentRepository } from './store/consent.repository';
import { IdentityRepository } from './store/identity.repository';
import { MemberRepository } from './store/member.repository';
import { MEMBER_CODE_KEYS, memberCodeKeys } from './store/member-code-keys';
import { NoticeRepository } from './store/notice.repository';
import { WechatPeople } from './store/wechat-people';
import { ChangeProfile } from './use-cases/change-profile.use-case';
import { CheckNickname } from './use-cases/check-nickname.use-case';
import { ChooseConsent } from './use-cases/choose-consent.use-case';
import { CloseAccount, Closing } from './use-cases/close-account.use-case';
import { ClosureNotices } from './use-cases/closure-notices';
import { Enrol, VerifiedPhones } from './use-cases/enrol.use-case';
import { Enrolment } from './use-cases/enrolment';
import { Erasure } from './use-cases/erasure';
import { ForgetCodeUses } from './use-cases/forget-code-uses.use-case';
import { ImportMembers } from './use-cases/import-members.use-case';
import { LogInWithWechat } from './use-cases/log-in-with-wechat.use-case';
import { ReadNotices } from './use-cases/read-notices.use-case';
import { ResolveMemberCode } from './use-cases/resolve-member-code.use-case';
import { RevealPhone } from './use-cases/reveal-phone.use-case';
import { StaffedIdentities } from './use-cases/staffed-identities';
import { TellMembers } from './use-cases/tell-members.use-case';

export interface MembersOptions {
  /** 32 bytes as 64 hex digits: makes and reads the rotating member codes. */
  readonly memberCodeKey: string;
  /** The configured WeChat module. */
  readonly imports: DynamicModule[];
}

const STORE = [
  IdentityRepository,
  MemberRepository,
  ConsentRepository,
  CodeUseRepository,
  NoticeRepository,
  WechatPeople,
];
const READS = [
  ConsentTextsRead,
  ContactsRead,
  CurrentMemberCodeRead,
  JoinsRead,
  MemberProfileRead,
  MemberSearchRead,
  MembersLookup,
  NoticesRead,
  PersonalDataExportRead,
  WechatIdentitiesRead,
];
const USE_CASES = [
  ChangeProfile,
  CheckNickname,
  ChooseConsent,
  CloseAccount,
  Enrol,
  ForgetCodeUses,
  ImportMembers,
  LogInWithWechat,
  ReadNotices,
  ResolveMemberCode,
  RevealPhone,
];
const PARTS = [Closing, ClosureNotices, Enrolment, Erasure, StaffedIdentities, TellMembers, VerifiedPhones];

/** Members, their identities, consents and codes. Stands on WeChat and the organization. */
@Module({})
export class MembersModule {
  static forRoot(options: MembersOptions): DynamicModule {
    return {
      module: MembersModule,
      imports: [OrganizationModule, ...options.imports],
      providers: [
        { provide: MEMBER_CODE_KEYS, useValue: memberCodeKeys(options.memberCodeKey) },
        ...STORE,
        ...READS,
        ...PARTS,
        ...USE_CASES,
        MembersDoor,
        MembersOnNews,
      ],
      exports: [MembersDoor, MembersOnNews, TellMembers, ...READS, ...USE_CASES],
    };
  }
}
