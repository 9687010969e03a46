// One way to ask a server for JSON. Nothing here throws: what goes wrong is a `Problem`, a value.

export interface Problem {
  /** `refused`: the server says what is wrong; `unreadable`: the answer is not what was promised. */
  kind: 'aborted' | 'timeout' | 'unreachable' | 'refused' | 'unreadable';
  /** HTTP status; null when there was no answer. */
  status: number | null;
  /** The server's own sentence, in English; empty when it gave none. */
  detail: string;
  /** The parameter that the server does not take, when it is one. */
  parameter?: string;
}

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** How one call is made. A call given up by `signal` answers a problem of kind `aborted`. */
export interface CallOptions {
  signal?: AbortSignal;
  timeoutMs?: number;
  /** An answer longer than this is not read to its end. */
  maxBytes?: number;
}

const defaultTimeoutMs = 15_000;
const defaultMaxBytes = 32 * 1024 * 1024;

export function failed(
  kind: Problem['kind'],
  status: number | null = null,
  detail = '',
): { ok: false; problem: Problem } {
  return { ok: false, problem: { kind, status, detail } };
}

// Undefined for what is longer than `maxBytes`.
async function readText(response: Response, maxBytes: number): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

async function readAnswer<T>(response: Response, maxBytes: number): Promise<Answer<T>> {
  const content = parse(await readText(response, maxBytes));
  if (typeof content !== 'object' || content === null) {
    return failed('unreadable', response.status);
  }
  if (response.ok) return { ok: true, value: content as T };
  const { detail, parameter } = content as { detail?: unknown; parameter?: unknown };
  const sentence = typeof detail === 'string' ? detail : '';
  const answer = failed('refused', response.status, sentence);
  if (typeof parameter === 'string') answer.problem.parameter = parameter;
  return answer;
}

/** Asks `url` for a JSON object or list. That it has the shape of `T` is the server's promise, which is not checked here. */
export async function ask<T>(
  url: string,
  init: RequestInit,
  options: CallOptions,
): Promise<Answer<T>> {
  const giveUp = new AbortController();
  const follow = () => giveUp.abort();
  if (options.signal?.aborted) return failed('aborted');
  options.signal?.addEventListener('abort', follow);
  const timer = setTimeout(follow, options.timeoutMs ?? defaultTimeoutMs);
  const why = (otherwise: Problem['kind']): Problem['kind'] => {
    if (options.signal?.aborted) return 'aborted';
    return giveUp.signal.aborted ? 'timeout' : otherwise;
  };
  try {
    const response = await fetch(url, { ...init, signal: giveUp.signal });
    const answer = await readAnswer<T>(response, options.maxBytes ?? defaultMaxBytes);
    return giveUp.signal.aborted ? failed(why('unreachable')) : answer;
  } catch {
    return failed(why('unreachable'));
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', follow);
  }
}
