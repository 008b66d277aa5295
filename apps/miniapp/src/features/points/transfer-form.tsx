import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { points as inPoints } from '@/shared/format/amount';
import { isOffline } from '@/shared/http/api-error';
import type { TransferResult, TransferTerms } from '@/shared/http/types';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Field } from '@/shared/ui/field';
import { ask, say, sayError } from '@/shared/ui/toast';
import { text } from './strings';
import { useFindRecipient, useGive } from './transfer.api';
import './points.scss';

interface Recipient {
  text: string;
  name: string;
}

const Finder = ({ onFound }: { onFound: (recipient: Recipient) => void }) => {
  const [typed, setTyped] = useState('');
  const find = useFindRecipient();
  const submit = () => {
    const recipient = typed.trim();
    if (recipient.length < 5 || find.isPending) return;
    find.mutate(recipient, { onSuccess: ({ name }) => onFound({ text: recipient, name }), onError: sayError });
  };
  return (
    <>
      <Field
        id="recipient"
        label={text.transferTo}
        value={typed}
        placeholder={text.transferToPlaceholder}
        note={text.transferToNote}
        type="number"
        maxLength={20}
        onChange={setTyped}
        onEnter={submit}
      />
      <Button id="find-recipient" wide busy={find.isPending} disabled={typed.trim().length < 5} onTap={submit}>
        {text.transferFind}
      </Button>
    </>
  );
};

/** The most that can be given now: what is there, and what the day still allows. */
const mostOf = ({ available, pointsLeftToday, timesLeftToday }: TransferTerms): number =>
  timesLeftToday > 0 ? Math.min(available, pointsLeftToday) : 0;

const problemOf = (typed: string, terms: TransferTerms): string | null => {
  const points = Number(typed);
  if (!/^\d{1,8}$/.test(typed) || points === 0) return text.transferTooFew(inPoints(terms.leastPoints));
  if (points < terms.leastPoints) return text.transferTooFew(inPoints(terms.leastPoints));
  return points > mostOf(terms) ? text.transferTooMuch(inPoints(mostOf(terms))) : null;
};

interface AmountProps {
  terms: TransferTerms;
  recipient: Recipient;
  onOther: () => void;
  onGiven: (result: TransferResult) => void;
}

const Amount = ({ terms, recipient, onOther, onGiven }: AmountProps) => {
  const [typed, setTyped] = useState('');
  const give = useGive();
  const problem = problemOf(typed, terms);
  const submit = async () => {
    if (problem) return say(problem);
    const shown = inPoints(Number(typed));
    if (!(await ask(text.transferAsk(shown, recipient.name), text.transferAskNote, text.transferSubmit))) return;
    give.mutate(
      { recipient: recipient.text, points: Number(typed) },
      { onSuccess: onGiven, onError: (error) => !isOffline(error) && sayError(error) },
    );
  };
  return (
    <>
      <Card className="give__to">
        <Avatar name={recipient.name} />
        <View className="grow">
          <Text id="recipient-name" className="give__name">
            {recipient.name}
          </Text>
          <View className="faint">{text.transferFound}</View>
        </View>
        <Button look="plain" size="small" onTap={onOther}>
          {text.transferOther}
        </Button>
      </Card>
      <Field
        id="gift-points"
        label={text.transferPoints}
        value={typed}
        placeholder={text.transferPointsPlaceholder(inPoints(terms.leastPoints))}
        note={typed && problem ? problem : text.transferAll(inPoints(mostOf(terms)))}
        type="number"
        maxLength={8}
        onChange={setTyped}
      />
      {isOffline(give.error) ? (
        <View id="gift-unsure" className="offline-note">
          <Text>{text.transferUnsure}</Text>
        </View>
      ) : null}
      <Button id="give" wide busy={give.isPending} disabled={problem !== null} onTap={() => void submit()}>
        {problem ? text.transferSubmit : text.transferSubmitTo(inPoints(Number(typed)), recipient.name)}
      </Button>
    </>
  );
};

export const TransferForm = ({
  terms,
  onGiven,
}: {
  terms: TransferTerms;
  onGiven: (result: TransferResult) => void;
}) => {
  const [recipient, setRecipient] = useState<Recipient | null>(null);
  return (
    <>
      <Card className="give__terms">
        <Text className="soft">{text.available}</Text>
        <Text className="give__points number">{inPoints(terms.available)}</Text>
        <View className="soft">{text.transferLeft(inPoints(terms.pointsLeftToday), terms.timesLeftToday)}</View>
        <View className="faint">{text.transferLeast(inPoints(terms.leastPoints))}</View>
      </Card>
      {recipient ? (
        <Amount terms={terms} recipient={recipient} onOther={() => setRecipient(null)} onGiven={onGiven} />
      ) : (
        <Finder onFound={setRecipient} />
      )}
    </>
  );
};
