import type { InputError } from '../../errors.ts';

/** Where models come from and with how much patience. */
export interface HubOptions {
  /** Base address, without a slash at the end. */
  url: string;
  /** To connect. Default 20 s. */
  connectTimeoutMs?: number;
  /** Without a single byte for so long a connection counts as broken. Default 30 s. */
  stallMs?: number;
  /** Tries in a row that bring nothing before a download gives up. Default 6. */
  attempts?: number;
  /** The pause after the first failure; it doubles each time. Default 1 s. */
  firstPauseMs?: number;
  /** The longest pause, also where the hub asks for more. Default 2 minutes. */
  longestPauseMs?: number;
  /** Told what went wrong before the pause after which the same is tried again. */
  onRetry?: (problem: InputError) => void;
  /** Files that are fetched at the same time. Default 3. */
  parallel?: number;
}

export const DEFAULT_HUB = 'https://huggingface.co';

/** The address as it is kept, or null when it is none that models can be had from: http(s), no name or password, no query. */
export function normaliseHub(text: string): string | null {
  if (!URL.canParse(text.trim())) return null;
  const { protocol, username, password, search, hash, origin, pathname } = new URL(text.trim());
  if (!/^https?:$/u.test(protocol) || username || password || search || hash) return null;
  return `${origin}${pathname.replace(/\/+$/u, '')}`;
}
