import { html, nothing, type TemplateResult } from 'lit';
import { facetNames, type FacetName, type SearchAnswer } from '../api-types';
import { changed, stateAddress, withFilter, type SearchState } from '../state';
import { t } from '../texts';

/** The name for people of a filter's value: as the facets have it, else the value. */
function labelOf(facets: SearchAnswer['facets'], name: FacetName, value: string): string {
  return facets[name]?.find((one) => one.value === value)?.label ?? value.replace('..', '–');
}

/** The chosen filters, each a link that takes it away. */
export function chips(
  state: SearchState,
  facets: SearchAnswer['facets'],
): TemplateResult | typeof nothing {
  const chosen = facetNames.flatMap((name) =>
    (state.filters[name] ?? []).map((value) => ({ name, value })),
  );
  if (!chosen.length) return nothing;
  return html`<ul class="chips chosen" aria-label=${t.filters.chosen}>
    ${chosen.map(
      ({ name, value }) =>
        html`<li>
          <a class="chip is-chosen" href=${stateAddress(withFilter(state, name, value, false))}>
            <span class="visually-hidden">${t.filters.remove}:</span>
            <span
              ><span class="soft">${t.filters.names[name]}:</span>
              ${labelOf(facets, name, value)}</span
            >
            <svg class="cross" viewBox="0 0 12 12" aria-hidden="true">
              <path d="M1 1l10 10M11 1L1 11" />
            </svg>
          </a>
        </li>`,
    )}
    ${
      chosen.length > 1
        ? html`<li>
            <a class="chip is-clearing" href=${stateAddress(changed(state, { filters: {} }))}
              >${t.filters.clear}</a
            >
          </li>`
        : nothing
    }
  </ul>`;
}
