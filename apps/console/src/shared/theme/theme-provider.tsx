import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { antdTheme, type Mode, type Palette, palettes } from './tokens';

interface Appearance {
  mode: Mode;
  palette: Palette;
  toggle: () => void;
}

const AppearanceContext = createContext<Appearance | null>(null);
const STORAGE_KEY = 'fanloop.appearance';
/** A save button at the foot of a long form must not seem dead: the first field that is wrong comes into sight. */
const FIRST_FAULT = { block: 'center', focus: true } as const;

const firstMode = (): Mode => {
  const stored = localStorage.getItem(STORAGE_KEY);
  if (stored === 'light' || stored === 'dark') return stored;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
};

const cssName = (token: string): string => `--fl-${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Hands the palette to stylesheets as `--fl-…` variables, so that CSS and charts share one source. */
const paint = (mode: Mode): void => {
  const root = document.documentElement;
  root.dataset.colorScheme = mode;
  root.style.colorScheme = mode;
  for (const [token, value] of Object.entries(palettes[mode])) {
    if (typeof value === 'string') root.style.setProperty(cssName(token), value);
  }
};

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [mode, setMode] = useState<Mode>(firstMode);
  useEffect(() => paint(mode), [mode]);
  const appearance = useMemo<Appearance>(
    () => ({
      mode,
      palette: palettes[mode],
      toggle: () => {
        const next = mode === 'light' ? 'dark' : 'light';
        localStorage.setItem(STORAGE_KEY, next);
        setMode(next);
      },
    }),
    [mode],
  );
  const config = useMemo(() => antdTheme(mode), [mode]);
  return (
    <AppearanceContext.Provider value={appearance}>
      <ConfigProvider
        locale={zhCN}
        theme={config}
        button={{ autoInsertSpace: false }}
        form={{ scrollToFirstError: FIRST_FAULT }}
      >
        <App message={{ maxCount: 3 }}>{children}</App>
      </ConfigProvider>
    </AppearanceContext.Provider>
  );
}

export const useAppearance = (): Appearance => {
  const appearance = useContext(AppearanceContext);
  if (!appearance) throw new Error('useAppearance needs the ThemeProvider around it');
  return appearance;
};
