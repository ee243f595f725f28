/** The tag of a variant that this version does not know. Any string; an enum only so that `switch` narrows past it. */
export declare enum UnknownTag {
  Unlisted = '',
}

/** A variant that the service knows and this version does not: its members are all there, untyped. */
export interface UnknownVariant {
  type: UnknownTag;
  [member: string]: unknown;
}
