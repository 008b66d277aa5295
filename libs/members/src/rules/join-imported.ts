/** Who an imported row is, by what is known of its identities before the import. */
export interface KnownIdentities {
  readonly externalKey: string;
  readonly phone: string | null;
}

export interface Joined {
  /** For each row the member it is: an id that exists, or the index of a member to make. */
  readonly members: readonly (string | number)[];
  /** For each member to make the row that describes it (the first of its rows). */
  readonly fresh: readonly number[];
}

/**
 * Joins imported rows to members: first by the external account, then by the phone. Rows of one batch that share either
 * become one member. An external account that is known stays with its member even when its phone now belongs to another
 * one: two members never merge by themselves.
 */
export const joinImported = (
  rows: readonly KnownIdentities[],
  known: { readonly external: ReadonlyMap<string, string>; readonly phone: ReadonlyMap<string, string> },
): Joined => {
  const external = new Map<string, string | number>(known.external);
  const phone = new Map<string, string | number>(known.phone);
  const fresh: number[] = [];
  const members = rows.map((row, index) => {
    let member = external.get(row.externalKey) ?? (row.phone === null ? undefined : phone.get(row.phone));
    if (member === undefined) {
      member = fresh.length;
      fresh.push(index);
    }
    external.set(row.externalKey, member);
    if (row.phone !== null && !phone.has(row.phone)) phone.set(row.phone, member);
    return member;
  });
  return { members, fresh };
};
