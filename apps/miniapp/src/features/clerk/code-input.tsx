import { View } from '@tarojs/components';
import { useState } from 'react';
import { platform } from '@/platform';
import { Button } from '@/shared/ui/button';
import { Field } from '@/shared/ui/field';
import { text } from './strings';
import './clerk.scss';

interface CodeInputProps {
  scanLabel: string;
  placeholder: string;
  busy: boolean;
  onCode: (code: string) => void;
}

/** The camera, a keyboard, or a scanner gun: a gun types the digits and presses enter. */
export const CodeInput = ({ scanLabel, placeholder, busy, onCode }: CodeInputProps) => {
  const [typed, setTyped] = useState('');
  const take = (code: string) => {
    const digits = code.replace(/\s/g, '');
    if (!digits || busy) return;
    setTyped('');
    onCode(digits);
  };
  const scan = async () => {
    const scanned = await platform.scan();
    if (scanned) take(scanned);
  };
  return (
    <View className="code-input">
      <Button id="scan" wide busy={busy} onTap={() => void scan()}>
        {scanLabel}
      </Button>
      <View className="code-input__row">
        <Field id="code-field" value={typed} placeholder={placeholder} onChange={setTyped} onEnter={take} focus />
        <Button id="code-find" look="soft" size="small" disabled={!typed || busy} onTap={() => take(typed)}>
          {text.find}
        </Button>
      </View>
    </View>
  );
};
