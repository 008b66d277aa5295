import { Text, View } from '@tarojs/components';
import type { MemberMe } from '@/shared/http/types';
import { go, replace, routes } from '@/shared/nav/nav';
import { Button } from '@/shared/ui/button';
import { Illustration } from '@/shared/ui/illustration';
import { text } from './strings';
import './join.scss';

export const JoinDone = ({ member }: { member: MemberMe }) => (
  <View id="join-done" className="empty">
    <Illustration name="sprout" />
    <Text className="join__heading">{text.doneTitle}</Text>
    <Text className="empty__note">{text.doneNote(member.memberNo)}</Text>
    <Text className="empty__note">{text.doneHint}</Text>
    <Button id="to-code" onTap={() => go(routes.code)}>
      {text.showCode}
    </Button>
    <Button look="plain" onTap={() => replace(routes.profile)}>
      {text.completeProfile}
    </Button>
  </View>
);
