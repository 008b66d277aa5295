import { Button as TaroButton, type ButtonProps as TaroButtonProps } from '@tarojs/components';
import type { ReactNode } from 'react';

interface ButtonProps {
  children: ReactNode;
  onTap?: () => void;
  look?: 'primary' | 'soft' | 'plain' | 'danger' | 'glass';
  size?: 'normal' | 'small';
  /** Shows at once that the tap was heard; a busy button takes no second tap. */
  busy?: boolean;
  disabled?: boolean;
  wide?: boolean;
  id?: string;
  /** Open types and their events, from the platform. */
  open?: Partial<TaroButtonProps>;
}

export const Button = ({ children, onTap, look = 'primary', size = 'normal', ...rest }: ButtonProps) => {
  const { busy, disabled, wide, id, open } = rest;
  const off = Boolean(busy || disabled);
  const classes = ['btn', `btn--${look}`, `btn--${size}`, wide && 'btn--wide', busy && 'btn--busy', off && 'btn--off'];
  return (
    <TaroButton
      id={id}
      className={classes.filter(Boolean).join(' ')}
      hoverClass="btn--pressed"
      disabled={off}
      onClick={() => {
        if (!off) onTap?.();
      }}
      {...(off ? {} : open)}
    >
      {children}
    </TaroButton>
  );
};
