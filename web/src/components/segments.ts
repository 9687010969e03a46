import { html, type TemplateResult } from 'lit/html.js';
import type { Segment } from '../api-types';

/** Text with its matches marked. Each piece goes in as text: a deed cannot bring markup. */
export function segments(pieces: readonly Segment[]): TemplateResult[] {
  return pieces.map((one) => (one.match ? html`<mark>${one.text}</mark>` : html`${one.text}`));
}

export function plainText(pieces: readonly Segment[]): string {
  return pieces.map((one) => one.text).join('');
}
