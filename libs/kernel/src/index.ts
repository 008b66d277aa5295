export * from './days';
export * from './ids';
export * from './money';
export * from './refusal';
export * from './time';
