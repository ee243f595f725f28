// Generated from spec/ by codegen; edit the spec.

/** Whether something is supported. */
export interface Capability {
  /** True if supported. */
  supported?: boolean;
}

/** Object form of a reasoning effort. */
export interface Effort {
  /** Kind tag of this object. */
  type: EffortLevel;
}

/** Feature support of a model. */
export interface ModelCapabilities {
  /** Batch requests. */
  batch?: Capability;
  /** Citations. */
  citations?: Capability;
  /** Code execution. */
  code_execution?: Capability;
  /** Context management, by strategy. */
  context_management?: Record<string, unknown>;
  /** Reasoning effort, by level. */
  effort?: Record<string, unknown>;
  /** Images as input. */
  image_input?: Capability;
  /** PDF as input. */
  pdf_input?: Capability;
  /** Structured output. */
  structured_outputs?: Capability;
  /** Thinking, by mode. */
  thinking?: Record<string, unknown>;
}

/** Model with its tuning, as returned. */
export interface ModelConfig {
  /** Model ID. */
  id: string;
  /** Reasoning effort in use. */
  effort?: EffortSpec | null;
  /** Context window in tokens. */
  context_window?: number | null;
  /** Window the session really uses; seen in session snapshots. */
  effective_context_window?: number;
  /** Serving speed. */
  speed?: ModelSpeed | null;
  /** Geography in which inference runs. */
  inference_geo?: string | null;
}

/** Model choice with tuning. Models without listed efforts or windows accept only the plain ID. */
export interface ModelConfigParams {
  /** Model ID from models.list, for example `ultimate` or `auto`. */
  id: string;
  /** Reasoning effort; must be one of the model's `efforts`. */
  effort?: EffortSpec | null;
  /** One of the model's `available_context_windows`. */
  context_window?: number | null;
  /** Serving speed. */
  speed?: ModelSpeed | null;
  /** Geography in which inference should run. */
  inference_geo?: string | null;
}

/** Model that agents may use. */
export interface ModelInfo {
  /** Kind tag of this object. */
  type?: 'model';
  /** Value for an agent's `model`. */
  id: string;
  /** Human-readable label. */
  display_name?: string;
  /** Origin of the model, for example `system`. */
  source?: string;
  /** Whether the account may use it. */
  is_enabled?: boolean;
  /** Recently added. */
  is_new?: boolean;
  /** Relative credit price. */
  price_factor?: number;
  /** Accepted reasoning efforts; absent when not tunable. */
  efforts?: EffortLevel[];
  /** Effort used when none is given. */
  default_effort?: string | null;
  /** Largest input. */
  max_input_tokens?: number;
  /** Largest output. */
  max_tokens?: number;
  /** Window used when none is given. */
  default_context_window?: number | null;
  /** Accepted windows; absent when not tunable. */
  available_context_windows?: number[] | null;
  /** Models the service may switch to. */
  allowed_fallback_models?: string[];
  /** Feature support. */
  capabilities?: ModelCapabilities;
  /** Creation time, RFC 3339. */
  created_at?: string;
}

/** Serving speed of a model. */
export type ModelSpeed = 'standard' | 'fast' | (string & {});

/** How much reasoning a model spends. */
export type EffortLevel = 'low' | 'medium' | 'high' | 'xhigh' | 'max' | (string & {});

/** Model ID, or the model with its tuning. */
export type ModelSpec = string | ModelConfig;

/** Model ID from models.list, or the model with its tuning. */
export type ModelParam = string | ModelConfigParams;

/** Effort as a plain level or as an object. */
export type EffortSpec = EffortLevel | Effort;
