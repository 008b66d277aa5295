import { Text, View } from '@tarojs/components';
import { text } from '../text/strings';

interface FeedEndProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** The end of a list that comes in pages: a tap (or the page's lower edge) brings more. */
export const FeedEnd = ({ query }: FeedEndProps) => (
  <View className="feed-end" onClick={() => query.hasNextPage && void query.fetchNextPage()}>
    <Text>{query.isFetchingNextPage ? text.loading : query.hasNextPage ? text.more : text.noMore}</Text>
  </View>
);
