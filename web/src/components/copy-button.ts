import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { copyText } from '../clipboard';
import { t } from '../texts';
import { PageElement } from './element';

/** Copies a text and says so; where the browser forbids it, shows the text to copy by hand. */
@customElement('kt-copy')
export class CopyElement extends PageElement {
  @property() label = '';
  /** What is said when it is done. */
  @property() done = '';
  @property({ attribute: false }) text = '';

  @state() private outcome?: 'copied' | 'refused';

  private async copy(): Promise<void> {
    // Said anew each time: a status that does not change is not announced.
    this.outcome = undefined;
    await this.updateComplete;
    this.outcome = (await copyText(this.text)) ? 'copied' : 'refused';
    if (this.outcome !== 'refused') return;
    await this.updateComplete;
    const field = this.querySelector('textarea');
    field?.focus();
    field?.select();
  }

  protected override render() {
    return html`<button type="button" class="button secondary" @click=${this.copy}>
        ${this.label}
      </button>
      <span
        role="status"
        class="copied soft small"
        .textContent=${this.outcome === 'copied' ? this.done : ''}
      ></span>
      ${this.outcome === 'refused' ? this.byHand() : nothing}`;
  }

  private byHand() {
    return html`<label class="by-hand">
      ${t.deed.notCopied}
      <textarea class="field" readonly rows="3" .value=${this.text}></textarea>
    </label>`;
  }
}
