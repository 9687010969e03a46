import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Hit } from '../api-types';
import { t } from '../texts';
import type { Names } from '../vocabulary';
import { PageElement } from './element';
import './hit';

const few = 3;

/** Deeds near in subject to a query whose words they do not hold: a few, the others on demand. */
@customElement('kt-related')
export class RelatedElement extends PageElement {
  @property({ attribute: false }) deeds: readonly Hit[] = [];
  @property({ attribute: false }) names: Names = new Map();
  @property({ attribute: false }) themeAddress?: (slug: string) => string;

  @state() private isWhole = false;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('deeds')) this.isWhole = false;
  }

  // The button goes away: the focus goes to the first of the deeds that came.
  private async showAll(): Promise<void> {
    this.isWhole = true;
    await this.updateComplete;
    const next = this.querySelectorAll<HTMLElement & { updateComplete: Promise<boolean> }>(
      'kt-hit',
    )[few];
    await next?.updateComplete;
    next?.querySelector('a')?.focus();
  }

  protected override render() {
    if (!this.deeds.length) return nothing;
    const isCut = !this.isWhole && this.deeds.length > few;
    return html`<section class="related" aria-labelledby="related-title">
      <h2 id="related-title">${t.related.title}</h2>
      <p class="soft">${t.related.lead}</p>
      <ul class="hits plain">
        ${this.deeds.slice(0, isCut ? few : undefined).map(
          (deed) =>
            html`<li>
              <kt-hit
                .deed=${deed}
                .themeNames=${this.names}
                .themeAddress=${this.themeAddress}
              ></kt-hit>
            </li>`,
        )}
      </ul>
      ${
        isCut
          ? html`<p class="no-print">
              <button type="button" class="button secondary" @click=${this.showAll}>
                ${t.describe.more}
              </button>
            </p>`
          : nothing
      }
    </section>`;
  }
}
