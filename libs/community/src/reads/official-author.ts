/** Whose name stands over the brand's own posts. */
export interface OfficialAuthor {
  readonly name: string;
  readonly avatarUrl: string | null;
}

export const OFFICIAL_AUTHOR = Symbol('official author');
