interface CardFact {
  cardNo: string;
  planId: string;
  memberId: string;
  at: string;
}

interface NamedCardFact extends CardFact {
  /** The plan's name, as it was bought. */
  name: string;
}

/** Days are business days of the brand, `YYYY-MM-DD`; the last one is counted. */
export interface MembershipEvents {
  /** Paid. A renewal begins on a later day. */
  'memberships.card-bought.v1': NamedCardFact & {
    amountFen: number;
    startsOn: string;
    lastOn: string;
    isRenewal: boolean;
  };
  'memberships.card-begun.v1': NamedCardFact & { lastOn: string };
  /** It ends soon, and nobody has renewed it. Told once for each reminder of its terms. */
  'memberships.card-ending.v1': NamedCardFact & { lastOn: string; daysLeft: number };
  'memberships.card-ended.v1': CardFact;
  /** Given back: the money is on its way, tier and unused welcome coupons are gone. */
  'memberships.card-refunded.v1': NamedCardFact & {
    amountFen: number;
    cause: 'member' | 'staff' | 'account-closed' | 'not-honoured';
  };
}
