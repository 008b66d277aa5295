import { useState } from 'react';
import { platform } from '@/platform';
import { Button } from '@/shared/ui/button';
import { Empty } from '@/shared/ui/empty';
import { QueryView } from '@/shared/ui/query-view';
import { say } from '@/shared/ui/toast';
import { StoreCard } from './store-card';
import { useStores } from './stores.api';
import { text } from './strings';

/** The position is asked for only when the person wants the nearest store. */
export const StoreList = () => {
  const [at, setAt] = useState<{ lat: number; lng: number } | null>(null);
  const [locating, setLocating] = useState(false);
  const stores = useStores(at);
  const locate = async () => {
    setLocating(true);
    const position = await platform.position();
    setLocating(false);
    setAt(position);
    say(position ? text.located : text.refused);
  };
  return (
    <>
      <Button look="soft" size="small" busy={locating} onTap={() => void locate()}>
        {text.locate}
      </Button>
      <QueryView query={stores}>
        {({ items }) =>
          items.length ? (
            items.map((store) => <StoreCard key={store.id} store={store} />)
          ) : (
            <Empty picture="shop" title={text.empty} note={text.emptyNote} />
          )
        }
      </QueryView>
    </>
  );
};
