import { type DomainEvent, domainEvent } from '@fanloop/events';

export interface NamedTag {
  readonly code: string;
  readonly name: string;
}

/** One event for each membership that began or ended. */
export const tagEvents = (
  what: 'entered' | 'left',
  { code: tagCode, name: tagName }: NamedTag,
  memberIds: readonly string[],
  at: Date,
): DomainEvent[] =>
  memberIds.map((memberId) =>
    domainEvent(`tagging.tag-${what}.v1`, { memberId, tagCode, tagName, at: at.toISOString() }, at),
  );
