import { platform, type SheetWord } from '@/platform';
import { api } from '../api/client';
import { ApiError, hasCode } from '../http/api-error';
import { outcomeOf, type PayOutcome } from './outcome';

/** After the sheet said yes, WeChat's own word is a moment behind it. */
const ASK_AGAIN_MS = [400, 1000, 2000, 3000];

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Asks the server, which asks WeChat. While no answer comes, nothing is known, and so nothing is claimed. */
const ask = async (paymentNo: string, word: SheetWord): Promise<PayOutcome> => {
  try {
    const told = await api.post('/api/member/payments/{paymentNo}/confirmation', { params: { paymentNo } });
    return outcomeOf(word, told);
  } catch (error) {
    if (!(error instanceof ApiError) || (error.status > 0 && error.status < 500)) throw error;
    return word === 'ok' ? 'confirming' : word;
  }
};

const askUntilKnown = async (paymentNo: string): Promise<PayOutcome> => {
  let outcome = await ask(paymentNo, 'ok');
  for (const pause of ASK_AGAIN_MS) {
    if (outcome !== 'confirming') break;
    await wait(pause);
    outcome = await ask(paymentNo, 'ok');
  }
  return outcome;
};

/**
 * Lets the shopper pay one payment, whatever it is for, and answers what became of it: by the server's word, never by the
 * sheet's. However often it is called, the payment is paid once. Rejects with the server's reason when the sheet cannot open.
 */
export const pay = async (paymentNo: string): Promise<PayOutcome> => {
  try {
    const parameters = await api.post('/api/member/payments/{paymentNo}/parameters', { params: { paymentNo } });
    const word = await platform.openPaySheet(parameters);
    return word === 'ok' ? await askUntilKnown(paymentNo) : await ask(paymentNo, word);
  } catch (error) {
    // Paid on another phone, or over: the payment itself says which.
    if (hasCode(error, 'PaymentPaid')) return askUntilKnown(paymentNo);
    if (hasCode(error, 'PaymentClosed')) return closedOr(await ask(paymentNo, 'cancelled'));
    throw error;
  }
};

/** Its time is over, although the sweep has not closed it yet. */
const closedOr = (outcome: PayOutcome): PayOutcome => (outcome === 'cancelled' ? 'closed' : outcome);
