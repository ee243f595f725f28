// Generated from spec/ by codegen; edit the spec.

import type { Calls } from '../calls.js';
import type { Download } from '../download.js';
import * as ops from '../operations.js';
import type { CallOptions } from '../options.js';
import type { PagePromise } from '../pagination.js';
import type { APIPromise } from '../promise.js';
import { Resource } from '../resource.js';
import type { CommonParams, PageParams } from '../types/common.js';
import type {
  DeletedSkill,
  DeletedSkillVersion,
  Skill,
  SkillCreateParams,
  SkillOrigin,
  SkillUpdateParams,
  SkillVersion,
  SkillVersionCreateParams,
} from '../types/skills.js';

/** Arguments of `skills.list`. */
export interface SkillListParams extends PageParams {
  /** Match on the name. */
  name?: string;
  /** Match on the title. */
  display_title?: string;
  /** Only own or only platform skills. */
  source?: SkillOrigin;
}

/** Reusable instructions that agents load on demand. */
export class Skills extends Resource {
  /** Uploaded contents of a skill. */
  readonly versions: SkillsVersions;

  constructor(calls: Calls) {
    super(calls);
    this.versions = new SkillsVersions(calls);
  }

  /**
   * Upload a skill as a zip or as a tree of files.
   *
   * SKILL.md must sit at the root or one directory below; its front matter decides name and description. The
   * zip may hold at most 50 MiB.
   *
   * @throws {@link BadRequestError} 400: no SKILL.md, or bad front matter.
   * @throws {@link RequestTooLargeError} 413: the archive is too large (status inferred from the SDK's error
   * mapping).
   */
  create(params: SkillCreateParams, options?: CallOptions): APIPromise<Skill> {
    return this.calls.json(ops.skillsCreate, [], params, options);
  }

  /**
   * List skills.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(params?: SkillListParams, options?: CallOptions): PagePromise<Skill> {
    return this.calls.pages(ops.skillsList, [], params, options);
  }

  /** Fetch a skill. */
  retrieve(skillId: string, params?: CommonParams, options?: CallOptions): APIPromise<Skill> {
    return this.calls.json(ops.skillsRetrieve, [skillId], params, options);
  }

  /** Change a skill's texts or content (superseded by uploading a new version). */
  update(skillId: string, params?: SkillUpdateParams, options?: CallOptions): APIPromise<Skill> {
    return this.calls.json(ops.skillsUpdate, [skillId], params, options);
  }

  /** Delete a skill; agents bound to it are not unbound. */
  delete(skillId: string, params?: CommonParams, options?: CallOptions): APIPromise<DeletedSkill> {
    return this.calls.json(ops.skillsDelete, [skillId], params, options);
  }
}

/** Uploaded contents of a skill. */
export class SkillsVersions extends Resource {
  /** Upload a new version of a skill. */
  create(skillId: string, params: SkillVersionCreateParams, options?: CallOptions): APIPromise<SkillVersion> {
    return this.calls.json(ops.skillsVersionsCreate, [skillId], params, options);
  }

  /**
   * List the versions of a skill, latest first.
   *
   * Await it for the first page, iterate it for the items of all pages.
   */
  list(skillId: string, params?: PageParams, options?: CallOptions): PagePromise<SkillVersion> {
    return this.calls.pages(ops.skillsVersionsList, [skillId], params, options);
  }

  /** Fetch one version. */
  retrieve(
    skillId: string,
    version: string,
    params?: CommonParams,
    options?: CallOptions,
  ): APIPromise<SkillVersion> {
    return this.calls.json(ops.skillsVersionsRetrieve, [skillId, version], params, options);
  }

  /** Delete one version. */
  delete(
    skillId: string,
    version: string,
    params?: CommonParams,
    options?: CallOptions,
  ): APIPromise<DeletedSkillVersion> {
    return this.calls.json(ops.skillsVersionsDelete, [skillId, version], params, options);
  }

  /** Download one version as a zip. */
  download(
    skillId: string,
    version: string,
    params?: CommonParams,
    options?: CallOptions,
  ): APIPromise<Download> {
    return this.calls.file(ops.skillsVersionsDownload, [skillId, version], params, options);
  }
}
