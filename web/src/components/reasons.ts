import { html, nothing, type TemplateResult } from 'lit';
import type { SimilarDeed } from '../api-types';
import { deedAddress, pageAddress } from '../language';
import { t } from '../texts';
import type { Names } from '../vocabulary';

const steps = ['loosely_related', 'same_theme', 'very_close'] as const;

// How close, in words, and as dots for those who see them.
function closeness({ closeness: kind }: SimilarDeed) {
  const filled = steps.indexOf(kind) + 1;
  return html`<p class="closeness">
    <span class="dots" aria-hidden="true">
      ${steps.map((_, place) => html`<i class=${place < filled ? 'is-filled' : ''}></i>`)}
    </span>
    ${t.similar.closeness[kind] ?? ''}
  </p>`;
}

function theme(slug: string, place: number, names: Names) {
  return html`${place ? ', ' : ''}<a href=${pageAddress('/', { theme: slug })}
      >${names.get(slug) ?? slug}</a
    >`;
}

function shared({ shared: { terms, themes }, language }: SimilarDeed, names: Names) {
  if (!terms.length && !themes.length) return nothing;
  return html`<dl class="shared">
    ${
      terms.length
        ? html`<div>
            <dt>${t.similar.words}</dt>
            <dd lang=${language}>${terms.join(', ')}</dd>
          </div>`
        : nothing
    }
    ${
      themes.length
        ? html`<div>
            <dt>${t.similar.themes}</dt>
            <dd>${themes.map((slug, place) => theme(slug, place, names))}</dd>
          </div>`
        : nothing
    }
  </dl>`;
}

function duplicates(deed: SimilarDeed) {
  const sameAsGiven = deed.duplicate_of
    ? html`<p class="duplicate">${t.similar.duplicateOf}</p>`
    : nothing;
  if (!deed.duplicates.length) return sameAsGiven;
  return html`${sameAsGiven}
    <p class="duplicate">
      ${t.similar.duplicates}:
      ${deed.duplicates.map(
        (id, place) => html`${place ? ', ' : ''}<a href=${deedAddress(id)}>${id}</a>`,
      )}
    </p>`;
}

/** Why a deed was found similar. */
export function reasons(deed: SimilarDeed, names: Names): TemplateResult {
  return html`<div class="reasons">
    ${closeness(deed)} ${shared(deed, names)} ${duplicates(deed)}
  </div>`;
}
