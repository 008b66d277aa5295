import { Picker, Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Gender, MemberMe } from '@/shared/http/types';
import { back } from '@/shared/nav/nav';
import { Button } from '@/shared/ui/button';
import { Field } from '@/shared/ui/field';
import { Icon } from '@/shared/ui/icon';
import { Segment } from '@/shared/ui/segment';
import { ask, say, sayDone, sayError } from '@/shared/ui/toast';
import { type ProfileChange, useSaveProfile } from './me.api';
import { text } from './strings';
import './me.scss';

const today = (): string => new Date().toISOString().slice(0, 10);

export const useProfileForm = (me: MemberMe) => {
  const [nickname, setNickname] = useState(me.nickname);
  const [birthday, setBirthday] = useState(me.birthday);
  const [gender, setGender] = useState<Gender>(me.gender);
  const save = useSaveProfile();
  const submit = async () => {
    const change: ProfileChange = {};
    if (nickname.trim() && nickname.trim() !== me.nickname) change.nickname = nickname.trim();
    if (birthday && !me.birthday) change.birthday = birthday;
    if (gender !== me.gender) change.gender = gender;
    if (!Object.keys(change).length) return say(text.nothingChanged);
    if (change.birthday && !(await ask(text.birthdayAsk, change.birthday, text.save))) return;
    save.mutate(change, {
      onSuccess: () => {
        sayDone(text.saved);
        back();
      },
      onError: sayError,
    });
  };
  return { nickname, setNickname, birthday, setBirthday, gender, setGender, submit, busy: save.isPending };
};

type Form = ReturnType<typeof useProfileForm>;

const Birthday = ({ me, form }: { me: MemberMe; form: Form }) => (
  <View className="field">
    <Text className="field__label">{text.birthday}</Text>
    {me.birthday ? (
      <View className="picker">
        <Text>{me.birthday}</Text>
      </View>
    ) : (
      <Picker
        mode="date"
        value={form.birthday ?? '1995-01-01'}
        start="1920-01-01"
        end={today()}
        onChange={(event) => form.setBirthday(event.detail.value)}
      >
        <View id="birthday" className="picker">
          <Text className={form.birthday ? '' : 'soft'}>{form.birthday ?? text.birthdayPick}</Text>
          <Icon name="calendar" tone="ink-faint" />
        </View>
      </Picker>
    )}
    <Text className="field__note">{text.birthdayHint}</Text>
  </View>
);

export const ProfileForm = ({ me }: { me: MemberMe }) => {
  const form = useProfileForm(me);
  return (
    <>
      <Field
        id="nickname"
        type="nickname"
        label={text.nickname}
        note={text.nicknameHint}
        value={form.nickname}
        placeholder={text.nickname}
        maxLength={20}
        onChange={form.setNickname}
      />
      <Birthday me={me} form={form} />
      <Text className="field__label">{text.gender}</Text>
      <Segment items={text.genders} chosen={form.gender} onChoose={form.setGender} />
      <Field
        id="phone"
        label={text.phone}
        value={me.phoneMasked ?? ''}
        placeholder=""
        onChange={() => undefined}
        disabled
      />
      <Button id="save-profile" wide busy={form.busy} onTap={() => void form.submit()}>
        {text.save}
      </Button>
    </>
  );
};
