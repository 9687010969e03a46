// A problem in one's own words: what is asked of the server about it, and what of it stays with a page's place in the browser's
// history. The text goes nowhere else.

/** The server takes a text of 64 KiB. */
export const mostBytes = 64 * 1024;

export interface Description {
  text: string;
  theme: string;
  organisationType: string;
  /** The first year wanted; empty for all. */
  since: string;
}

export const noDescription: Description = { text: '', theme: '', organisationType: '', since: '' };

/** The server answers no more similar deeds than these. */
export const mostSimilar = 50;

/** How much of a description's results is wanted. */
export interface Reach {
  /** How many deeds are shown; one more is asked for, to know whether there are more. */
  shown: number;
  distance: 'close' | 'any';
}

/** How much of the space a text takes; above 1 it is too long. */
export function shareOfSpace(text: string): number {
  return new TextEncoder().encode(text).length / mostBytes;
}

/** The parameters of the API for a description's filters. */
export function similarParams(description: Description, reach: Reach): URLSearchParams {
  const limit = Math.min(reach.shown + 1, mostSimilar);
  const params = new URLSearchParams({ limit: String(limit) });
  if (reach.distance === 'any') params.set('distance', 'any');
  if (description.theme) params.set('theme', description.theme);
  if (description.organisationType) params.set('organisation_type', description.organisationType);
  if (description.since) params.set('year', `${description.since}..`);
  return params;
}

const fragmentName = 'text';

/** A text as the part of an address that browsers keep to themselves. */
export function textFragment(text: string): string {
  return text ? `#${new URLSearchParams({ [fragmentName]: text })}` : '';
}

export function textOfFragment(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/, '')).get(fragmentName) ?? '';
}

/** What a page's place in the browser's history holds: the description that was last searched for there. */
export function readDescription(state: unknown): Description | undefined {
  if (typeof state !== 'object' || state === null || !('description' in state)) return undefined;
  const given: unknown = state.description;
  if (typeof given !== 'object' || given === null) return undefined;
  const names = Object.keys(noDescription) as (keyof Description)[];
  const values = given as Record<string, unknown>;
  return names.every((name) => typeof values[name] === 'string')
    ? (given as Description)
    : undefined;
}
