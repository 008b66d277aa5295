import { momentText } from '@/shared/format/time';
import type { MyGift } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { Card } from '@/shared/ui/card';
import { Cell } from '@/shared/ui/cell';
import { Chip, type ChipTone } from '@/shared/ui/chip';
import { Empty } from '@/shared/ui/empty';
import { QueryView } from '@/shared/ui/query-view';
import { useMyGifts } from './gifts.api';
import { text } from './strings';

const t = text.gift;
const tones: Record<MyGift['state'], ChipTone> = {
  offered: 'accent',
  accepted: 'brand',
  withdrawn: 'quiet',
  expired: 'quiet',
};

const noteOf = ({ direction, other, at }: MyGift): string =>
  [momentText(at), other === null ? '' : direction === 'out' ? t.to(other) : t.from(other)].filter(Boolean).join(' · ');

/** What was given and received, and what became of it. */
export const GiftList = () => {
  const gifts = useMyGifts();
  return (
    <QueryView query={gifts}>
      {({ items }) =>
        items.length ? (
          <Card className="card--list">
            {items.map((gift) => (
              <Cell
                key={gift.giftId}
                id={`gift-${gift.giftId}`}
                title={`${gift.headline} ${gift.name}`}
                note={noteOf(gift)}
                value={
                  <Chip tone={tones[gift.state]}>
                    {gift.direction === 'in' ? t.states.received : t.states[gift.state]}
                  </Chip>
                }
                onTap={gift.state === 'offered' ? () => go(routes.couponGive, { id: gift.couponId }) : undefined}
              />
            ))}
          </Card>
        ) : (
          <Empty picture="ticket" title={t.none} note={t.noneNote} />
        )
      }
    </QueryView>
  );
};
