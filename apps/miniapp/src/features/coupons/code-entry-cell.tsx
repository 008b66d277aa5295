import { go, routes } from '@/shared/nav/nav';
import { Card } from '@/shared/ui/card';
import { Cell } from '@/shared/ui/cell';
import { text } from './strings';
import './coupons.scss';

/** The way in for who holds a card with a code; and beside one's own coupons, what came and went as gifts. */
export const CodeEntryCell = ({ withGifts }: { withGifts: boolean }) => (
  <Card className="card--list coupon-ways">
    <Cell
      id="to-code-entry"
      icon="scan"
      title={text.code.entry}
      note={text.code.entryNote}
      onTap={() => go(routes.couponCode)}
    />
    {withGifts ? (
      <Cell id="to-gifts" icon="gift" title={text.gift.listTitle} onTap={() => go(routes.couponGifts)} />
    ) : null}
  </Card>
);
