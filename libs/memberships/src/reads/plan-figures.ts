/** Of the cards of a plan: SQL over `c`, for the list of plans. Time decides what runs, not the sweep; ? is today. */
export const FIGURES = `COALESCE(SUM(c.paid_at IS NOT NULL), 0) AS bought,
  COALESCE(SUM(c.state IN ('active', 'upcoming') AND c.last_on >= ?), 0) AS running,
  COALESCE(SUM(c.paid_at IS NOT NULL AND c.follows_id IS NOT NULL), 0) AS renewals,
  COALESCE(SUM(CASE WHEN c.paid_at IS NULL THEN 0 ELSE c.price_fen END), 0) AS paidFen,
  COALESCE(SUM(c.state = 'refunded'), 0) AS refunded,
  COALESCE(SUM(c.refund_fen), 0) AS refundedFen`;
