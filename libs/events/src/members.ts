/** Ids are decimal strings, `at` is ISO 8601 UTC. No event carries a phone number. */
export interface MemberEvents {
  'members.member-enrolled.v1': {
    memberId: string;
    memberNo: string;
    at: string;
    channel: 'mini-program' | 'import' | 'console';
    inviterMemberId: string | null;
    /** `MM-DD`, when the member told it. */
    birthday: string | null;
  };
  'members.profile-completed.v1': { memberId: string; at: string; birthday: string | null };
  'members.member-closed.v1': { memberId: string; at: string };
}
