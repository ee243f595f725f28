// Generated from spec/ by codegen; edit the spec.

import type { ContentBlock } from './content.js';
import type { AgentArtifactDeliveredEvent, AgentMessageEvent, SessionError, StopReason } from './events.js';
import type { SessionUsage } from './sessions.js';

/** How a message of the agent has grown. */
export interface MessageUpdate {
  /** The `agent.message` that is being written. */
  event_id: string;
  /** Position of the content block. */
  index: number;
  /** The text that was added; with `replaces`, the whole text of the block so far. */
  text: string;
  /** Whether what came before of this block is to be dropped. */
  replaces: boolean;
  /** Whether the message is complete; the last update of a block may add no text. */
  complete: boolean;
}

/** A tool that the agent used during a turn, and what came of it. */
export interface ToolCall {
  /** The event that called the tool. */
  id: string;
  /** Whose tool it is. */
  kind: ToolCallKind;
  /** Name of the tool. */
  name: string;
  /** Its arguments. */
  input: Record<string, unknown>;
  /** Its output; empty while there is none. */
  content: ContentBlock[];
  /** Whether it failed or was refused. */
  is_error?: boolean;
  /** The thread that called it, when it is not the main one. */
  session_thread_id?: string;
}

/** Whose tool it is. */
export type ToolCallKind = 'custom' | 'builtin' | 'mcp' | (string & {});

/** What came of a turn. */
export interface TurnResult {
  /** Session ID, prefix `sess_`. */
  session_id: string;
  /** The answer: what the agent said after it last used a tool. Messages are separated by an empty line. */
  text: string;
  /** Why it ended. Besides what sessions report, `terminated` and `deleted` when the session itself ended. */
  stop_reason: StopReason;
  /** Everything the agent said. */
  messages: AgentMessageEvent[];
  /** The tools it used, in the order of the calls. */
  tool_calls: ToolCall[];
  /** The files it delivered. */
  artifacts: AgentArtifactDeliveredEvent[];
  /** Problems reported on the way; the platform may have got over them. */
  errors: SessionError[];
  /** What the session has cost so far, all turns together: the latest snapshot, never a sum. */
  credits?: number;
  /** The snapshot itself. */
  usage?: SessionUsage;
  /** The events of the turn, in order, those sent included. */
  event_ids: string[];
  /** The last of them, to resume a stream after. */
  last_event_id?: string;
}

/** What became of one object that was to be cleaned up. */
export interface CleanupReport {
  /** Its ID. */
  id: string;
  /** Kind of object, for example `session`. */
  type: string;
  /** What became of it. */
  outcome: CleanupOutcome;
  /** With `failed`: why it is still there. */
  message?: string;
}

/** What became of an object: `gone` means that it was not there any more. */
export type CleanupOutcome = 'deleted' | 'archived' | 'gone' | 'failed' | (string & {});

/** What a worker has done. */
export interface WorkSummary {
  /** Items that were done. */
  done: number;
  /** Items that failed, or that another worker took over. */
  failed: number;
}
