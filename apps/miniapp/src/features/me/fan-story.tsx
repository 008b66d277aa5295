import { Text, View } from '@tarojs/components';
import { dateText } from '@/shared/format/time';
import type { FanStory } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { Card, Section } from '@/shared/ui/card';
import { Chip } from '@/shared/ui/chip';
import { Empty } from '@/shared/ui/empty';
import { Illustration } from '@/shared/ui/illustration';
import { Progress } from '@/shared/ui/progress';
import { text } from './strings';
import './me.scss';

const Part = ({ part }: { part: FanStory['parts'][number] }) => (
  <View className="story__part">
    <View className="row row--between">
      <Text>{part.name}</Text>
      <Text className="number">{`${part.score} / ${part.most}`}</Text>
    </View>
    <Progress percent={(part.score / Math.max(1, part.most)) * 100} label={`${part.name} ${part.score}`} />
    <Text className="soft">{part.why}</Text>
  </View>
);

/** Why this member is in this tier of fans, in the same numbers that the tagging run used. */
export const FanStoryView = ({ story }: { story: FanStory }) => {
  if (story.parts.length === 0) {
    return (
      <Empty
        picture="sprout"
        title={text.noStory}
        note={text.noStoryNote}
        action={text.showCode}
        onAction={() => go(routes.code)}
      />
    );
  }
  return (
    <>
      <Card className="story">
        <Illustration name="sprout" />
        <Text className="story__tier">{story.tier.name}</Text>
        <Text className="soft">
          {[`${text.score} ${story.score}`, story.since ? text.storySince(dateText(story.since)) : '']
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {story.next ? (
          <View>
            <Chip tone="accent">{text.storyNext(story.next.name, String(story.next.missing))}</Chip>
          </View>
        ) : null}
      </Card>
      <Section title={text.storyParts}>
        <Card>
          {story.parts.map((part) => (
            <Part key={part.name} part={part} />
          ))}
        </Card>
      </Section>
    </>
  );
};
