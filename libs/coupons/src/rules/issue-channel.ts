/**
 * How a coupon came into a member's hands: claimed in the coupon centre, given by a rule of loyalty, by an activity, for points,
 * by a clerk, in bulk, for a unique code, as a friend's gift (kept as the way it was given first), with a paid membership.
 */
export const ISSUE_CHANNELS = ['claim', 'rule', 'activity', 'points', 'clerk', 'bulk', 'code', 'gift', 'card'] as const;
export type IssueChannel = (typeof ISSUE_CHANNELS)[number];

/** Who may claim in the coupon centre: everyone, the members of a frozen audience, or nobody (it is only issued). */
export const OPEN_TO = ['everyone', 'audience', 'nobody'] as const;
export type OpenTo = (typeof OPEN_TO)[number];
