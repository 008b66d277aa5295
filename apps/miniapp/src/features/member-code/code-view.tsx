import { Text, View } from '@tarojs/components';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { platform } from '@/platform';
import { Barcode } from '@/shared/ui/barcode';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { ErrorState } from '@/shared/ui/empty';
import { Icon } from '@/shared/ui/icon';
import { Qr } from '@/shared/ui/qr';
import { RefreshRing } from '@/shared/ui/refresh-ring';
import { Skeleton } from '@/shared/ui/skeleton';
import { say } from '@/shared/ui/toast';
import { useTurningCode } from './code.api';
import { text } from './strings';
import { grouped, type ShownCode } from './turning-code';
import './code.scss';

/** Bright while the code is on the screen, as before when it is not. */
const useBrightness = () => {
  const restore = useRef<(() => void) | null>(null);
  const dim = () => {
    restore.current?.();
    restore.current = null;
  };
  useDidShow(() => {
    void platform.brighten().then((undo) => {
      restore.current = undo;
    });
  });
  useDidHide(dim);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page goes away
  useEffect(() => dim, []);
};

const Foot = ({ shown, failing }: { shown: ShownCode | null; failing: boolean }) => (
  <View className="code__foot">
    {shown && !shown.ahead ? <RefreshRing secondsLeft={shown.secondsLeft} of={shown.stepSeconds} /> : null}
    <Text>{failing ? (shown?.ahead ? text.ahead : text.weak) : text.hint}</Text>
  </View>
);

const Plate = ({ code, expired, onRefresh }: { code: string; expired: boolean; onRefresh: () => void }) => (
  <View className="code__plate">
    <Barcode content={code} />
    <Text id="member-code" className="number code__digits">
      {grouped(code)}
    </Text>
    <Qr content={code} />
    {expired ? (
      <View className="code__veil" onClick={onRefresh}>
        <Icon name="refresh" tone="#245540" size="large" />
        <Text>{text.expired}</Text>
        <Text className="code__veil-note">{text.expiredNote}</Text>
        <Button look="plain" onTap={onRefresh}>
          {text.refresh}
        </Button>
      </View>
    ) : null}
  </View>
);

export const CodeView = () => {
  const { shown, failing, loading, error, refetch } = useTurningCode();
  const last = useRef('');
  if (shown) last.current = shown.code;
  useBrightness();
  useEffect(() => platform.onScreenshot(() => say(text.screenshot)), []);
  if (loading && !shown) return <Skeleton shape="hero" />;
  if (!shown && !last.current && error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Card className="code">
      <Plate code={shown?.code ?? last.current ?? ''} expired={!shown} onRefresh={() => void refetch()} />
      <Foot shown={shown} failing={failing} />
    </Card>
  );
};
