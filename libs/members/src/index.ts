import { CreateMembersTables1760000200001 } from './store/migrations/1-members-tables';
import { WriteFirstConsentTexts1760000200002 } from './store/migrations/2-first-consent-texts';
import { CreateNotices1760000200003 } from './store/migrations/3-notices';

export { MembersOnNews } from './handlers/on-news.handler';
export * from './members.door';
export * from './members.module';
export { ConsentTextsRead } from './reads/consent-texts.read';
export { ContactsRead, type IdentityView } from './reads/contacts.read';
export { type CurrentMemberCode, CurrentMemberCodeRead } from './reads/current-member-code.read';
export { JoinsRead } from './reads/joins.read';
export { type MemberProfile, MemberProfileRead } from './reads/member-profile.read';
export { type MemberListItem, type MemberSearch, MemberSearchRead } from './reads/member-search.read';
export type { MemberSummary } from './reads/members-lookup.read';
export { NoticesRead } from './reads/notices.read';
export * from './reads/personal-data';
export { PersonalDataExportRead } from './reads/personal-data-export.read';
export type { WechatIdentity } from './reads/wechat-identities.read';
export { CONSENT_PURPOSES, type ConsentPurpose } from './rules/consent';
export { isMemberNumber, maskMemberNumber } from './rules/member-number';
export type { Notice } from './rules/notice';
export { maskPhone, normalPhone } from './rules/phone';
export { GENDERS, NICKNAME_MAX_LENGTH } from './rules/profile';
export type { MemberStatus } from './store/member.repository';
export { ChangeProfile } from './use-cases/change-profile.use-case';
export { CheckNickname } from './use-cases/check-nickname.use-case';
export { ChooseConsent } from './use-cases/choose-consent.use-case';
export { CloseAccount } from './use-cases/close-account.use-case';
export { Enrol } from './use-cases/enrol.use-case';
export type { EnrolCommand } from './use-cases/enrolment';
export { ForgetCodeUses } from './use-cases/forget-code-uses.use-case';
export { type ImportedMember, ImportMembers } from './use-cases/import-members.use-case';
export { LogInWithWechat } from './use-cases/log-in-with-wechat.use-case';
export { ReadNotices } from './use-cases/read-notices.use-case';
export { ResolveMemberCode } from './use-cases/resolve-member-code.use-case';
export { RevealPhone } from './use-cases/reveal-phone.use-case';
export { TellMembers } from './use-cases/tell-members.use-case';

export const membersMigrations = [
  CreateMembersTables1760000200001,
  WriteFirstConsentTexts1760000200002,
  CreateNotices1760000200003,
];
