import type { MemberId } from '@fanloop/kernel';

/**
 * What another context holds about one member, for the member's own export. Each context offers one; the api lists them
 * on one page (`personal-data-sources.ts`) and hands them to the export. Plain JSON values, readable by the member: times as ISO 8601, amounts named
 * by their unit.
 */
export interface PersonalDataSource {
  /** The heading in the document, for example `loyalty`. */
  readonly context: string;
  personalDataOf(memberId: MemberId): Promise<unknown>;
}
