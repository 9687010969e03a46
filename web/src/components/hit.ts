import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ListedDeed, WordMatch } from '../api-types';
import { deedAddress, formatDate, language, pageAddress } from '../language';
import { t } from '../texts';
import { PageElement } from './element';
import './save-button';
import { plainText, segments } from './segments';

/** A deed in a list: title, who and when, the passage that answers, why it was found. */
@customElement('kt-hit')
export class HitElement extends PageElement {
  @property({ attribute: false }) deed?: ListedDeed;
  /** How words of a query were found in it; none outside a search. */
  @property({ attribute: false }) matched: readonly WordMatch[] = [];
  /** What else there is to say of it here. */
  @property({ attribute: false }) note?: TemplateResult;
  /** The themes that the note names. */
  @property({ attribute: false }) noted: readonly string[] = [];
  /** Names of themes, by slug. */
  @property({ attribute: false }) themeNames: ReadonlyMap<string, string> = new Map();
  /** Where a theme leads. */
  @property({ attribute: false }) themeAddress = (slug: string): string =>
    pageAddress('/', { theme: slug });

  protected override render() {
    const { deed } = this;
    if (!deed) return nothing;
    return html`<article class="hit">
      ${this.awards(deed)}
      <div class="hit-head">
        <h3 lang=${deed.language}><a href=${deedAddress(deed.id)}>${segments(deed.title)}</a></h3>
        <kt-save deed=${deed.id} name=${plainText(deed.title)}></kt-save>
      </div>
      <p class="hit-facts">${this.facts(deed).map((one) => html`<span>${one}</span> `)}</p>
      <p class="hit-snippet" lang=${deed.language}>${segments(deed.snippet)}</p>
      ${this.note ?? nothing} ${this.themes(deed)} ${this.why()}
    </article>`;
  }

  private facts(deed: ListedDeed): string[] {
    const names = deed.organisations.map((one) => one.name).join(', ');
    const date = deed.published ? formatDate(deed.published) : t.hit.undated;
    const tongue = deed.language === language ? '' : t.hit.deedLanguage[deed.language];
    return [names, date, tongue].filter(Boolean);
  }

  private awards(deed: ListedDeed) {
    if (!deed.awards.length) return nothing;
    return html`<p class="awards">
      ${deed.awards.map(
        (one) => html`<span class="award">${t.hit.awards[one.kind]} ${String(one.year)}</span>`,
      )}
    </p>`;
  }

  // Themes that the note has named already are not named again.
  private themes(deed: ListedDeed) {
    const themes = deed.themes.filter((slug) => !this.noted.includes(slug));
    if (!themes.length) return nothing;
    return html`<ul class="hit-themes plain" aria-label=${t.filters.names.theme}>
      ${themes.map(
        (slug) =>
          html`<li>
            <a href=${this.themeAddress(slug)}>${this.themeNames.get(slug) ?? slug}</a>
          </li>`,
      )}
    </ul>`;
  }

  private why() {
    if (!this.matched.length) return nothing;
    return html`<details class="why">
      <summary>${t.hit.why}</summary>
      <dl>
        ${this.matched.map(
          (one) =>
            html`<div>
              <dt>${one.word}</dt>
              <dd>
                <span class="why-term">${one.as}</span>
                <span class="soft">${t.hit.how[one.how] ?? ''}</span>
              </dd>
            </div>`,
        )}
      </dl>
    </details>`;
  }
}
