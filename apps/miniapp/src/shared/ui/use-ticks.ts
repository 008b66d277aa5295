import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';

/** The phone's time, once a second while the page is seen: WeChat asks for silence in the background. */
export const useTicks = (): number => {
  const [now, setNow] = useState(() => Date.now());
  const [shown, setShown] = useState(true);
  useDidShow(() => {
    setShown(true);
    setNow(Date.now());
  });
  useDidHide(() => setShown(false));
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [shown]);
  return now;
};
