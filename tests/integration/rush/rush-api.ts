import 'reflect-metadata';
import { forgetLockAndStock } from './broken-stock';

/** `rush-api.ts sound|broken`: the api as it ships in a process of its own; or with the guard of its stock taken out. */
if (process.argv[2] === 'broken') forgetLockAndStock();
require('../../../apps/api/src/main');
