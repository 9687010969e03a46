// Deeds as the widgets list them.

import { html, nothing, type TemplateResult } from 'lit/html.js';
import { segments } from '../components/segments';
import type { ShownDeed } from './answers';
import type { WidgetTexts } from './texts';

/** How a widget shows deeds. */
export interface DeedStyle {
  texts: WidgetTexts;
  language: string;
  /** The link around a deed's title. */
  link(deed: ShownDeed, title: TemplateResult): TemplateResult;
  /** Why a deed is in the list; nothing in a search. */
  reason?(deed: ShownDeed): string;
}

/** `2021-09-14` as people of the language write it; what is not a date stays as it is. */
export function formatDay(iso: string, language: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  return date.toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' });
}

function facts(deed: ShownDeed, { language }: DeedStyle): string {
  const day = deed.published && formatDay(deed.published, language);
  return [deed.organisations.join(', '), day].filter(Boolean).join(' · ');
}

function awards(deed: ShownDeed, { texts }: DeedStyle) {
  return deed.awards.map(
    ({ kind, year }) =>
      html`<span class="award" part="award">${texts.awards[kind]} ${year}</span> `,
  );
}

function entry(deed: ShownDeed, style: DeedStyle): TemplateResult {
  const language = deed.language || nothing;
  const reason = style.reason?.(deed);
  const title = html`<span lang=${language}>${segments(deed.title)}</span>`;
  return html`<li class="deed" part="hit">
    <p>${style.link(deed, title)}</p>
    <p class="facts" part="facts">${awards(deed, style)}${facts(deed, style)}</p>
    ${
      deed.snippet.length
        ? html`<p class="snippet" part="snippet" lang=${language}>${segments(deed.snippet)}</p>`
        : nothing
    }
    ${
      reason
        ? html`<p class="reason" part="reason">
            <span class="reason-name">${style.texts.shared}:</span> ${reason}
          </p>`
        : nothing
    }
  </li>`;
}

export function deedList(deeds: readonly ShownDeed[], style: DeedStyle): TemplateResult {
  return html`<ul class="deeds" part="hits" role="list">
    ${deeds.map((deed) => entry(deed, style))}
  </ul>`;
}
