interface TagFact {
  memberId: string;
  tagCode: string;
  tagName: string;
  at: string;
}

export interface TaggingEvents {
  /** A membership of a tag began, or ended: each change, by hand, by a rule or by a reward. */
  'tagging.tag-entered.v1': TagFact;
  'tagging.tag-left.v1': TagFact;
  /** Tags that a member holds, and since when: for whoever missed the changes before. Nothing happened to the member. */
  'tagging.tags-told.v1': { memberId: string; tags: { tagCode: string; since: string }[]; at: string };
  'tagging.fan-tier-changed.v1': { memberId: string; from: string | null; to: string; at: string };
}
