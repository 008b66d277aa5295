/**
 * When lot `l` of account `a` ends. A lot that lives as long as the member is active ends with the account's clock; points that came
 * back to it shortly before have a least end of their own in `expires_at`.
 */
export const LOT_END = `CASE WHEN l.by_inactivity = 0 OR a.inactivity_ends_at IS NULL OR l.expires_at > a.inactivity_ends_at
    THEN l.expires_at ELSE a.inactivity_ends_at END`;
