export * from './activities';
export * from './community';
export * from './coupons';
export * from './events';
export * from './loyalty';
export * from './members';
export * from './sales';
export * from './tagging';
