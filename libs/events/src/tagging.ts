export interface TaggingEvents {
  'tagging.fan-tier-changed.v1': { memberId: string; from: string | null; to: string; at: string };
}
