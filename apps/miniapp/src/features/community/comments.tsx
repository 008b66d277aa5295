import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { agoText } from '@/shared/format/time';
import type { Comment } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { useSessionStore } from '@/shared/session/store';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { Chip } from '@/shared/ui/chip';
import { FeedEnd } from '@/shared/ui/feed-end';
import { Field } from '@/shared/ui/field';
import { QueryView } from '@/shared/ui/query-view';
import { say, sayError } from '@/shared/ui/toast';
import { useComment, useComments } from './posts.api';
import { text } from './strings';
import './community.scss';

const MAX_LENGTH = 200;

const One = ({ comment }: { comment: Comment }) => (
  <View className="comment">
    <Avatar name={comment.author.name} url={comment.author.avatarUrl} size="small" />
    <View className="grow">
      <View className="post__author">
        <Text className="soft">{comment.author.name}</Text>
        {comment.mine ? <Chip tone="quiet">{text.mine}</Chip> : null}
      </View>
      <Text className="comment__text">{comment.text}</Text>
      <Text className="faint">{agoText(comment.at)}</Text>
    </View>
  </View>
);

export const Comments = ({ postId, count }: { postId: string; count: number }) => {
  const comments = useComments(postId);
  return (
    <Section title={text.comments(count)}>
      <QueryView query={comments}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return (
            <Card className="card--list">
              {items.length === 0 ? <View className="comment soft">{text.noComments}</View> : null}
              {items.map((comment) => (
                <One key={comment.id} comment={comment} />
              ))}
              {comments.hasNextPage ? <FeedEnd query={comments} /> : null}
            </Card>
          );
        }}
      </QueryView>
    </Section>
  );
};

/** The words stay in the field until the server has them. */
export const CommentWriter = ({ postId, focus }: { postId: string; focus: boolean }) => {
  const [words, setWords] = useState('');
  const comment = useComment(postId);
  const enrolled = useSessionStore((session) => session.state === 'member');
  const send = () => {
    const trimmed = words.trim();
    if (!trimmed || comment.isPending) return;
    comment.mutate(trimmed, {
      onSuccess: (answer) => {
        setWords('');
        say(answer.state === 'visible' ? text.sent : text.inReview);
      },
      onError: sayError,
    });
  };
  if (!enrolled) {
    return (
      <View className="row row--between">
        <Text className="soft">{text.joinToTalk}</Text>
        <Button size="small" onTap={() => go(routes.join)}>
          {text.join}
        </Button>
      </View>
    );
  }
  return (
    <View className="writer">
      <Field
        id="comment-input"
        value={words}
        placeholder={text.write}
        onChange={setWords}
        onEnter={send}
        maxLength={MAX_LENGTH}
        focus={focus}
      />
      <Button id="comment-send" size="small" busy={comment.isPending} disabled={!words.trim()} onTap={send}>
        {text.send}
      </Button>
    </View>
  );
};
