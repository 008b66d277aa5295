import { Image, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { agoText } from '@/shared/format/time';
import { pictureUrl } from '@/shared/http/picture';
import type { Post } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { useSessionStore } from '@/shared/session/store';
import { brand } from '@/shared/theme/theme';
import { Avatar } from '@/shared/ui/avatar';
import { Card } from '@/shared/ui/card';
import { Chip } from '@/shared/ui/chip';
import { Icon } from '@/shared/ui/icon';
import { say, sayError } from '@/shared/ui/toast';
import { useLike } from './posts.api';
import { text } from './strings';
import './community.scss';

const Head = ({ post }: { post: Post }) => (
  <View className="post__head">
    <Avatar name={post.author.name} url={post.author.avatarUrl} official={post.author.official} />
    <View className="grow">
      <View className="post__author">
        <Text>{post.author.official ? brand.name : post.author.name}</Text>
        {post.author.official ? <Chip>{text.official}</Chip> : null}
      </View>
      <Text className="faint">{agoText(post.publishedAt)}</Text>
    </View>
    {post.pinned ? <Chip tone="accent">{text.pinned}</Chip> : null}
  </View>
);

const Pictures = ({ urls }: { urls: string[] }) => (
  <View className="pictures">
    {urls.slice(0, 9).map((url) => (
      <Image
        key={url}
        className={`picture ${urls.length === 1 ? 'picture--alone' : ''}`}
        src={url}
        mode="aspectFill"
        lazyLoad
        onClick={(event) => {
          event.stopPropagation();
          void Taro.previewImage({ current: url, urls });
        }}
      />
    ))}
  </View>
);

const openPostLink = (link: NonNullable<Post['link']>): void => {
  if (link.kind === 'activity') go(routes.activity, { id: link.id });
  else go(link.kind === 'coupon' ? routes.coupons : routes.code);
};

const Link = ({ link }: { link: NonNullable<Post['link']> }) => (
  <View
    className="post__link"
    hoverClass="pressed"
    onClick={(event) => {
      event.stopPropagation();
      openPostLink(link);
    }}
  >
    <Icon name={link.kind === 'coupon' ? 'coupon' : link.kind === 'activity' ? 'calendar' : 'cup'} tone="brand" />
    <Text className="grow">{link.title || text.links[link.kind]}</Text>
    <Icon name="chevron" tone="brand" size="small" />
  </View>
);

const Actions = ({ post, onComment }: { post: Post; onComment: () => void }) => {
  const like = useLike();
  const enrolled = useSessionStore((session) => session.state === 'member');
  return (
    <View className="post__actions">
      <View
        id={`like-${post.id}`}
        className={`post__action ${post.likedByMe ? 'post__action--on' : ''}`}
        aria-label={text.like}
        onClick={(event) => {
          event.stopPropagation();
          if (enrolled) like.mutate(post, { onError: sayError });
          else say(text.joinToTalk);
        }}
      >
        <Icon name="community" tone={post.likedByMe ? 'danger' : 'ink-soft'} filled={post.likedByMe} />
        <Text className="number">{post.likes ? String(post.likes) : text.like}</Text>
      </View>
      <View
        className="post__action"
        aria-label={text.comment}
        onClick={(event) => {
          event.stopPropagation();
          onComment();
        }}
      >
        <Icon name="comment" tone="ink-soft" />
        <Text className="number">{post.comments ? String(post.comments) : text.comment}</Text>
      </View>
    </View>
  );
};

interface PostCardProps {
  post: Post;
  /** The whole text, on its own page; otherwise four lines. */
  whole?: boolean;
  onComment?: () => void;
}

export const PostCard = ({ post, whole, onComment }: PostCardProps) => {
  const open = () => go(routes.post, { id: post.id });
  return (
    <Card id={`post-${post.id}`} className="post" onTap={whole ? undefined : open}>
      <Head post={post} />
      {post.title ? <Text className="post__title">{post.title}</Text> : null}
      <Text className={`post__text ${whole ? '' : 'post__text--short'}`}>{post.text}</Text>
      {post.pictureUrls.length ? <Pictures urls={post.pictureUrls.map(pictureUrl)} /> : null}
      {post.link ? <Link link={post.link} /> : null}
      <Actions post={post} onComment={onComment ?? open} />
    </Card>
  );
};
