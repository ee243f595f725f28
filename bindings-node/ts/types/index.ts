// Generated from spec/ by codegen; edit the spec.

export type * from './agents.js';
export type * from './auth.js';
export type * from './common.js';
export type * from './content.js';
export type * from './deployments.js';
export type * from './dreams.js';
export type * from './environments.js';
export type * from './events.js';
export type * from './files.js';
export type * from './memory_stores.js';
export type * from './models.js';
export type * from './sessions.js';
export type * from './skills.js';
export type * from './threads.js';
export type * from './turns.js';
export type * from './vaults.js';
export type * from './work.js';
