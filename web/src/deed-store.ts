// Deeds by their ids, asked for a few at a time and kept as long as the page.

import { api, type Problem } from './api';
import type { Deed } from './api-types';

/** A deed; `gone` when the server has none of that id; what went wrong; nothing while it is on its way. */
export type Loaded = Deed | 'gone' | Problem | undefined;

/** Whether a deed is there. */
export function isDeed(one: Loaded): one is Deed {
  return typeof one === 'object' && 'title' in one;
}

function isProblem(one: Loaded): one is Problem {
  return typeof one === 'object' && !isDeed(one);
}

const atATime = 6;

type Fetch = (id: string) => Promise<Loaded>;

async function fetchDeed(id: string): Promise<Loaded> {
  const answer = await api.deed(id);
  if (answer.ok) return answer.value;
  return answer.problem.status === 404 ? 'gone' : answer.problem;
}

/** Tells listeners of `change` whenever a deed arrives. */
export class DeedStore extends EventTarget {
  private readonly loaded = new Map<string, Loaded>();
  private readonly waiting: string[] = [];
  private running = 0;

  constructor(private readonly fetchOne: Fetch = fetchDeed) {
    super();
  }

  get(id: string): Loaded {
    return this.loaded.get(id);
  }

  /** What went wrong with one of the deeds, if anything. */
  get problem(): Problem | undefined {
    return [...this.loaded.values()].find(isProblem);
  }

  /** Asks again for the deeds that failed. */
  retry(): void {
    const failed = [...this.loaded].filter(([, one]) => isProblem(one)).map(([id]) => id);
    for (const id of failed) this.loaded.delete(id);
    this.want(failed);
    this.dispatchEvent(new Event('change'));
  }

  /** Asks for the deeds that were not asked for yet. */
  want(ids: readonly string[]): void {
    for (const id of ids) {
      if (this.loaded.has(id)) continue;
      this.loaded.set(id, undefined);
      this.waiting.push(id);
    }
    while (this.running < atATime && this.waiting.length) void this.work();
  }

  private async work(): Promise<void> {
    ++this.running;
    for (let id = this.waiting.shift(); id !== undefined; id = this.waiting.shift()) {
      this.loaded.set(id, await this.fetchOne(id));
      this.dispatchEvent(new Event('change'));
    }
    --this.running;
  }
}
