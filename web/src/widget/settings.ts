// What the attributes of a widget say. Nothing an editor writes is an error: what cannot be read is as if it were not there.

import type { Filter } from '../api-types';
import type { Language } from '../language';

// Not those of '../language', which gives the page around its language.
const languages: readonly Language[] = ['fi', 'sv', 'en'];

export const defaultLimit = 5;
const mostHits = 20;

/** `sv` for `sv-FI`; Finnish for what is none of the three. */
export function readLanguage(code: string | null | undefined): Language {
  const main = code?.trim().toLowerCase().split('-')[0];
  return languages.find((one) => one === main) ?? 'fi';
}

/** Slugs separated by spaces, each once. */
export function readSlugs(text: string | null | undefined): string[] {
  return [...new Set((text ?? '').split(/\s+/).filter(Boolean))];
}

export function readLimit(text: string | null | undefined): number {
  const limit = Math.trunc(Number(text?.trim() || defaultLimit));
  return Number.isNaN(limit) ? defaultLimit : Math.min(Math.max(limit, 1), mostHits);
}

/** The level of a heading, 1 to 6. */
export function readLevel(text: string | null | undefined): number {
  return /^\s*[1-6]\s*$/.test(text ?? '') ? Number(text) : 2;
}

/** An address of the web; undefined for anything else, such as `javascript:`. */
export function webAddress(text: unknown, base?: string): string | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const url = new URL(text, base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The address of the service, without a slash at its end: `written` as a link on a page at `page` would be, else where the script
 * at `script` came from (…/widget/v1/kiertoon.js).
 */
export function readEndpoint(
  written: string | null | undefined,
  page: string,
  script: string,
): string {
  const address = webAddress(written?.trim() || undefined, page) ?? new URL('../..', script).href;
  return address.replace(/[?#].*$/, '').replace(/\/+$/, '');
}

/** The filters that an editor has set, as parameters of the API and of the search page. */
export function filterParams(
  fixed: { theme: readonly string[]; organisation: readonly string[] },
  chosen: Filter = {},
): URLSearchParams {
  const params = new URLSearchParams();
  for (const slug of fixed.theme) params.append('theme', slug);
  for (const slug of fixed.organisation) params.append('organisation', slug);
  for (const [name, value] of Object.entries(chosen)) params.append(name, value);
  return params;
}
