// Generated from spec/ by codegen; edit the spec.

import type { Uploadable } from '../upload.js';
import type { CommonParams } from './common.js';

/** Marker of a deleted skill. */
export interface DeletedSkill {
  /** Kind tag of this object. */
  type?: 'skill_deleted' | (string & {});
  /** Identifier of this object. */
  id: string;
}

/** Marker of a deleted version; `id` holds the version number. */
export interface DeletedSkillVersion {
  /** Kind tag of this object. */
  type?: 'skill_version_deleted' | (string & {});
  /** Version number. */
  id: string;
}

/** Capability package. */
export interface Skill {
  /** Kind tag of this object. */
  type: 'skill';
  /** Skill ID, prefix `skill_`. */
  id: string;
  /** Title. */
  display_title?: string | null;
  /** Origin, `custom` or `qoder`. */
  source?: SkillSourceSpec;
  /** Number of the newest version. */
  latest_version?: string | null;
  /** Caller-owned string pairs; the service does not interpret them. */
  metadata?: Record<string, string>;
  /** Creation time, RFC 3339. */
  created_at: string;
  /** Time of the last change, RFC 3339. */
  updated_at?: string;
}

/** Multipart form of a new skill. */
export interface SkillCreateParams extends CommonParams {
  /**
   * Older: `custom`.
   *
   * @deprecated
   */
  type?: string;
  /** One zip, or every file of the tree; keep relative paths in the part file names. */
  files: Uploadable[];
  /** Title. */
  display_title?: string | null;
  /** JSON object of string pairs as text. */
  metadata?: Record<string, string> | null;
  /**
   * Older name of the part for one zip.
   *
   * @deprecated
   */
  file?: Uploadable;
  /**
   * Older; SKILL.md wins.
   *
   * @deprecated
   */
  name?: string;
  /**
   * Older; SKILL.md wins.
   *
   * @deprecated
   */
  description?: string;
}

/** Object form of a skill's origin. */
export interface SkillSource {
  /** Kind tag of this object. */
  type: SkillOrigin;
}

/** Change of a skill. */
export interface SkillUpdateParams extends CommonParams {
  /** Display name. */
  name?: string;
  /** Free text describing the object. */
  description?: string;
  /** Merged by key. */
  metadata?: Record<string, string | null>;
  /** New SKILL.md text, or a base64 zip. */
  content?: string;
  /** Set when content is a base64 zip. */
  content_encoding?: 'base64' | (string & {});
}

/** Immutable upload of a skill. */
export interface SkillVersion {
  /** Kind tag of this object. */
  type: 'skill_version';
  /** Version ID, prefix `skillver_`; not used in paths. */
  id: string;
  /** Skill it belongs to. */
  skill_id: string;
  /** Version number, a digit string. */
  version: string;
  /** Name from SKILL.md. */
  name?: string | null;
  /** Description from SKILL.md. */
  description?: string | null;
  /** Root directory of the package. */
  directory?: string | null;
  /** Creation time, RFC 3339. */
  created_at: string;
}

/** Multipart form of a new version. */
export interface SkillVersionCreateParams extends CommonParams {
  /** One zip, or every file of the tree; keep relative paths in the part file names. */
  files: Uploadable[];
}

/** Whether a skill is your own or the platform's. */
export type SkillOrigin = 'custom' | 'qoder' | (string & {});

/** Origin as a plain string or as an object. */
export type SkillSourceSpec = string | SkillSource;
