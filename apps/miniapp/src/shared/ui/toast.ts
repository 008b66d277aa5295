import Taro from '@tarojs/taro';
import { reasonOf } from '../http/api-error';

/** A word that goes away by itself. */
export const say = (title: string): void => void Taro.showToast({ title, icon: 'none', duration: 2200 });
export const sayDone = (title: string): void => void Taro.showToast({ title, icon: 'success', duration: 1500 });
export const sayError = (error: unknown): void => say(reasonOf(error));

/** Asks before something that cannot be taken back. */
export const ask = async (title: string, content: string, confirmText: string): Promise<boolean> => {
  const answer = await Taro.showModal({ title, content, confirmText, cancelText: '再想想', confirmColor: '#AE3227' });
  return answer.confirm;
};
