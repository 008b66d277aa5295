interface PaymentFact {
  paymentNo: string;
  /** Whose order it is for, `rewards.order` for example, and which: the context that started it knows both. */
  purpose: string;
  reference: string;
  memberId: string;
  amountFen: number;
  at: string;
}

interface RefundFact extends PaymentFact {
  refundNo: string;
  /** Of the refund, as whoever asked for it named it. `amountFen` is the refund's. */
  refundReference: string;
}

export interface PaymentEvents {
  /** The money is there: told by WeChat, in time. */
  'payments.payment-succeeded.v1': PaymentFact;
  /** Nobody paid in time, or the order was given up: no money comes any more that is kept. */
  'payments.payment-closed.v1': PaymentFact;
  /** Money came for a closed payment. It goes back by itself (`refundNo`); nothing is handed over for it. */
  'payments.paid-after-close.v1': PaymentFact & { refundNo: string };
  /** The money is back with the shopper. */
  'payments.refund-succeeded.v1': RefundFact;
  /** It did not go back: a person must look. `why` is WeChat's code. */
  'payments.refund-failed.v1': RefundFact & { why: string };
}
