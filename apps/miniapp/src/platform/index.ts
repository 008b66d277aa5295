// For the type checker only: the bundler picks index.weapp.ts or index.h5.ts by its suffix.
export * from './index.weapp';
export * from './types';
