import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../texts';
import './copy-button';
import { PageElement } from './element';
import './save-button';

/** The address that people know the deed by, whatever way this page was reached. */
function addressOfDeed(): string {
  const canonical = document.head.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  return canonical?.href ?? location.origin + location.pathname;
}

/** What one can do with the deed whose page this is. */
@customElement('kt-deed-actions')
export class DeedActionsElement extends PageElement {
  @property() deed = '';
  /** Its title. */
  @property() name = '';

  protected override render() {
    return html`<kt-save class="as-button" deed=${this.deed} name=${this.name}></kt-save>
      <button type="button" class="button secondary" @click=${() => window.print()}>
        ${t.deed.print}
      </button>
      <kt-copy
        label=${t.deed.copyLink}
        done=${t.deed.linkCopied}
        .text=${addressOfDeed()}
      ></kt-copy>`;
  }
}
